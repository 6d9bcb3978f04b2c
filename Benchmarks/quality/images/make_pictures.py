#!/usr/bin/env python3
"""Makes the labelled pictures of this folder, and manifest.json, which says what each shows.

    make_pictures.py --packages FOLDER --scikit-learn FOLDER [--output FOLDER]

FOLDER of packages: Debian's python3-skimage, openclipart-png and opencv-doc unpacked over each other (dpkg -x); the
fonts are those of fonts-dejavu, fonts-liberation and fonts-freefont-ttf, installed. FOLDER of scikit-learn: its
datasets/images. Pictures are at most 512 pixels wide and high.
"""

import argparse
import json
import pathlib
import random

import numpy
from PIL import Image, ImageChops, ImageDraw, ImageFont

SIGNALS = ["people", "animals", "dogs", "weapons", "guns", "knives", "alcohol", "vehicles", "food", "insects", "buildings",
           "syringes or pills"]
ALSO = {"dogs": ["animals"], "insects": ["animals"], "guns": ["weapons"], "alcohol": []}

SKIMAGE = "usr/lib/python3/dist-packages/skimage/data/"
CLIPART = "usr/share/openclipart/png/"
OPENCV = "usr/share/doc/opencv-doc/examples/data/"
SOURCES = {
  SKIMAGE: "scikit-image 0.19.3, skimage/data", CLIPART: "Open Clip Art Library 0.18",
  OPENCV: "OpenCV 4.6.0, samples/data", "": "scikit-learn 1.9.1, datasets/images"}

# Folder, file, licence, things shown, signals shown; None in place of signals' list: a signal nobody can decide.
PHOTOGRAPHS = [
  (SKIMAGE, "astronaut.png", "public domain (NASA)", ["person", "space suit", "space shuttle model", "flag"],
   ["people"], ["vehicles"]),
  (SKIMAGE, "coffee.png", "CC0", ["cup of coffee", "spoon", "saucer"], [], ["food"]),
  (SKIMAGE, "chelsea.png", "CC0", ["cat"], ["animals"], []),
  (SKIMAGE, "camera.png", "CC0", ["man", "camera", "tripod", "grass", "tall buildings far off"], ["people"], ["buildings"]),
  (SKIMAGE, "rocket.jpg", "CC0 (SpaceX)", ["rocket", "launch pad", "sea"], [], ["vehicles", "weapons", "buildings"]),
  (SKIMAGE, "brick.png", "CC0", ["brick wall"], [], ["buildings"]),
  (SKIMAGE, "grass.png", "CC0", ["grass"], [], []),
  (SKIMAGE, "gravel.png", "CC0", ["gravel"], [], []),
  (SKIMAGE, "hubble_deep_field.jpg", "public domain (NASA)", ["galaxies", "stars"], [], []),
  (SKIMAGE, "coins.png", "no known restrictions", ["coins"], [], []),
  (OPENCV, "fruits.jpg", "Apache-2.0", ["fruit", "oranges", "lemons"], ["food"], []),
  (OPENCV, "orange.jpg", "Apache-2.0", ["orange"], ["food"], []),
  (OPENCV, "apple.jpg", "Apache-2.0", ["apple"], ["food"], []),
  (OPENCV, "butterfly.jpg", "Apache-2.0", ["butterfly", "flower"], ["animals", "insects"], []),
  (OPENCV, "board.jpg", "Apache-2.0", ["circuit board"], [], []),
  (OPENCV, "squirrel_cls.jpg", "Apache-2.0", ["squirrel"], ["animals"], []),
  (OPENCV, "home.jpg", "Apache-2.0", ["house", "sky", "birds far off"], ["buildings"], ["animals"]),
  (OPENCV, "building.jpg", "Apache-2.0", ["building", "parked cars"], ["buildings", "vehicles"], []),
  ("", "china.jpg", "CC BY 2.0, danielbuechele", ["palace", "sky"], ["buildings"], ["people"]),
  ("", "flower.jpg", "CC BY 2.0, vultilion", ["flower"], [], ["insects", "animals"]),
]
DRAWINGS = [
  ("tools/weapons/m16_02", ["rifle"], ["weapons", "guns"], []),
  ("tools/weapons/9_mm_gun_01", ["pistol"], ["weapons", "guns"], []),
  ("tools/weapons/blue_gun_alex_fernandez_01", ["pistol"], ["weapons", "guns"], []),
  ("tools/weapons/ak47_01", ["assault rifle"], ["weapons", "guns"], []),
  ("tools/weapons/knife", ["knife"], ["knives"], ["weapons"]),
  ("tools/weapons/sword_01", ["sword"], ["weapons"], ["knives"]),
  ("tools/weapons/longsword_01", ["sword"], ["weapons"], ["knives"]),
  ("tools/weapons/m1_abrams_main_battle_tank_01", ["tank"], ["vehicles"], ["weapons", "guns"]),
  ("food/beverages/alcohol/beer", ["beer mug"], ["alcohol"], ["food"]),
  ("food/beverages/alcohol/beer1", ["glass of beer"], ["alcohol"], ["food"]),
  ("food/beverages/alcohol/bottiglia_di_vino_pregi_01", ["bottle of wine", "glass of wine"], ["alcohol"], ["food"]),
  ("food/beverages/alcohol/wine", ["glass of wine"], ["alcohol"], ["food"]),
  ("science/medicine/barattolo_di_pillole_arc_01", ["jar of pills"], ["syringes or pills"], []),
  ("science/medicine/siringa_architetto_franc_01", ["syringe"], ["syringes or pills"], []),
  ("animals/bugs/ant", ["ant"], ["insects"], []),
  ("animals/bugs/spider", ["spider"], ["animals"], ["insects"]),
  ("animals/bugs/fly_01", ["fly"], ["insects"], []),
  ("animals/bugs/ladybug_01", ["ladybird"], ["insects"], []),
  ("animals/mammals/dogs/beagle_copper_ganson", ["beagle"], ["dogs"], []),
  ("animals/mammals/dogs/black_lab_ganson", ["labrador"], ["dogs"], []),
  ("animals/mammals/dogs/bulldog_puppy_ganson", ["bulldog puppy"], ["dogs"], []),
  ("animals/mammals/housecats/gatto_cat_architetto_fra_03", ["cat"], ["animals"], []),
  ("animals/emperor_penguin_ralf_ste_01", ["penguin"], ["animals"], []),
  ("animals/fish/yellow_gourami_01", ["fish"], ["animals"], []),
  ("animals/mammals/elefante02_architetto_fr_01", ["elephant"], ["animals"], []),
  ("animals/mammals/big_cats/tigre04_architetto_franc_01", ["tiger"], ["animals"], []),
  ("transportation/vehicles/car", ["car"], ["vehicles"], []),
  ("transportation/vehicles/bicycle_01", ["bicycle"], ["vehicles"], []),
  ("transportation/vehicles/bus2_jarno_vasamaa_01", ["bus"], ["vehicles"], []),
  ("transportation/vehicles/aircraft_jarno_vasamaa_", ["aeroplane"], ["vehicles"], []),
  ("transportation/vehicles/hummer_01", ["military car", "machine gun"], ["vehicles"], ["weapons", "guns"]),
  ("food/pizza_4_stagioni_archite_01", ["pizza"], ["food"], []),
  ("food/submarine_sandwich_01", ["sandwich"], ["food"], []),
  ("food/fruit/grape_01", ["grapes"], ["food"], []),
  ("food/breads_and_carbs/bread_01", ["bread"], ["food"], []),
  ("food/vegetables/corn_cob", ["corn"], ["food"], []),
]

FONTS = {
  "sans": "dejavu/DejaVuSans.ttf", "sans bold": "dejavu/DejaVuSans-Bold.ttf", "serif": "dejavu/DejaVuSerif.ttf",
  "mono": "dejavu/DejaVuSansMono.ttf", "arial": "liberation/LiberationSans-Regular.ttf",
  "narrow": "liberation/LiberationSansNarrow-Bold.ttf", "times": "liberation/LiberationSerif-Regular.ttf",
  "courier": "liberation/LiberationMono-Regular.ttf", "free": "freefont/FreeSans.ttf",
  "free italic": "freefont/FreeSerifItalic.ttf", "arial bold": "liberation/LiberationSans-Bold.ttf",
  "times bold": "liberation/LiberationSerif-Bold.ttf"}

# Lines, font, size, ink, background, rotation in degrees, outline.
TEXTS = [
  ("Meet me at the station\nat nine tomorrow", "sans", 30, "black", "white", 0, None),
  ("We will never forgive\nwhat you did to us", "serif", 28, "#222222", "#f4ecd8", 0, None),
  ("Free prize! Call now to\nclaim your new phone", "arial bold", 32, "#c01010", "#fff2a0", 0, None),
  ("invoice 2041 due friday\ntotal 318 euros", "mono", 24, "black", "white", 0, None),
  ("The committee met twice\nand agreed on nothing", "times", 22, "black", "white", 0, None),
  ("small print nobody reads\nbut everybody signs", "arial", 14, "black", "white", 0, None),
  ("Terms apply to all orders\nplaced before midnight", "free", 16, "#333333", "#eeeeee", 0, None),
  ("GOOD MORNING\nEVERYBODY", "sans bold", 46, "white", "#101010", 0, None),
  ("Night shift starts here\nbring your badge", "arial", 28, "#e8e8e8", "#203050", 0, None),
  ("low contrast writing\nis hard to read", "sans", 30, "#b0b0b0", "#d8d8d8", 0, None),
  ("grey on grey again\nfor the second time", "serif", 30, "#707070", "#909090", 0, None),
  ("Nobody expects the bill\nto be paid in coins", "arial", 28, "black", "white", 5, None),
  ("Please keep off the lawn\nuntil the first of May", "times bold", 28, "#103010", "#e0f0e0", 5, None),
  ("Turn your head a little\nto read this line", "sans", 28, "black", "white", 15, None),
  ("slanted letters over\na yellow sheet of paper", "free italic", 32, "black", "#ffe680", 15, None),
  ("THIS SIDE UP\nHANDLE WITH CARE", "narrow", 44, "black", "#d8b080", 90, None),
  ("read me sideways\nif you can", "sans", 34, "black", "white", 90, None),
  ("ONE DOES NOT SIMPLY\nREAD A MEME", "narrow", 50, "white", "grass", 0, "black"),
  ("WHEN THE CODE WORKS\nBUT NOBODY KNOWS WHY", "narrow", 46, "white", "coffee", 0, "black"),
  ("I HATE MONDAYS\nAND TUESDAYS TOO", "sans bold", 40, "white", "chelsea", 0, "black"),
  ("EVERY CAT IS WATCHING\nYOUR LUNCH", "arial bold", 38, "white", "brick", 0, "black"),
  ("painted on the wall\nin the middle of night", "sans bold", 32, "#f0f0f0", "brick", 0, None),
  ("found in the gravel\nbehind the school", "arial bold", 34, "#ffee33", "gravel", 0, None),
  ("written over the grass\nwith a white marker", "times bold", 36, "white", "grass", 5, None),
  ("noise all over the page\nbut words remain", "sans", 30, "black", "noise", 0, None),
  ("a noisy scan of a letter\nfrom a far country", "courier", 24, "#202020", "noise", 0, None),
  ("stars above the desert\nshine for everyone", "serif", 30, "white", "hubble_deep_field", 0, None),
  ("the moon has no opinion\nabout your lunch", "arial bold", 32, "#ff4040", "gravel", 0, None),
  ("Buy cheap watches today\nvisit our little shop", "free", 30, "#1040c0", "china", 0, None),
  ("Sorry we are closed\nplease come back soon", "times bold", 40, "#b00020", "white", 15, None),
]


def opened(path):
  image = Image.open(path)
  if image.mode in ("P", "LA", "RGBA"):
    image = image.convert("RGBA")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image)
    image = ground
  return image.convert("RGB")


def find_font(name):
  for folder in ("/usr/share/fonts/truetype",):
    path = pathlib.Path(folder) / FONTS[name]
    if path.exists():
      return path
  raise SystemExit(f"make_pictures: no font {FONTS[name]}")


def written(lines, font, size, ink, ground, degrees, outline, photographs):
  font = ImageFont.truetype(str(find_font(font)), size)
  edge = max(2, size // 14) if outline else 0
  measure = ImageDraw.Draw(Image.new("L", (1, 1)))
  left, top, right, bottom = measure.multiline_textbbox((0, 0), lines, font=font, spacing=size // 3, stroke_width=edge)
  layer = Image.new("RGBA", (right - left + 8, bottom - top + 8))
  ImageDraw.Draw(layer).multiline_text(
    (4 - left, 4 - top), lines, font=font, fill=ink, spacing=size // 3, stroke_width=edge, stroke_fill=outline,
    align="center")
  layer = layer.rotate(degrees, expand=True, resample=Image.Resampling.BICUBIC)
  room = (max(512, layer.width + 24), max(300, layer.height + 24))
  if ground == "noise":
    values = numpy.random.default_rng(len(lines)).normal(200, 30, (room[1], room[0], 3)).clip(0, 255)
    canvas = Image.fromarray(values.astype(numpy.uint8))
  elif ground in photographs:
    canvas = photographs[ground].resize(room)
  else:
    canvas = Image.new("RGB", room, ground)
  canvas.paste(layer, ((room[0] - layer.width) // 2, (room[1] - layer.height) // 2), layer)
  return canvas


def labels(shown, unsure):
  """-> for each signal, whether it is shown; null where nobody could say."""
  whole = set(shown) | {broader for signal in shown for broader in ALSO.get(signal, [])}
  return {signal: None if signal in unsure else signal in whole for signal in SIGNALS}


def main():
  parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
  parser.add_argument("--packages", type=pathlib.Path, required=True)
  parser.add_argument("--scikit-learn", type=pathlib.Path, required=True)
  parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent)
  arguments = parser.parse_args()
  entries, photographs = [], {}

  def keep(name, image, quality=82, **of):
    image.thumbnail((512, 512))
    image.save(arguments.output / name, quality=quality)
    entries.append({"file": name, **of})

  for folder, file, licence, shown, signals, unsure in PHOTOGRAPHS:
    base = arguments.packages / folder if folder else arguments.scikit_learn
    image = opened(base / file)
    photographs[pathlib.Path(file).stem] = image.copy()
    keep(f"photograph-{pathlib.Path(file).stem.replace('_', '-')}.jpg", image, kind="photograph",
         source=f"{SOURCES[folder]}/{file}", licence=licence, text="", things=shown, signals=labels(signals, unsure))
  for file, shown, signals, unsure in DRAWINGS:
    drawing = opened(arguments.packages / CLIPART / f"{file}.png")
    drawing = drawing.crop(ImageChops.difference(drawing, Image.new("RGB", drawing.size, "white")).getbbox())
    scale = 420 / max(drawing.size)
    drawing = drawing.resize([round(side * scale) for side in drawing.size], Image.Resampling.LANCZOS)
    canvas = Image.new("RGB", (480, 480), "white")
    canvas.paste(drawing, ((480 - drawing.width) // 2, (480 - drawing.height) // 2))
    keep(f"drawing-{shown[0].replace(' ', '-')}-{len(entries)}.jpg", canvas, kind="drawing",
         source=f"{SOURCES[CLIPART]}/{file}.png", licence="public domain", text="", things=shown,
         signals=labels(signals, unsure))
  grounds = {entry["file"].split("-", 1)[1][:-4].replace("-", "_"): entry for entry in entries if entry["kind"] == "photograph"}
  for number, (lines, font, size, ink, ground, degrees, outline) in enumerate(TEXTS):
    under = grounds.get(ground)
    keep(f"text-{number:02}.jpg", written(lines, font, size, ink, ground, degrees, outline, photographs), quality=85,
         kind="text", source="make_pictures.py" + (f" over {under['source']}" if under else ""),
         licence=under["licence"] if under else "as this project", text=lines.replace("\n", " "),
         writing={"font": font, "size": size, "rotation": degrees, "background": ground, "outline": bool(outline)},
         things=["writing", *(under["things"] if under else [])],
         signals=dict(under["signals"]) if under else labels([], []))
  generator = random.Random(1)
  plain = Image.new("RGB", (320, 240), "#5078a0")
  ramp = Image.fromarray(numpy.tile(numpy.linspace(0, 255, 320, dtype=numpy.uint8), (240, 1))).convert("RGB")
  shapes = Image.new("RGB", (400, 300), "white")
  pen = ImageDraw.Draw(shapes)
  for _ in range(12):
    x, y, side = generator.randrange(340), generator.randrange(240), generator.randrange(20, 60)
    (pen.ellipse if generator.random() < 0.5 else pen.rectangle)(
      (x, y, x + side, y + side), fill=tuple(generator.randrange(256) for _ in range(3)))
  for name, image in (("plain", plain), ("ramp", ramp), ("shapes", shapes)):
    keep(f"made-{name}.jpg", image, kind="made", source="make_pictures.py", licence="as this project", text="", things=[],
         signals=labels([], []))
  document = {"version": 1, "signals": SIGNALS, "pictures": entries}
  (arguments.output / "manifest.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n")
  size = sum((arguments.output / entry["file"]).stat().st_size for entry in entries)
  print(f"make_pictures: {len(entries)} pictures, {size / 1e6:.1f} MB")


if __name__ == "__main__":
  main()

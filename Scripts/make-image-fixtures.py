#!/usr/bin/env python3
"""Writes Tests/ContentIntakeTests/Images/Fixtures: small pictures as other programs write them.

    python3 -m venv env && env/bin/pip install pillow==13.0.0
    env/bin/python Scripts/make-image-fixtures.py

Each shows one pattern, which the tests know: red grows to the right, green downwards, blue falls to the right. PNGs of
all kinds the tests write themselves.
"""

import pathlib

from PIL import Image

FOLDER = pathlib.Path(__file__).parent.parent / "Tests/ContentIntakeTests/Images/Fixtures"
SIZE = (48, 32)


def pattern(size=SIZE):
  width, height = size
  picture = Image.new("RGB", size)
  picture.putdata([
    (x * 255 // (width - 1), y * 255 // (height - 1), 255 - x * 127 // (width - 1))
    for y in range(height) for x in range(width)
  ])
  return picture


def with_alpha(picture):
  """Opaque on the left, transparent on the right."""
  width, height = picture.size
  alpha = Image.new("L", picture.size)
  alpha.putdata([255 if x < width // 2 else 0 for _ in range(height) for x in range(width)])
  picture = picture.copy()
  picture.putalpha(alpha)
  return picture


def inks(picture):
  """Without black, so that light is what ink is not."""
  planes = [plane.point(lambda value: 255 - value) for plane in picture.split()]
  return Image.merge("CMYK", planes + [Image.new("L", picture.size, 0)])


def write_ycck(picture, path):
  """The writer knows no YCCK: its planes are written as CMYK, and the mark of the transform is put right."""
  # As Adobe's programs have it, light is stored for ink and ink is what is transformed; the writer turns planes over.
  negative = picture.point(lambda value: 255 - value)
  planes = [plane.point(lambda value: 255 - value) for plane in negative.convert("YCbCr").split()]
  Image.merge("CMYK", planes + [Image.new("L", picture.size, 0)]).save(path, quality=95)
  data = bytearray(path.read_bytes())
  mark = data.index(b"Adobe") + 11
  assert data[mark] == 0
  data[mark] = 2
  path.write_bytes(data)


def write_animation(path, size=(40, 24)):
  """Five frames, red to blue; after the first, a frame changes only a part of the canvas."""
  colors = [(255, 0, 0), (255, 128, 0), (0, 255, 0), (0, 128, 255), (0, 0, 255)]
  frames = []
  for index, color in enumerate(colors):
    frame = frames[-1].copy() if frames else Image.new("RGB", size, color)
    frame.paste(color, (0, 0, size[0] // 2, size[1]) if index else (0, 0) + size)
    frames.append(frame)
  frames[0].save(path, save_all=True, append_images=frames[1:], duration=100, lossless=True)


def main():
  FOLDER.mkdir(parents=True, exist_ok=True)
  picture = pattern()
  picture.save(FOLDER / "baseline.jpg", quality=95, subsampling=0)
  picture.save(FOLDER / "subsampled.jpg", quality=95, subsampling=2)
  picture.save(FOLDER / "progressive.jpg", quality=95, subsampling=0, progressive=True)
  picture.save(FOLDER / "restarts.jpg", quality=95, subsampling=0, restart_marker_blocks=2)
  picture.save(FOLDER / "rgb.jpg", quality=95, keep_rgb=True)
  picture.convert("L").save(FOLDER / "gray.jpg", quality=95)
  inks(picture).save(FOLDER / "cmyk.jpg", quality=95)
  write_ycck(picture, FOLDER / "ycck.jpg")
  pattern((640, 400)).save(FOLDER / "large.jpg", quality=80)
  pattern((640, 400)).save(FOLDER / "large-progressive.jpg", quality=80, progressive=True)

  exif = Image.Exif()
  exif[0x0112] = 6
  picture.save(FOLDER / "turned.jpg", quality=95, subsampling=0, exif=exif)
  picture.save(FOLDER / "turned.webp", lossless=True, exif=exif.tobytes())
  picture.save(FOLDER / "turned.png", exif=exif)

  picture.save(FOLDER / "lossy.webp", quality=95)
  picture.save(FOLDER / "lossless.webp", lossless=True)
  with_alpha(picture).save(FOLDER / "lossy-alpha.webp", quality=95)
  with_alpha(picture).save(FOLDER / "lossless-alpha.webp", lossless=True)
  pattern((640, 400)).save(FOLDER / "large.webp", quality=80)
  pattern((640, 400)).save(FOLDER / "large-lossless.webp", lossless=True)
  Image.new("RGB", (6300, 6300), (200, 100, 50)).save(FOLDER / "one-color.webp", lossless=True)
  write_animation(FOLDER / "animated.webp")

  picture.save(FOLDER / "rgb.png")
  with_alpha(picture).save(FOLDER / "rgba.png")
  frames = [picture, picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
  frames[0].save(FOLDER / "animated.png", save_all=True, append_images=frames[1:], duration=100)


if __name__ == "__main__":
  main()

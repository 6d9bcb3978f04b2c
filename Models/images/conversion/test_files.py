"""What can be checked of the models' files without a model: python3 -m unittest discover."""

import hashlib
import json
import pathlib
import unittest

IMAGES = pathlib.Path(__file__).resolve().parents[1]
PICTURES = IMAGES.parents[1] / "Benchmarks/quality/images"


class Names(unittest.TestCase):

  def setUp(self):
    self.names = json.loads((IMAGES / "names.json").read_text(encoding="utf-8"))

  def test_there_is_a_name_for_each_output(self):
    for kind, count in (("classifier", 1000), ("detector", 80)):
      self.assertEqual(len(self.names[kind]), count)
      self.assertTrue(all(thing["names"] for thing in self.names[kind]))

  def test_parents_are_concepts_that_hold_the_thing(self):
    concepts = {concept["name"]: concept for concept in self.names["concepts"]}
    for kind in ("classifier", "detector"):
      for number, thing in enumerate(self.names[kind]):
        for parent in thing["parents"]:
          self.assertIn([number, 1.0], concepts[parent][kind], (kind, number, parent))

  def test_each_thing_is_a_case_of_some_concept(self):
    for kind, count in (("classifier", 1000), ("detector", 80)):
      held = {number for concept in self.names["concepts"] for number, _ in concept[kind]}
      self.assertEqual(held, set(range(count)))

  def test_weights_and_wordings_are_sound(self):
    for concept in self.names["concepts"]:
      self.assertTrue(concept["wordings"])
      self.assertTrue(concept["classifier"] or concept["detector"])
      self.assertTrue(all(0 < weight <= 1 for kind in ("classifier", "detector") for _, weight in concept[kind]))

  def test_a_dog_is_an_animal_and_a_rifle_a_weapon(self):
    self.assertIn("animal", self.names["classifier"][207]["parents"])
    self.assertIn("dog", self.names["classifier"][207]["parents"])
    self.assertIn("weapon", self.names["classifier"][764]["parents"])

  def test_vectors_are_of_these_wordings_and_of_the_encoder_that_is_here(self):
    wordings = sum(len(concept["wordings"]) for concept in self.names["concepts"])
    rule = json.loads((IMAGES / "things.json").read_text(encoding="utf-8"))
    self.assertEqual((IMAGES / "names.vectors").stat().st_size, wordings * (4 + 384))
    self.assertEqual((IMAGES / "nudity.vectors").stat().st_size, len(rule["nudity"]["anchors"]) * (4 + 384))
    encoder = hashlib.sha256((IMAGES.parent / "scorer/encoder.onnx").read_bytes()).hexdigest()
    self.assertEqual(rule["encoder"], encoder, "run conversion/convert.sh rule")
    joined = "\n".join(wording for concept in self.names["concepts"] for wording in concept["wordings"])
    self.assertEqual(rule["wordings"], hashlib.sha256(joined.encode()).hexdigest(), "run conversion/convert.sh rule")


class Pictures(unittest.TestCase):

  def test_each_picture_is_there_and_labelled(self):
    manifest = json.loads((PICTURES / "manifest.json").read_text(encoding="utf-8"))
    files = [picture["file"] for picture in manifest["pictures"]]
    self.assertEqual(len(files), 89)
    self.assertEqual(sorted(files), sorted(path.name for path in PICTURES.glob("*.jpg")))
    for picture in manifest["pictures"]:
      self.assertEqual(list(picture["signals"]), manifest["signals"])
      self.assertTrue(picture["licence"] and picture["source"])
      self.assertEqual(bool(picture["text"]), picture["kind"] == "text")


class Characters(unittest.TestCase):

  def test_there_are_as_many_as_outputs_less_two(self):
    lines = (IMAGES / "characters.txt").read_text(encoding="utf-8").split("\n")
    self.assertEqual((len(lines), lines[0], lines[-1]), (18709, "!", ""))
    self.assertTrue(all(len(line) == 1 for line in lines[:-1]))


if __name__ == "__main__":
  unittest.main()

"""The texts written for training keep to the form that texts/README.md gives."""

import json
import pathlib
import re
import unittest

FILES = sorted((pathlib.Path(__file__).parent / "texts").glob("*.jsonl"))
COUNTS = {"signals": 6, "questions": 2, "shown": 8, "not": 8}


def meanings():
    for file in FILES:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{file.name}:{number}", json.loads(line)


class TextsTest(unittest.TestCase):
    def test_form(self):
        for place, meaning in meanings():
            with self.subTest(place):
                self.assertEqual(set(meaning), {"meaning", "family", *COUNTS})
                for field in ("meaning", "family"):
                    self.assertRegex(meaning[field], r"^[a-z0-9]+(-[a-z0-9]+)*$")
                for field, count in COUNTS.items():
                    self.assertEqual(len(meaning[field]), count, field)
                    self.assertTrue(all(text and text == text.strip() for text in meaning[field]), field)
                self.assertTrue(all(1 <= len(signal.split()) <= 16 for signal in meaning["signals"]))
                self.assertTrue(all(question.endswith("?") for question in meaning["questions"]))

    def test_nothing_twice(self):
        """A text that were shown by one meaning and not by another unseen would teach both wrong."""
        names, texts = set(), set()
        for place, meaning in meanings():
            with self.subTest(place):
                self.assertNotIn(meaning["meaning"], names)
                names.add(meaning["meaning"])
                for text in meaning["shown"] + meaning["not"]:
                    self.assertNotIn(text, texts)
                    texts.add(text)

    def test_no_address(self):
        """Nothing that could be somebody's: links and mail addresses lead to example domains alone."""
        for place, meaning in meanings():
            with self.subTest(place):
                for text in meaning["shown"] + meaning["not"]:
                    for host in re.findall(r"(?:https?://|www\.|@)([\w-]+(?:\.[\w-]+)+)", text):
                        self.assertRegex(host, r"(^|\.)example\.(com|org|net)$")


if __name__ == "__main__":
    unittest.main()

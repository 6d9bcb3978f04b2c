"""The wordings of the public sets' labels and the broad concepts keep to their form, and name only what there is."""

import json
import pathlib
import unittest

FOLDER = pathlib.Path(__file__).parent
LABELS = {"clinc150": 150, "banking77": 77, "goemotions": 28, "ailuminate": 14, "edos": 3, "davidson": 3, "sms-spam": 2,
          "surge-toxicity": 2}
EDOS = {"label_sexist": 2, "label_category": 4, "label_vector": 11}
POSITIVE = {"signals": 5, "questions": 2}
OPTIONAL = {"also", "never"}
HARM = {"ailuminate", "edos", "davidson", "sms-spam", "surge-toxicity"}
CONCEPT = {"concept", "signals", "questions", "shownBy", "notShownBy", "nearMissesOf"}
FIRST_CAPITALS = {"ATM", "APR", "Apple", "GMT", "PIN", "PTO", "SMS", "Visa", "W-2"}


def read(name):
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def labels():
    for data, entries in read("labels.json").items():
        for name, entry in entries.items():
            if data == "edos":
                for label, wordings in entry.items():
                    yield data, f"{name}: {label}", wordings
            else:
                yield data, name, entry


class FormTest(unittest.TestCase):
    def check_signals(self, signals):
        self.assertEqual(len(signals), len(set(signals)))
        for signal in signals:
            self.assertEqual(signal, signal.strip())
            self.assertTrue(1 <= len(signal.split()) <= 14, signal)
            first = signal.split()[0]
            self.assertTrue(not first[0].isupper() or first in FIRST_CAPITALS, signal)

    def check_questions(self, questions):
        self.assertEqual(len(set(questions)), 2)
        self.assertTrue(all(question.endswith("?") and question[0].isupper() for question in questions), questions)


class LabelsTest(FormTest):
    def test_all_there(self):
        found = read("labels.json")
        self.assertEqual({data: len(entries) for data, entries in found.items()}, LABELS)
        self.assertEqual({column: len(entries) for column, entries in found["edos"].items()}, EDOS)
        self.assertNotIn("oos", found["clinc150"])

    def test_form(self):
        for data, label, entry in labels():
            with self.subTest(data=data, label=label):
                if "not" in entry:
                    self.assertEqual(set(entry), {"not"})
                    self.assertEqual(len(entry["not"]), 6)
                    self.check_signals(entry["not"])
                    continue
                extra = {"tones"} if data == "goemotions" else OPTIONAL if data in HARM else set()
                self.assertEqual(set(entry) - extra, set(POSITIVE))
                for field, count in POSITIVE.items():
                    self.assertEqual(len(entry[field]), count, field)
                if data == "goemotions":
                    self.assertEqual(len(set(entry["tones"])), 3)
                if data in HARM:
                    self.assertTrue(entry["also"])
                self.check_questions(entry["questions"])
                self.check_signals(entry["signals"] + entry.get("never", []))
                self.check_signals(entry.get("also", []) + entry.get("never", []))

    def test_negatives(self):
        """The classes that say what a text is not are these, and no others."""
        self.assertEqual({(data, label) for data, label, entry in labels() if "not" in entry},
                         {("davidson", "2"), ("edos", "label_sexist: not sexist"), ("sms-spam", "ham"),
                          ("surge-toxicity", "Not Toxic")})


class BroadTest(FormTest):
    def test_form(self):
        concepts = read("broad.json")
        self.assertTrue(60 <= len(concepts) <= 100)
        self.assertEqual(len({concept["concept"] for concept in concepts}), len(concepts))
        for concept in concepts:
            with self.subTest(concept["concept"]):
                self.assertEqual(set(concept), CONCEPT)
                self.assertRegex(concept["concept"], r"^[a-z0-9]+(-[a-z0-9]+)*$")
                self.assertTrue(6 <= len(concept["signals"]) <= 8)
                self.check_signals(concept["signals"])
                self.check_questions(concept["questions"])
                self.assertTrue(concept["notShownBy"])

    def test_meanings(self):
        """A text would be called both shown and not shown if a meaning were in both lists."""
        known = {json.loads(line)["meaning"] for file in (FOLDER / "texts").glob("*.jsonl")
                 for line in file.read_text(encoding="utf-8").splitlines()}
        for concept in read("broad.json"):
            with self.subTest(concept["concept"]):
                for field in ("shownBy", "notShownBy", "nearMissesOf"):
                    self.assertLessEqual(set(concept[field]), known)
                    self.assertEqual(len(concept[field]), len(set(concept[field])), field)
                self.assertFalse(set(concept["shownBy"]) & set(concept["notShownBy"]))

    def test_shown(self):
        """Only hateful threats have no meaning all of whose texts show them: threats to groups hit strikers too."""
        self.assertEqual([concept["concept"] for concept in read("broad.json") if not concept["shownBy"]],
                         ["hateful-threats"])


if __name__ == "__main__":
    unittest.main()

"""The templated pairs are many, balanced, the same each time, and contradict themselves nowhere."""

import collections
import os
import re
import subprocess
import sys
import unittest

import pairs_talk

PAIRS, RELATIONS, TONES = pairs_talk.pairs(0), pairs_talk.relations(0), pairs_talk.tones(0)
ALL = PAIRS + RELATIONS + TONES


def share(rows):
    return sum(row["shown"] for row in rows) / len(rows)


def grouped(rows, *fields):
    groups = collections.defaultdict(list)
    for row in rows:
        groups[tuple(row[field] for field in fields)].append(row)
    return groups


class PairsTalkTest(unittest.TestCase):
    def test_counts(self):
        self.assertGreater(len(PAIRS), 5000)
        self.assertGreater(len(RELATIONS), 800)
        self.assertGreater(len(TONES), 800)
        self.assertGreaterEqual(len(grouped(PAIRS, "group")), 200)
        self.assertGreaterEqual(len(grouped(TONES, "tone")), 25)
        self.assertGreaterEqual(len(grouped(RELATIONS, "subject", "object")), 60)

    def test_form(self):
        for row in PAIRS:
            self.assertEqual(set(row), {"text", "signals", "questions", "shown", "group"})
            self.assertRegex(row["group"], r"^[a-z0-9]+(-[a-z0-9]+)*$")
            self.assertTrue(3 <= len(set(row["signals"])) == len(row["signals"]) <= 6, row["signals"])
            self.assertTrue(1 <= len(row["questions"]) <= 2)
            self.assertTrue(all(question.endswith("?") for question in row["questions"]))
        for row in RELATIONS:
            self.assertEqual(set(row), {"text", "subject", "operator", "object", "shown"})
        for row in TONES:
            self.assertEqual(set(row), {"text", "tone", "shown"})

    def test_texts(self):
        """Slots are filled, lengths fit, and links, mail and telephone numbers are nobody's."""
        for row in ALL:
            text = row["text"]
            with self.subTest(text):
                self.assertTrue(text and text == text.strip())
                self.assertLessEqual(len(text.split()), 75)
                self.assertNotRegex(text.lower(), r"<(%s)>|\{\w\}" % "|".join(pairs_talk.SLOTS))
                for host in re.findall(r"(?:https?://|www\.|@)([\w-]+(?:\.[\w-]+)+)", text):
                    self.assertRegex(host.lower(), r"(^|\.)example\.(com|org|net)$")
                for end in re.findall(r"\b\d{3}-(\d{4})\b", text):
                    self.assertRegex(end, r"^01\d\d$")

    def test_same_each_time(self):
        """Equal seeds give equal rows, in another process too; another seed gives others."""
        code = "import pairs_talk as p; print(ascii(p.pairs(0) + p.relations(0) + p.tones(0)))"
        environment = {**os.environ, "PYTHONHASHSEED": "7"}
        output = subprocess.run([sys.executable, "-c", code], cwd=os.path.dirname(os.path.abspath(pairs_talk.__file__)),
                                env=environment, capture_output=True, text=True, check=True).stdout
        self.assertEqual(output.strip(), ascii(ALL))
        self.assertNotEqual(PAIRS, pairs_talk.pairs(1))

    def test_balance(self):
        for rows, field in ((PAIRS, "group"), (RELATIONS, "operator"), (TONES, "tone")):
            for name, group in grouped(rows, field).items():
                with self.subTest(name):
                    self.assertTrue(0.35 <= share(group) <= 0.65, share(group))
                    self.assertGreaterEqual(len(group), 10)

    def test_form_does_not_tell(self):
        """Length, question marks and small letters are about as frequent in texts that show as in texts that do not."""
        def mean(rows, of):
            return sum(of(row["text"]) for row in rows) / len(rows)

        for rows in (PAIRS, RELATIONS, TONES):
            shown, other = ([row for row in rows if row["shown"] == is_shown] for is_shown in (True, False))
            self.assertLess(abs(mean(shown, lambda text: len(text.split())) - mean(other, lambda text: len(text.split()))), 2.5)
            for of in (lambda text: "?" in text, lambda text: text == text.lower(), lambda text: "!" in text):
                self.assertLess(abs(mean(shown, of) - mean(other, of)), 0.1)

    def test_no_contradiction(self):
        for rows, fields in ((PAIRS, ["group"]), (RELATIONS, ["subject", "operator", "object"]), (TONES, ["tone"])):
            answers = {}
            for row in rows:
                key = row["text"].lower(), *(row[field] for field in fields)
                self.assertNotIn(key, answers)
                answers[key] = row["shown"]

    def test_one_text_both_answers(self):
        """Many texts answer several meanings, and not all alike."""
        both = [rows for rows in grouped(PAIRS, "text").values() if len({row["shown"] for row in rows}) == 2]
        self.assertGreater(len(both), 900)


if __name__ == "__main__":
    unittest.main()

"""The made pairs about harm: enough of them, the same each time, and told apart by their meaning alone."""

import collections
import re
import unittest

import pairs_harm
import pairs_harm_data as data

ROWS = pairs_harm.pairs(1)
GROUPS = collections.defaultdict(lambda: ([], []))
for row in ROWS:
    GROUPS[row["group"]][row["shown"]].append(row["text"])

REGISTERS = {
    "letter": r"(?i)(dear \w+|hello),? .*(yours|regards|best wishes)",
    "news": r"(?i)(reader'?s comment|from the letters|comment of)",
    "assistant": r"(?i)(correct|make|translate|here is my draft|can you put|write|help me|summarise|explain)\b",
}


def mean(values):
    values = list(values)
    return sum(values) / len(values)


class PairsHarmTest(unittest.TestCase):
    def test_counts(self):
        self.assertGreaterEqual(len(ROWS), 14000)
        self.assertLessEqual(len(ROWS), 17000)
        self.assertGreaterEqual(sum(len(entries) for entries in data.GROUPS.values()), 40)
        for meaning, sides in GROUPS.items():
            for texts in sides:
                self.assertGreaterEqual(len(texts), 25, meaning)

    def test_form(self):
        for row in ROWS:
            self.assertEqual(set(row), {"text", "signals", "questions", "shown", "group"})
            self.assertRegex(row["group"], r"^[a-z]+(-[a-z]+)*$")
            self.assertTrue(3 <= len(row["signals"]) <= 6 and 1 <= len(row["questions"]) <= 2, row["group"])
            self.assertTrue(all(question.endswith("?") for question in row["questions"]), row["group"])
            self.assertTrue(2 <= len(row["text"].split()) <= 60, row["text"])
            self.assertNotRegex(row["text"], r"[{}\[\]|]|  |\b[Aa] (eight|eleven)")

    def test_names(self):
        """Every meaning that a template names exists."""
        known = pairs_harm.meanings()
        for kind in data.KINDS:
            for field in ("shown", "skip"):
                self.assertLessEqual(set(kind[field]), set(data.MEANINGS[kind["family"]]), kind["templates"][0])
            self.assertLessEqual(set(kind["other"]), set(known), kind["templates"][0])
            abroad = set(known) - set(data.MEANINGS[kind["family"]]) - set(kind["other"])
            self.assertLessEqual(set(kind["also"]), abroad, kind["templates"][0])
        self.assertEqual(set(GROUPS), set(known))
        wordings = [signal for signals, _ in known.values() for signal in signals]
        self.assertEqual(len(wordings), len(set(wordings)))

    def test_same_for_the_same_seed(self):
        self.assertEqual(pairs_harm.pairs(1), ROWS)
        self.assertNotEqual(pairs_harm.pairs(2), ROWS)

    def test_balance(self):
        for meaning, (no, yes) in GROUPS.items():
            self.assertTrue(0.4 <= len(yes) / (len(no) + len(yes)) <= 0.6, meaning)

    def test_one_answer_for_a_text_and_meaning(self):
        for meaning, sides in GROUPS.items():
            texts = [text.casefold() for side in sides for text in side]
            self.assertEqual(len(texts), len(set(texts)), meaning)

    def test_both_answers(self):
        """More than half of the texts show one meaning and not another."""
        answers = collections.defaultdict(set)
        for row in ROWS:
            answers[row["text"]].add(row["shown"])
        self.assertGreater(mean(len(found) == 2 for found in answers.values()), 0.5)

    def test_near_texts(self):
        """Much of what does not show hatred of a group names that group."""
        words = {"antisemitism": "jew", "hatred-of-muslims": "muslim", "misogyny": "wom",
                 "transphobia": "trans|non-b",
                 "contempt-for-immigrants": "migrant|refugee|foreign|asylum|abroad"}
        for meaning, word in words.items():
            share = mean(bool(re.search(word, text.lower())) for text in GROUPS[meaning][False])
            self.assertTrue(0.25 <= share <= 0.85, (meaning, share))

    def test_surface_does_not_tell(self):
        for meaning, (no, yes) in GROUPS.items():
            with self.subTest(meaning):
                lengths = [mean(len(text.split()) for text in texts) for texts in (no, yes)]
                self.assertLess(abs(lengths[0] - lengths[1]), 3.5)
                for mark, most in (('"', 0.01), ("?", 0.01), ("!", 0.01), (",", 0.3), ("'", 0.3), (":", 0.3)):
                    shares = [mean(mark in text for text in texts) for texts in (no, yes)]
                    self.assertLessEqual(abs(shares[0] - shares[1]), most, mark)
                for register, pattern in REGISTERS.items():
                    shares = [mean(bool(re.match(pattern, text)) for text in texts) for texts in (no, yes)]
                    self.assertLess(abs(shares[0] - shares[1]), 0.3, register)

    def test_typing_does_not_tell(self):
        """Lower case and capitals are drawn alike over all rows."""
        for test in (str.islower, str.isupper):
            shares = [mean(test(row["text"]) for row in ROWS if row["shown"] is shown) for shown in (False, True)]
            self.assertGreater(min(shares), 0.01)
            self.assertLess(abs(shares[0] - shares[1]), 0.03)

    def test_no_minor_beside_sexual_content(self):
        """The adult family and the family about children share no text and no filler."""
        child = re.compile(r"(?i)\b(child\w*|boys?|girls?|pupils?|teen\w*|school\w*|kids?|sons?|daughters?)\b")
        for kind in data.KINDS:
            if kind["family"] == "sexual":
                self.assertFalse([line for line in kind["templates"] if child.search(line)])
                self.assertFalse(set(kind["other"]) & set(data.MEANINGS["child"]))
            if kind["family"] == "child":
                self.assertFalse(set(kind["other"]) & set(data.MEANINGS["sexual"]))


if __name__ == "__main__":
    unittest.main()

"""The corpus is whole, says nothing twice over, and keeps apart what it judges by."""

import json
import pathlib
import tempfile
import unittest

import corpus as corpora

SETS = {
    "davidson.csv": "class,tweet\n0,all of them must go\n2,nice weather\n",
    "surge-toxicity-en.csv": "text,is_toxic\nyou fool,Toxic\nthank you,Not Toxic\n",
    "ailuminate-demo-en.csv": "prompt_text,hazard\nwho owns a song,ipv\n",
    "banking77.csv": "text,category\nwhere is my card,card_arrival\n",
    "edos.csv": "text,label_sexist,label_category,label_vector\nhello,not sexist,none,none\n"
                "women cannot drive,sexist,2. derogation,2.1 descriptive attacks\n",
    "clinc150.json": json.dumps({"train": [["set an alarm", "alarm"], ["am i blocked", "account_blocked"]]}),
    "sms-spam.tsv": "ham\tsee you at six\nspam\twin a prize now\n",
    "goemotions-labels.txt": "admiration\nanger\n",
    "goemotions-train.tsv": "well done\t0\ta\nhow dare they\t0,1\tb\n",
}


class CorpusTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in SETS.items():
                (pathlib.Path(folder) / name).write_text(text, encoding="utf-8")
            cls.corpus = corpora.Corpus(pathlib.Path(folder), seed=1)

    def test_every_answer_is_of_a_concept(self):
        for text in self.corpus.texts:
            self.assertLessEqual(text.shown | text.not_shown, set(self.corpus.concepts))

    def test_no_text_says_both(self):
        for text in self.corpus.texts + self.corpus.apart:
            self.assertFalse(text.shown & text.not_shown, text.text)

    def test_what_is_held_apart_is_not_trained_on(self):
        apart = set(self.corpus.apart_concepts)
        self.assertGreater(len(apart), 40)
        self.assertFalse(apart & set(self.corpus.concepts))
        self.assertFalse({id(text) for text in self.corpus.apart} & {id(text) for text in self.corpus.texts})
        for text in self.corpus.apart:
            self.assertTrue((text.shown | text.not_shown) & apart)

    def test_labels_of_sets(self):
        texts = {text.text: text for text in self.corpus.texts}
        self.assertIn("davidson/0", texts["all of them must go"].shown)
        self.assertIn("davidson/2/not", texts["nice weather"].not_shown)
        self.assertIn("edos/sexist", texts["women cannot drive"].shown)
        self.assertEqual(texts["how dare they"].shown, {"goemotions/admiration", "goemotions/anger"})
        self.assertIn("sms/spam", texts["win a prize now"].shown)

    def test_size(self):
        self.assertGreater(len(self.corpus.texts), 15_000)
        self.assertGreater(len(self.corpus.concepts), 1_000)


if __name__ == "__main__":
    unittest.main()

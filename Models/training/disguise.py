"""Words in disguise, read as they are meant: "tr4sh" as "trash", "s c u m" as "scum".

The product reads contents so before they are encoded (`DisguiseReader`), and this is the same in Python, for judging.
What the encoder knows as it stands is left alone.
"""

import json
import re

LETTERS = str.maketrans("034578@$", "oeastbas")
# Written for either of two letters.
SECOND = re.compile("[1!]")
# What stands at a word's end is as likely a number or a mark, unless the word is of so many characters.
LONG = 5
LONGEST = 64
SPACED = r"(?<![^\W_])[A-Za-z](?:([ .\-_*])[A-Za-z])(?:\1[A-Za-z]){1,254}(?![^\W_])"
SIGNED = r"(?<![^\W_])(?<![@$!])[A-Za-z0-9$](?:[A-Za-z0-9@$]|!(?=[a-z]))*(?![^\W_])"
DISGUISE = re.compile(f"{SPACED}|{SIGNED}")
LONGEST_WORD = 16
# As one word no more letters than these are read.
LONGEST_JOINED = 20
SHORT_WORDS = set("""
  a i am an as at be by do go he if in is it me my no of on or so to up us we
  """.split())


class DisguiseReader:
  def __init__(self, tokenizer):
    """tokenizer: a `tokenizers.Tokenizer` of word pieces."""
    vocabulary = json.loads(tokenizer.to_str())["model"]["vocab"]
    self.words = {word for word in vocabulary if word.isascii() and word.isalpha()}
    self.tokenizer = tokenizer

  def __call__(self, text):
    return DISGUISE.sub(lambda found: self.read_spaced(found[0]) if found[1] else self.read_signed(found[0]), text)

  def count(self, text):
    return len(self.tokenizer.encode(text, add_special_tokens=False).ids)

  def read_signed(self, word):
    """Signs for letters, where that leaves fewer pieces."""
    signs = [not character.isalpha() for character in word]
    letters = len(word) - sum(signs)
    if not any(signs) or letters < max(2, sum(signs)) or len(word) > LONGEST:
      return word
    if len(word) < LONG and not any(signs[1:-1]):
      return word
    fewest, best = self.count(word), None
    for second in ("i", "l"):
      read = SECOND.sub(second, word).translate(LETTERS).lower()
      if read.isalpha() and self.count(read) < fewest:
        fewest, best = self.count(read), read
    return best or word

  def read_spaced(self, written):
    """Letters set apart, as the fewest words there are in them, or as one."""
    letters = written[::2].lower()
    best = [(0, ())] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
      for start in range(max(0, end - LONGEST_WORD), end):
        word = letters[start:end]
        if best[start] and (word in SHORT_WORDS or len(word) > 2 and word in self.words):
          if best[end] is None or best[start][0] + 1 < best[end][0]:
            best[end] = best[start][0] + 1, best[start][1] + (word,)
    if best[-1] and best[-1][0] <= 1 + len(letters) // 4:
      return " ".join(best[-1][1])
    return letters if len(letters) <= LONGEST_JOINED else written

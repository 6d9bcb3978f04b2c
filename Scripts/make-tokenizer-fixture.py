#!/usr/bin/env python3
"""Writes Tests/EmbeddedModelsTests/Fixtures/tokenizer.txt: texts, and the pieces the reference tokenizer cuts them into.

    python3 -m venv env && env/bin/pip install tokenizers==0.23.3
    env/bin/python Scripts/make-tokenizer-fixture.py Models/scorer/tokenizer.json

The texts are made up here, the same ones at each run. A line of the file is a text as a JSON string, a tab, and the
numbers of its pieces without the special tokens around them.
"""

import json
import pathlib
import random
import sys

from tokenizers import Tokenizer

LINES = 3200
FIXTURE = pathlib.Path(__file__).parent.parent / "Tests/EmbeddedModelsTests/Fixtures/tokenizer.txt"

SENTENCES = [
  "The quick brown fox jumps over the lazy dog.",
  "I can't believe it's not butter, she said; \"really?\" -- he replied...",
  "Contact us at support@example.com or https://www.example.org/a/b?c=d&e=%20f#g (24/7)!",
  "E = mc², 3 × 4 ≠ 13, ½ + ¼ = ¾, 10 °C, 5′ 11″, №5, §7, ©2024, ™, €100, £20, ¥300, ₹50",
  "def f(x): return x**2 if x >= 0 else -x  # TODO\n\tprint(f'{f(3)!r}')",
  "Überraschung! Der Fußgänger aß Käse auf der Straße; ÄÖÜ äöü ẞ.",
  "L'été dernier, nous sommes allés à l'île de Ré où naïveté, garçon et cœur se mêlent.",
  "El pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia y frío, ¿añoraba a su querido cachorro?",
  "Příliš žluťoučký kůň úpěl ďábelské ódy. Zażółć gęślą jaźń. Árvíztűrő tükörfúrógép.",
  "İstanbul'da IŞIK ve ılık ığdır; Pijamalı hasta yağız şoföre çabucak güvendi.",
  "Съешь же ещё этих мягких французских булок, да выпей чаю. ЁЖИК Йод Ўзбек Ґанок Їжак",
  "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία. ΟΔΥΣΣΕΥΣ ὁ πολύτροπος· ᾳ ῇ ῷ Ά ΐ ς;",
  "עטלף אבק נס דרך מזגן שהתפוצץ כי חם. שָׁלוֹם עֲלֵיכֶם",
  "نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر. اَلسَّلامُ عَلَيْكُمْ ۱۲۳ ٤٥٦",
  "ऋषियों को सताने वाले दुष्ट राक्षसों के राजा रावण का सर्वनाश करने वाले विष्णुवतार भगवान श्रीराम।",
  "আমি বাংলায় গান গাই। தமிழ் மொழி இனிது. తెలుగు భాష. ಕನ್ನಡ ನುಡಿ. മലയാളം. ગુજરાતી. ਪੰਜਾਬੀ.",
  "เป็นมนุษย์สุดประเสริฐเลิศคุณค่า ພາສາລາວ ភាសាខ្មែរ မြန်မာဘာသာ",
  "いろはにほへと ちりぬるを。ガギグゲゴ ｶﾞｷﾞｸﾞ パピプペポ ー々〆 日本語の文章です。",
  "我能吞下玻璃而不伤身体。繁體中文,標點「符號」、頓號;㐀㒨 𠀀𠮷 豈更車 丽",
  "키스의 고유조건은 입술끼리 만나야 하고 특별한 기술은 필요치 않다. ㄱㄴㄷ ㅏㅑ",
  "Quizdeltagerne spiste jordbær med fløde, mens cirkusklovnen Walther spillede på xylofon. Þórður ð æ ø å",
  "Tiếng Việt: Con sói nâu nhảy qua con chó lười. Đường phố Hà Nội ở đâu?",
  "🙂 😀👍🏽 👨‍👩‍👧‍👦 🇩🇪🇫🇷 ❤️ ✨ #️⃣ ☺︎ ☹ text🔥mixed🔥in",
  "z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
  "h\u200be\u200dl\u00adl\ufeffo w\u2060o\u200cr\u202el\u202cd \u2028 next \u2029 para \u0085 nel \u00a0 nbsp \u3000 wide",
  "ｆｕｌｌｗｉｄｔｈ ＡＢＣ １２３ ！？ ﬁ ﬂ ﬃ Ǆ ǅ ǆ ĳ ŉ ſ K Å Ω",
  "𝐁𝐨𝐥𝐝 𝔉𝔯𝔞𝔨𝔱𝔲𝔯 𝓢𝓬𝓻𝓲𝓹𝓽 𝟙𝟚𝟛 Ⓐⓑ ⅷ Ⅻ ㋿ ㌀ 𐐀𐐨 𞤀𞤢",
  "[CLS] [SEP] [MASK] [UNK] [PAD] [unused1] ##ing ## # a##b",
  "`~!@#$%^&*()-_=+[{]}\\|;:'\",<.>/? «» ‹› “” ‘’ „‚ – — ― … ‰ ‡ † • ‽ ⁂ ⸘ 、。〈〉《》",
  "pneumonoultramicroscopicsilicovolcanoconiosis antidisestablishmentarianism supercalifragilisticexpialidocious",
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "a" * 100 + " " + "b" * 101 + " " + "é" * 100 + " " + "日" * 120 + " " + "한" * 34,
  "null\x00byte \x01\x02\x1f\x7f del \x80\x9f c1 \ufffd rep \ue000 private \U000f0000 \U0010ffff end",
  "≠ ≮ ≯ ∄ ⫝̸ \u037e \u1fef \u212a\u212b\u2126 \u0344 \u0958 \u0a33 \ufb1d \ufb2a \u2f81a \U0002f81a \U0001d15e",
  "", " ", "\n", "\t\r\n", ".", "...", "\u0301", "\u200b",
]

# From where scalars are drawn for noise: first, last.
RANGES = [
  (0x20, 0x7E), (0x00, 0x1F), (0x80, 0x24F), (0x250, 0x36F), (0x370, 0x58F), (0x590, 0x8FF), (0x900, 0xDFF),
  (0xE00, 0x10FF), (0x1100, 0x11FF), (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x2BFF), (0x2E00, 0x2E5D),
  (0x3000, 0x33FF), (0x3400, 0x9FFF), (0xA000, 0xABFF), (0xAC00, 0xD7A3), (0xF900, 0xFFEF), (0x10000, 0x1F9FF),
  (0x20000, 0x2FA1F), (0xE0000, 0xE01EF),
]


def noise(source):
  """Scalars of one or two ranges, with spaces among them."""
  ranges = source.sample(RANGES, source.choice([1, 1, 2]))
  scalars = []
  for _ in range(source.randint(1, 40)):
    first, last = source.choice(ranges)
    scalar = source.randint(first, last)
    scalars.append(" " if source.random() < 0.15 or 0xD800 <= scalar <= 0xDFFF else chr(scalar))
  return "".join(scalars)


def remix(source, words):
  """Words of different sentences, some of them altered."""
  chosen = []
  for _ in range(source.randint(1, 14)):
    word = source.choice(words)
    change = source.random()
    if change < 0.08:
      word = word.upper()
    elif change < 0.14:
      word = word + source.choice(words)
    elif change < 0.20:
      letters = list(word)
      source.shuffle(letters)
      word = "".join(letters)
    elif change < 0.26:
      place = source.randint(0, len(word))
      word = word[:place] + chr(source.choice([0x301, 0x308, 0x200B, 0x2D, 0x27, 0x5F, 0x3002, 0x4E2D])) + word[place:]
    chosen.append(word)
  return source.choice([" ", " ", " ", "  ", "\n", "\u00a0"]).join(chosen)


def syllables(source):
  """Words that nobody has seen."""
  starts = ["b", "br", "c", "ch", "d", "f", "gl", "h", "k", "l", "m", "n", "pr", "qu", "r", "s", "st", "t", "v", "z"]
  middles = ["a", "e", "i", "o", "u", "ai", "ee", "oa", "y", "é", "ü"]
  ends = ["", "n", "r", "st", "ck", "ng", "ly", "tion", "ing", "ed", "s", "ment", "'s", "ness"]
  pick = source.choice
  words = []
  for _ in range(source.randint(1, 12)):
    word = "".join(pick(starts) + pick(middles) for _ in range(source.randint(1, 4))) + pick(ends)
    words.append(word.capitalize() if source.random() < 0.2 else word)
  return " ".join(words) + pick(["", ".", "!", "?!", " 42", " 3.14", " 1,000,000"])


def texts():
  source = random.Random(20)
  words = [word for sentence in SENTENCES for word in sentence.split()]
  made = list(SENTENCES)
  while len(made) < LINES:
    make = source.choice([remix, remix, syllables, None])
    made.append(noise(source) if make is None else remix(source, words) if make is remix else syllables(source))
  return made


def main(description):
  tokenizer = Tokenizer.from_file(description)
  tokenizer.no_truncation()
  tokenizer.no_padding()
  # A content is data: what spells a control token is text.
  tokenizer.encode_special_tokens = True
  FIXTURE.parent.mkdir(parents=True, exist_ok=True)
  with open(FIXTURE, "w", encoding="utf-8", newline="\n") as file:
    for text in texts():
      ids = tokenizer.encode(text, add_special_tokens=False).ids
      file.write(json.dumps(text) + "\t" + " ".join(map(str, ids)) + "\n")


if __name__ == "__main__":
  if len(sys.argv) != 2:
    sys.exit("usage: make-tokenizer-fixture.py TOKENIZER.json")
  main(sys.argv[1])

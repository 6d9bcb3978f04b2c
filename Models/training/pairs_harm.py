"""Minimal pairs about harm, made from templates: texts that show a meaning, and texts that only look like it.

Each template of pairs_harm_data.py shows some meanings and not others, so most texts come with both answers. Length,
register, typos and letter case are drawn alike for all of them, and the rows of a meaning are chosen so that shown and
not have the same lengths and the same punctuation: only what a text means is left to tell them apart.
"""

import collections
import random
import re

import pairs_harm_data as data

PER_SIDE, PER_SIDE_BROAD = 36, 84  # rows of a meaning for each answer, where there are enough
# The same of the families in which single words tell least.
PER_SIDE_OF = {"hate": (110, 900), "insult": (60, 400)}
BARE = 0.6  # of these families so many texts stand alone
NEAR_FIRST, NEAR_SHARE = 0.75, 0.6  # of the texts that do not show a meaning: near ones put first, and their part
SHORTEST, LONGEST = 2, 60  # words
TARGETS = [0, 0, 0, 10, 15, 22, 32, 44]  # words to pad to
HE = {"he": "he", "him": "him", "his": "his", "himself": "himself"}
SHE = {"he": "she", "him": "her", "his": "her", "himself": "herself"}
WEIGHTS = {"Jews": 8, "Muslims": 8}  # they have meanings of their own
REQUEST = re.compile(r"(Write|Help me|Summarise|Explain|Describe|Tell me|Correct|Make this)\b")

Text = collections.namedtuple("Text", "text labels")  # labels: meaning -> (shown, near to it where not)


class Slots(dict):
    """Fills a slot at random, and with the same thing again within one text."""

    def __init__(self, chance, known):
        super().__init__(known)
        self.chance = chance

    def __missing__(self, name):
        self[name] = self.chance.choice(data.SLOTS[name])
        return self[name]


def capitals(text):
    """A capital letter at the start and after every full stop, question or exclamation mark."""
    return re.sub(r"(^\W*|[.!?]\"? )([a-z])", lambda found: found[1] + found[2].upper(), text)


def rough(text, chance):
    """Typing as people do it: about two texts in five lose some care, whatever they mean."""
    if chance.random() < 0.6:
        return text
    changes = ["swap", "double", "apostrophes", "lower", "stop", "commas"]
    for change in chance.sample(changes, chance.choice([1, 1, 2, 3])):
        if change in ("swap", "double"):
            words = text.split(" ")
            long = [place for place, word in enumerate(words) if len(word) > 5 and word.isalpha() and word.islower()]
            if long:
                place = chance.choice(long)
                word, at = words[place], chance.randrange(1, len(words[place]) - 2)
                if change == "swap":
                    words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2:]
                else:
                    words[place] = word[:at] + word[at] + word[at:]
                text = " ".join(words)
        elif change == "apostrophes":
            text = text.replace("'", "")
        elif change == "lower":
            text = text.lower()
        elif change == "stop":
            text = text.rstrip(".")
        else:
            text = text.replace(",", "")
    return text.upper() if chance.random() < 0.06 else text


def draw_group(chance, only):
    """A group of people, with the category it belongs to."""
    category = chance.choice(only or sorted(data.GROUPS))
    entries = [entry.split(" / ") for entry in data.GROUPS[category]]
    plural, single = chance.choices(entries, [WEIGHTS.get(entry[0], 1) for entry in entries])[0]
    return category, plural, single


def fill(template, chance, plural="", single=""):
    """The template's text, with one person, and one group where it has any."""
    template = re.sub(r"\[([^]]*)\]", lambda found: chance.choice(found[1].split("|")), template)
    name, pronoun = chance.choice(data.PERSONS).split("/")
    slots = Slots(chance, {
        "name": name, "friend": chance.choice(data.FRIENDS[pronoun]), "groups": plural, "a_group": single,
        "group": single.partition(" ")[2], **(HE if pronoun == "he" else SHE)})
    text = re.sub(r"\ba (?=eight|eleven)", "an ", template.format_map(slots))
    text = re.sub(r"([.!?])[.!]+", r"\1", " ".join(text.split()))
    return capitals(text)


def dress(core, chance):
    """The core padded towards a drawn length and put into a register."""
    target, before, after = chance.choice(TARGETS), [], []
    openings, closings = chance.sample(data.OPENINGS, 3), chance.sample(data.CLOSINGS, 20)
    count = len(core.split())
    while count < max(target, SHORTEST):
        more, side = (openings, before) if chance.random() < 0.5 and len(before) < 3 else (closings, after)
        side.append(more.pop())
        count += len(side[-1].split())
    text = " ".join(before + [core] + after)
    register = chance.choices(sorted(data.FRAMES), [3, 4, 2, 2, 4])[0]
    if REQUEST.match(core):
        return text  # as it is a prompt to an assistant already
    frame = chance.choice(data.FRAMES[register])
    return frame.replace("{t}", text).replace("{town}", chance.choice(data.SLOTS["town"]))


def of_group(table, category, plural):
    """(meaning, whether its group is this one) for the meanings that can be told for this group."""
    for meaning, (_, _, shows, too_near) in table.items():
        if category in shows or plural in shows:
            yield meaning, True
        elif category not in too_near and plural not in too_near:
            yield meaning, False


def labels_of(kind, category, plural):
    """What a text of this kind shows, and what it does not: meaning -> (shown, near)."""
    labels = {meaning: (False, False) for meaning in kind["other"]}
    labels.update({meaning: (True, False) for meaning in kind["also"]})
    for meaning in data.MEANINGS[kind["family"]]:
        if meaning not in kind["skip"]:
            labels[meaning] = (meaning in kind["shown"], True)
    if kind["family"] == "hate" and kind["against"] is None:
        for table in (data.CATEGORY_MEANINGS, data.MENTION_MEANINGS):
            labels.update({meaning: (False, False) for meaning in table})
    elif kind["against"] is not None:
        for meaning, own in of_group(data.CATEGORY_MEANINGS, category, plural):
            labels[meaning] = (own and kind["against"], own)
        for meaning, own in of_group(data.MENTION_MEANINGS, category, plural):
            labels[meaning] = (own, True)
    return labels


def pool(chance):
    """Texts to choose rows from."""
    texts, seen = [], set()
    for kind in data.KINDS:
        for template in kind["templates"]:
            for _ in range(7 if kind["against"] is None else 8):
                category, plural, single = ("", "", "") if kind["against"] is None else draw_group(chance, kind["only"])
                core = fill(template, chance, plural, single)
                is_bare = kind["family"] in PER_SIDE_OF and len(core.split()) >= SHORTEST and chance.random() < BARE
                text = rough(core if is_bare else dress(core, chance), chance)
                if text.casefold() not in seen and SHORTEST <= len(text.split()) <= LONGEST:
                    seen.add(text.casefold())
                    texts.append(Text(text, labels_of(kind, category, plural)))
    return texts


def surface(text):
    """What shown and not are matched by: length and marks that must agree, then marks that should."""
    length = sum(len(text.split()) > limit for limit in (7, 10, 14, 19, 26, 36))
    return (length, '"' in text, "?" in text, "!" in text), ("'" in text, "," in text, ":" in text)


def choose(meaning, texts, answered, chance):
    """As many shown as not of every surface; first near texts, and those with the other answer to another meaning."""
    bins = collections.defaultdict(lambda: collections.defaultdict(lambda: ([], [])))
    for number, text in enumerate(texts):
        if meaning in text.labels:
            shown, near = text.labels[meaning]
            used = answered[number]
            score = chance.random() + 3 * ((not shown) in used) + 0.5 * bool(used) - 0.4 * len(used)
            if near and not shown and chance.random() < NEAR_FIRST:
                score += 6
            must, should = surface(text.text)
            bins[must][should][shown].append((score, number))
    couples = []
    for _, inner in sorted(bins.items()):
        left = ([], [])
        for _, sides in sorted(inner.items()):
            ranked = [sorted(side, reverse=True) for side in sides]
            both = min(map(len, ranked))
            couples += [(rank * chance.uniform(0.5, 1.5), no, yes) for rank, (no, yes) in enumerate(zip(*ranked), 1)]
            for side, rest in zip(left, ranked):
                side.extend(rest[both:])
        ranked = [sorted(side, reverse=True) for side in left]
        couples += [(1000 + rank * chance.uniform(0.5, 1.5), no, yes) for rank, (no, yes) in enumerate(zip(*ranked), 1)]
    couples.sort()
    family = next((family for family in PER_SIDE_OF if meaning in data.MEANINGS[family]), None)
    limit = PER_SIDE_OF.get(family, (PER_SIDE, PER_SIDE_BROAD))[meaning in data.BROAD]
    near = [couple for couple in couples if texts[couple[1][1]].labels[meaning][1]]
    far = [couple for couple in couples if not texts[couple[1][1]].labels[meaning][1]]
    part = int(limit * NEAR_SHARE)
    if meaning in data.CATEGORY_MEANINGS:
        couples = near[:part] + far + near[part:]
    for _, (_, no), (_, yes) in couples[:limit]:
        yield no, False
        yield yes, True


def meanings():
    """meaning -> (signals, questions)"""
    found = {meaning: both for family in data.MEANINGS.values() for meaning, both in family.items()}
    for table in (data.CATEGORY_MEANINGS, data.MENTION_MEANINGS):
        found.update({meaning: entry[:2] for meaning, entry in table.items()})
    return found


def pairs(seed: int) -> list[dict]:
    """The rows: {"text", "signals", "questions", "shown", "group"}, the same for the same seed."""
    chance = random.Random(seed)
    texts = pool(chance)
    answered = collections.defaultdict(list)
    rows = []
    for meaning, (signals, questions) in meanings().items():
        for number, shown in choose(meaning, texts, answered, chance):
            answered[number].append(shown)
            rows.append({
                "text": texts[number].text, "signals": list(signals), "questions": list(questions), "shown": shown,
                "group": meaning})
    chance.shuffle(rows)
    return rows


def main():
    rows = pairs(1)
    counts = collections.defaultdict(collections.Counter)
    answers = collections.defaultdict(set)
    for row in rows:
        counts[row["group"]][row["shown"]] += 1
        answers[row["text"]].add(row["shown"])
    for meaning, count in sorted(counts.items()):
        print(f"{meaning:32}{count.total():5}{count[True] / count.total():7.0%}")
    both = sum(len(found) == 2 for found in answers.values())
    print(f"{len(rows)} rows, {len(counts)} meanings, {len(answers)} texts, {both} of them with both answers")


if __name__ == "__main__":
    main()

"""Minimal pairs made from templates: texts that show a meaning beside texts with the same words that do not.

`pairs` gives texts with meanings (topics, acts, words in two senses, advice, states, shape), `relations` texts with two things
that stand in a relation or not, `tones` texts with a tone. The data are in pairs_talk_data.py; equal seeds give equal rows.
"""

import collections
import itertools
import random
import re

import pairs_talk_data as data

SLOTS = {name: values.split(";") for name, values in data.SLOTS.items()}
PROPER = {word for slot in ("name", "town", "day", "date") for value in SLOTS[slot] for word in value.split()[:1]} | {"I"}
# Topics whose name is the thing itself: a text about spam is not spam.
THINGS = {"personal-data", "spam", "advertising", "prompt-injection", "jailbreak", "code", "other-language"}
TEXTS_EACH = {"topics": 2, "acts": 3, "senses": 2, "relations": 5}
FAR_SHARE = 0.3  # of the texts that do not show a meaning, those of quite another topic


def fill(template: str, rng: random.Random) -> str:
    """The template with its choices made and its slots filled."""
    text = re.sub(r"\[([^\[\]]*\|[^\[\]]*)\]", lambda match: rng.choice(match[1].split("|")), template)
    text = re.sub(r"<([a-z]+)>", lambda match: rng.choice(SLOTS[match[1]]) if match[1] in SLOTS else match[0], text)
    text = text.replace("\\n", "\n")
    if not template[0].islower():
        text = re.sub(r"(^|[.!?] )([a-z])", lambda match: match[1] + match[2].upper(), text)
    return text


def typo(text: str, rng: random.Random, keep=()) -> str:
    """The text with one slip of the keyboard in a word of plain letters that is not to be kept."""
    spots = [match for match in re.finditer(r"\b[a-z]{5,}\b", text) if match[0] not in keep]
    if not spots:
        return text
    spot = rng.choice(spots)
    word, at = spot[0], rng.randrange(1, len(spot[0]) - 2)
    slips = (word[:at] + word[at + 1:], word[:at] + word[at] + word[at:], word[:at] + word[at + 1] + word[at] + word[at + 2:])
    return text[:spot.start()] + rng.choice(slips) + text[spot.end():]


def ask(text: str, rng: random.Random) -> str:
    """The statement with a tag, so that the question mark does not tell; the topic stays."""
    tags = (", right?", ", you know?", ", did you hear?", ", don't you think?")
    return text if "?" in text else text.rstrip(".!") + rng.choice(tags)


def dress(text: str, rng: random.Random, keep=(), around: bool = True) -> str:
    """The text in some register: greeting, filler and name around it, casing, typos; blind to what it shows."""
    if around and rng.random() < 0.3:
        text += " " if text[-1] in ".!?)" else ". "
        text += " ".join(rng.sample(data.FILLERS, rng.choice((1, 1, 1, 2, 3))))
    if around and rng.random() < 0.3:
        opener = fill(rng.choice(data.OPENERS), rng)
        if opener[-2] in ",:" and re.split(r"\W", text)[0] not in PROPER:
            text = text[0].lower() + text[1:]
        text = opener + text
    if around and rng.random() < 0.1:
        text += fill(rng.choice(data.CLOSERS), rng)
    if rng.random() < 0.2:
        text = typo(text, rng, keep)
    style = rng.random()
    if style < 0.15:
        text = text.lower()
    elif style < 0.17 and around:
        text = text.upper()
    elif style > 0.9:
        text = text.rstrip(".!")
    return text


def parse(block: str):
    """Families of a block: name, plain, meanings {id: (signals, questions)}, overlap, [(true, unknown, template)]."""
    families = []
    true, unknown = set(), set()
    for line in block.strip().splitlines():
        if line.startswith("## "):
            families.append({"name": line[3:].split()[0], "plain": line.endswith(" plain"), "meanings": {},
                             "overlap": set(), "texts": []})
        elif line.startswith("# "):
            name, signals, questions = line[2:].split(" | ")
            families[-1]["meanings"][name] = signals.split("; "), questions.split("; ")
        elif line.startswith("~ "):
            families[-1]["overlap"] |= set(line[2:].split())
        elif line == "@" or line.startswith("@ "):
            marks = line[1:].split()
            true = {mark for mark in marks if mark[0] != "?"}
            unknown = {mark[1:] for mark in marks if mark[0] == "?"}
        elif line:
            families[-1]["texts"].append((true, unknown, line))
    return families


class Rows:
    """Collected answers: for each meaning the texts that show it, that nearly do, and that are far from it."""

    def __init__(self):
        self.meanings = {}
        self.answers = collections.defaultdict(dict)  # meaning -> {text in small letters: (kind, text)}

    def meaning(self, name, signals, questions):
        if name in self.meanings:
            raise ValueError(f"meaning {name} twice")
        self.meanings[name] = signals, questions

    def add(self, name, text, kind):
        """Adds the answer; kind is "shown", "near" or "far". Of two equal texts the first counts."""
        self.answers[name].setdefault(text.lower(), (kind, text))

    def balanced(self, rng):
        """The rows, in mixed order, with about as many shown as not in each meaning."""
        rows = []
        for name, (signals, questions) in self.meanings.items():
            kinds = collections.defaultdict(list)
            for kind, text in self.answers[name].values():
                kinds[kind].append(text)
            for texts in kinds.values():
                rng.shuffle(texts)
            shown, near, far = kinds["shown"], kinds["near"], kinds["far"]
            count = min(len(shown), len(near) + len(far))
            nears = min(len(near), max(count - len(far), round(count * (1 - FAR_SHARE))))
            chosen = [(text, True) for text in shown[:count]]
            chosen += [(text, False) for text in near[:nears] + far[:count - nears]]
            rows += [{"text": text, "signals": signals, "questions": questions, "shown": is_shown, "group": name}
                     for text, is_shown in chosen]
        rng.shuffle(rows)
        return rows


def add_families(rows: Rows, families, each: int, rng):
    """Every text answers all meanings of its family."""
    for family in families:
        for name, (signals, questions) in family["meanings"].items():
            rows.meaning(name, signals, questions)
        for true, unknown, template in family["texts"]:
            for _ in range(each):
                text = dress(fill(template, rng), rng, around=not family["plain"])
                for name in family["meanings"]:
                    if name not in unknown:
                        rows.add(name, text, "shown" if name in true else "near")


def add_topics(rows: Rows, rng):
    """Topics: their own texts, texts of topics that lie far off, and two topics in one text."""
    families = parse(data.TOPICS)
    overlap = collections.defaultdict(set)
    shown, near = {}, {}
    for family in families:
        (name, (signals, questions)), = family["meanings"].items()
        for other in family["overlap"]:
            overlap[name].add(other)
            overlap[other].add(name)
        if name not in THINGS:
            frames = rng.sample(["text about {}", "the writer talks about {}", "the topic of {}", "a message on {}"], 2)
            signals = signals + [frame.format(signals[0]) for frame in frames]
        rows.meaning(name, signals, questions)
        shown[name] = [template for true, _, template in family["texts"] if true]
        near[name] = [template for true, _, template in family["texts"] if not true]
    plain = {name for name, family in zip(shown, families) if family["plain"]}
    fars = {name: [far for far in shown if far != name and far not in overlap[name]] for name in shown}
    for name in shown:
        for kind, templates in (("shown", shown[name]), ("near", near[name])):
            for template in templates * TEXTS_EACH["topics"]:
                text = fill(template, rng)
                if kind == "near" and name not in plain and rng.random() < 0.25:
                    text = ask(text, rng)
                text = dress(text, rng, around=name not in plain)
                rows.add(name, text, kind)
                for far in rng.sample(fars[name], 2) if kind == "shown" else ():
                    rows.add(far, text, "far")
    topics = [name for name in shown if name not in THINGS]
    for name in topics:
        for other in rng.sample([far for far in fars[name] if far not in THINGS], 6):
            kind = rng.choice(("shown", "near", "near", "near"))
            halves = [fill(rng.choice(shown[name]), rng), fill(rng.choice((shown if kind == "shown" else near)[other]), rng)]
            rng.shuffle(halves)
            text = dress(" ".join(half if half[-1] in ".!?" else half + "." for half in halves), rng, around=False)
            rows.add(name, text, "shown")
            rows.add(other, text, kind)


def add_advice(rows: Rows, rng):
    """Asking for advice and giving it, by domain; a text of one domain answers for all."""
    rows.meaning("asks-for-advice", ["a request for advice", "the writer wants to know what to do", "seeking guidance from others",
                                     "someone asks what is best in their case"], ["Does the writer ask for advice?"])
    rows.meaning("gives-advice", ["advice to the reader", "the writer says what to do", "giving guidance to others",
                                  "someone recommends how to proceed"], ["Does the writer give advice?"])
    for name in data.ADVICE:
        rows.meaning(f"asks-{name}-advice", [f"a request for {name} advice", f"the writer asks for {name} advice",
                     f"someone wants guidance on a {name} problem"], [f"Does the writer ask for {name} advice?"])
        rows.meaning(f"gives-{name}-advice", [f"giving {name} advice", f"the writer gives {name} advice",
                     f"someone tells others what to do in a {name} matter"], [f"Does the writer give {name} advice?"])
        rows.meaning(f"{name}-advice", [f"{name} advice", f"{name} advice, asked for or given",
                     f"somebody seeks or offers {name} guidance"], [f"Is {name} advice asked for or given in the text?"])
    for name, parts in data.ADVICE.items():
        problems, advices, reports = (part.split(";") for part in parts)
        for act, frames in data.ADVICE_FRAMES.items():
            for frame in frames.split(";") * (3 if act in ("asks", "gives") else 2):
                template = frame.format(p=rng.choice(problems), a=rng.choice(advices), r=rng.choice(reports), d=name)
                if rng.random() < 0.6:
                    template = template[0].upper() + template[1:]
                text = dress(fill(template, rng), rng)
                for kind in ("asks", "gives"):
                    parent = "asks-for-advice" if kind == "asks" else "gives-advice"
                    rows.add(parent, text, "shown" if act == kind else "near")
                    for other in data.ADVICE:
                        is_shown = act == kind and other == name
                        rows.add(f"{kind}-{other}-advice", text, "shown" if is_shown else "near" if other == name else "far")
                for other in data.ADVICE if act != "refuses" else ():
                    is_shown = other == name and act in ("asks", "gives")
                    rows.add(f"{other}-advice", text, "shown" if is_shown else "near" if other == name else "far")


def add_states(rows: Rows, rng):
    """Who is in a state: the writer, the reader, a third person, nobody."""
    says = {"writer": ("the writer is {}", "someone says of themselves that they are {}", "the author is {} at present"),
            "reader": ("the reader is {}", "the writer says that the person they address is {}", "you are {}, says the writer"),
            "third": ("someone other than the writer and the reader is {}", "a third person is {}", "the text tells of somebody "
                      "else who is {}")}
    asks = {"writer": "Is the writer {}?", "reader": "Does the writer say that the reader is {}?",
            "third": "Is it said of a third person that they are {}?"}
    for state, words in data.STATES.items():
        *phrases, opposite = words.split(";")
        for holder, forms in says.items():
            rows.meaning(f"{holder}-is-{state}", [form.format(phrase) for form, phrase in zip(forms, rng.sample(phrases, 3))],
                         [asks[holder].format(phrases[1])])
        for holder, frames in data.HOLDERS.items():
            for frame in frames.split(";") * 2:
                text = dress(fill(frame.format(s=rng.choice(phrases), o=opposite), rng), rng)
                for other in says:
                    rows.add(f"{other}-is-{state}", text, "shown" if other == holder else "near")


def add_shape(rows: Rows, rng):
    """Questions about the form of a text: each part of a sentence may stand in it or not."""
    for name, (signals, question) in data.SHAPE_MEANINGS.items():
        rows.meaning(name, signals.split("; "), [question])
    parts = {"mentions-date": "date", "mentions-place": "place", "mentions-price": "price", "mentions-clock-time": "time"}
    for base, templates in data.SHAPE["base"].items():
        for template, mask in itertools.product(templates.split(";"), itertools.product((0, 1), repeat=len(parts))):
            if rng.random() < 0.5:
                continue
            has = {name for name, bit in zip(parts, mask) if bit}
            words = [data.SHAPE[parts[name]] for name in has]
            words.sort()
            rng.shuffle(words)
            text = fill(template.format(x="".join(words)), rng)
            has |= {"is-question"} if base in ("asks", "question") else set()
            has |= {"asks-reader-to-do"} if base in ("asks", "order") else set()
            text = dress(text, rng, around=False)
            for name in data.SHAPE_MEANINGS:
                rows.add(name, text, "shown" if name in has else "near")


def pairs(seed: int) -> list[dict]:
    """Rows {"text", "signals", "questions", "shown", "group"}."""
    rng = random.Random(f"pairs {seed}")
    rows = Rows()
    add_topics(rows, rng)
    add_families(rows, parse(data.ACTS), TEXTS_EACH["acts"], rng)
    add_families(rows, parse(data.SENSES), TEXTS_EACH["senses"], rng)
    add_advice(rows, rng)
    add_states(rows, rng)
    add_shape(rows, rng)
    return rows.balanced(rng)


def relation_families():
    """Families of data.RELATIONS: operator, subjects, objects, other operators, {mark: templates}."""
    for part in data.RELATIONS.strip().split("\n% "):
        head, *lines = part.lstrip("% ").splitlines()
        operator, subjects, objects, others = (field.strip() for field in head.split("|"))
        templates = collections.defaultdict(list)
        for line in lines:
            templates[line[0]].append(line[2:])
        yield operator, subjects.split("; "), objects.split("; "), others, templates


def relations(seed: int) -> list[dict]:
    """Rows {"text", "subject", "operator", "object", "shown"}: related, both but unrelated, one of the two, none."""
    rng = random.Random(f"relations {seed}")
    rows = []
    for operator, subjects, objects, others, templates in relation_families():
        wrong = others.split()
        things = [(subject, thing) for subject in subjects for thing in objects if subject != thing]

        def text(mark, subject, thing):
            filled = fill(rng.choice(templates[mark]).format(s=subject, o=thing), rng)
            if mark != "+" and rng.random() < 0.12:
                filled = ask(filled, rng)
            filled = re.sub(r"\b([Aa]) (?=[aeiouAEIOU])", r"\1n ", filled)
            return dress(filled, rng, keep={*subject.split(), *thing.split()})

        for number in range(TEXTS_EACH["relations"] * len(templates["+"]) * 2):
            subject, thing = rng.choice(things)
            rows.append((text("+", subject, thing), subject, operator, thing, True))
            if number % 8 < 5:
                rows.append((text("-", subject, thing), subject, operator, thing, False))
            elif number % 8 == 5:
                rows.append((text("s", subject, thing), subject, operator, thing, False))
            elif number % 8 == 6:
                rows.append((text("o", subject, thing), subject, operator, thing, False))
            elif wrong and number % 16 == 7:
                rows.append((rows[-1][0], subject, rng.choice(wrong), thing, False))
            else:
                rows.append((dress(fill(rng.choice(data.PLAIN_TEXTS), rng), rng), subject, operator, thing, False))
    rng.shuffle(rows)
    unique = {(text.lower(), *rest): row for row in rows for text, *rest in [row[:4]]}
    return [dict(zip(("text", "subject", "operator", "object", "shown"), row)) for row in unique.values()]


def tones(seed: int) -> list[dict]:
    """Rows {"text", "tone", "shown"}: a tone's own texts, texts of tones it cannot be, and flat texts with its word."""
    rng = random.Random(f"tones {seed}")
    texts, kin = {}, collections.defaultdict(set)
    for part in data.TONES.strip().split("\n# "):
        head, *lines = part.lstrip("# ").splitlines()
        name, _, others = head.partition(" ~ ")
        texts[name] = lines
        for other in others.split():
            kin[name].add(other)
            kin[other].add(name)
    rows = []
    for name, templates in texts.items():
        others = [other for other in texts if other != name and other not in kin[name]]
        word = data.TONE_WORDS.get(name, name)
        shown = {fill(template, rng) for template in templates for _ in range(3)}
        rows += [(text, name, True) for text in sorted(shown)]
        chosen = set()
        while len(chosen) < len(shown):
            flats = [flat.format(w=word) for flat in data.TONE_FLAT]
            source = rng.choices((flats, data.PLAIN_TEXTS, texts[rng.choice(others)]), (3, 1, 9))[0]
            chosen.add(fill(rng.choice(source), rng))
        rows += [(text, name, False) for text in sorted(chosen)]
    rows = [(dress(text, rng, around=False), name, is_shown) for text, name, is_shown in rows]
    rng.shuffle(rows)
    unique = {(text.lower(), tone): (text, tone, is_shown) for text, tone, is_shown in rows}
    return [{"text": text, "tone": tone, "shown": is_shown} for text, tone, is_shown in unique.values()]


def main():
    """Prints the rows and the share shown of each group."""
    for kind, key, rows in (("pairs", "group", pairs(0)), ("relations", "operator", relations(0)), ("tones", "tone", tones(0))):
        groups = collections.defaultdict(list)
        for row in rows:
            groups[row[key]].append(row["shown"])
        print(f"{kind}: {len(rows)} rows, {len(groups)} groups, shown {sum(row['shown'] for row in rows) / len(rows):.2f}")
        for name, answers in sorted(groups.items()):
            print(f"  {name:<32}{len(answers):>5}{sum(answers) / len(answers):>7.2f}")


if __name__ == "__main__":
    main()

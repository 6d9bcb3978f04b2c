"""Which heads a signal gets: phrases whose answer is known; a new signal takes after the ones it is nearest to.

An anchor gives the weight of the profanity prior and of each head. Most anchors give nothing: they keep "sports" or
"suicide prevention" from taking after anything.
"""

CONCEPT = [
  ({"profanity": 1, "hate": 1}, [
    "hate speech", "racism", "racist slurs", "homophobia", "sexism", "misogyny", "a racist joke",
    "hateful comments about a group of people",
  ]),
  ({"profanity": 0.5, "hate": 1}, [
    "antisemitism", "islamophobia", "xenophobia", "hatred of a religion", "hatred of an ethnic group",
    "derogatory stereotypes about a group of people", "discrimination against a group of people",
    "dehumanizing a group of people", "white supremacy", "transphobia",
  ]),
  ({"profanity": 1, "insult": 1}, [
    "insults", "bullying", "harassment", "verbal abuse", "toxic comments", "abusive language", "name calling",
    "mocking somebody", "rude behaviour towards somebody", "personal attacks", "a hostile message",
    "humiliating somebody", "trolling", "offensive language aimed at a person",
  ]),
  ({"profanity": 2.5}, ["profanity", "obscene language", "vulgar language", "swearing", "curse words"]),
  ({"profanity": 1}, [
    "sexual content", "explicit sex", "pornography", "nudity", "sexual harassment", "offensive content",
    "adult content", "a sexual fantasy", "sexualization of a child", "lewd remarks",
  ]),
  ({"threat": 1}, [
    "threats", "threatening somebody", "threats of violence", "a death threat", "intention to hurt somebody",
    "intimidation",
  ]),
  ({"threat": 0.5, "violence": 0.5}, ["incitement to violence", "advocating murder", "a call to violence"]),
  ({"violence": 0.8, "threat": 0.2}, [
    "killing people", "physical assault", "violence", "violence against a person", "an attack on people", "a shooting",
    "domestic violence", "beating somebody", "committing murder",
  ]),
  ({"hate": 1, "threat": 1}, [
    "threats against a race or religion", "calls to kill an ethnic group", "hateful threats",
    "violence against a minority", "advocating genocide", "wishing death on a group of people",
  ]),
  ({"profanity": 0.5, "insult": 0.7, "threat": 0.7}, [
    "threatening a person", "wishing somebody dead", "stalking and intimidating a person",
  ]),
  ({"selfHarm": 1}, [
    "suicide", "self-harm", "wanting to die", "thinking about suicide", "cutting oneself", "encouraging suicide",
    "an eating disorder as self-harm", "instructions for suicide",
  ]),
  ({"gore": 1}, [
    "gore", "graphic violence", "blood and mutilation", "torture", "corpses", "graphic descriptions of injuries",
    "dismemberment", "a gruesome killing",
  ]),
  ({}, [
    "sports", "animals", "food", "politics", "war", "weapons", "blood", "love", "spam", "religion", "women",
    "immigrants", "medicine", "money", "drugs", "children", "death", "a crime", "a murder case", "sadness", "illness",
    "travel", "technology", "music", "the weather", "education", "family", "work", "customer service", "news",
    "advertising", "legal advice", "an accident", "history", "art", "shopping", "a question", "gratitude", "joy",
    "fear", "privacy", "fraud", "gambling", "alcohol", "a diet", "Jews", "black people", "gay people", "Muslims",
    "sex education", "a romantic relationship", "criticism", "a complaint", "anger", "suicide prevention",
    "a support hotline", "counter-speech against hate", "news about violence", "kindness", "help for victims",
    "depression", "pregnancy", "video games", "computer processes", "a military operation", "surgery",
    "horror films", "tolerance", "language", "a name", "a phone call", "embarrassment",
  ]),
]

TONE = [
  ({"admiration": 1}, ["admiring", "impressed", "full of praise"]),
  ({"amusement": 1}, ["amused", "funny", "humorous", "laughing"]),
  ({"amusement": 0.4, "annoyance": 0.4}, ["sarcastic", "ironic"]),
  ({"anger": 1}, ["angry", "furious", "outraged"]),
  ({"anger": 0.7, "insult": 0.5}, ["aggressive", "hostile"]),
  ({"insult": 0.7, "annoyance": 0.5}, ["rude", "insulting", "mocking", "contemptuous", "impolite"]),
  ({"hate": 0.8, "anger": 0.4}, ["hateful"]),
  ({"threat": 1, "insult": 0.3}, ["threatening", "menacing", "intimidating", "violent"]),
  ({"annoyance": 1}, ["annoyed", "irritated", "frustrated"]),
  ({"approval": 1}, ["approving", "supportive", "agreeing"]),
  ({"caring": 1}, ["caring", "compassionate", "sympathetic", "comforting"]),
  ({"confusion": 1}, ["confused", "puzzled"]),
  ({"curiosity": 1}, ["curious", "questioning", "interested"]),
  ({"desire": 1}, ["longing", "wishful", "eager"]),
  ({"disappointment": 1}, ["disappointed", "let down"]),
  ({"disapproval": 1}, ["disapproving", "critical", "disagreeing"]),
  ({"disgust": 1}, ["disgusted", "revolted"]),
  ({"embarrassment": 1}, ["embarrassed", "ashamed"]),
  ({"excitement": 1}, ["excited", "enthusiastic"]),
  ({"fear": 1}, ["afraid", "scared", "terrified"]),
  ({"gratitude": 1}, ["grateful", "thankful"]),
  ({"grief": 1}, ["grieving", "mourning"]),
  ({"joy": 1}, ["joyful", "happy", "cheerful"]),
  ({"joy": 0.5, "love": 0.3, "admiration": 0.5}, ["positive", "friendly", "warm"]),
  ({"disapproval": 0.5, "annoyance": 0.5, "sadness": 0.5}, ["negative"]),
  ({"love": 1}, ["loving", "affectionate"]),
  ({"nervousness": 1}, ["nervous", "anxious", "worried"]),
  ({"optimism": 1}, ["optimistic", "hopeful"]),
  ({"pride": 1}, ["proud"]),
  ({"realization": 1}, ["realizing something"]),
  ({"relief": 1}, ["relieved"]),
  ({"remorse": 1}, ["remorseful", "apologetic", "sorry"]),
  ({"sadness": 1}, ["sad", "depressed", "miserable"]),
  ({"surprise": 1}, ["surprised", "shocked", "amazed"]),
  ({}, [
    "calm", "polite", "professional", "neutral", "urgent", "formal", "casual", "bored", "serious", "matter-of-fact",
  ]),
]

# What a tone is measured against: the mean of these, in the same template, is taken off.
REFERENCE_TONES = [
  "angry", "happy", "sad", "afraid", "grateful", "disgusted", "excited", "loving", "threatening", "friendly", "calm",
  "sarcastic", "proud", "worried", "neutral", "polite", "hostile", "curious", "disappointed", "funny",
]

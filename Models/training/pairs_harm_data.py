"""Meanings, fillers and templates for pairs_harm.py, written for this project.

In a template, {slot} is filled from SLOTS or from the drawn group or person, and [a|b|c] is a free choice of one.
Plain as texts/README.md asks: nothing graphic, nothing that instructs, no slur, no real person or company.
"""


def lines(text):
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


# category: plural / singular with article
GROUPS = {
    "ethnic": lines("""
        black people / a black person
        Asians / an Asian
        Arabs / an Arab
        Roma / a Roma
        Latinos / a Latino
        Africans / an African
        indigenous people / an indigenous person
        Aboriginal people / an Aboriginal person
        Native Americans / a Native American
        brown people / a brown person
        Kurds / a Kurd
        people of mixed race / a person of mixed race
        """),
    "religion": lines("""
        Muslims / a Muslim
        Jews / a Jew
        Christians / a Christian
        Catholics / a Catholic
        Hindus / a Hindu
        Sikhs / a Sikh
        Buddhists / a Buddhist
        Mormons / a Mormon
        Protestants / a Protestant
        """),
    "nation": lines("""
        Poles / a Pole
        Mexicans / a Mexican
        Turks / a Turk
        Romanians / a Romanian
        Pakistanis / a Pakistani
        Nigerians / a Nigerian
        Chinese people / a Chinese person
        Indians / an Indian
        Germans / a German
        Albanians / an Albanian
        Ukrainians / a Ukrainian
        Irish people / an Irish person
        """),
    "migrant": lines("""
        immigrants / an immigrant
        migrants / a migrant
        refugees / a refugee
        asylum seekers / an asylum seeker
        foreigners / a foreigner
        foreign workers / a foreign worker
        newcomers from abroad / a newcomer from abroad
        """),
    "women": lines("""
        women / a woman
        women drivers / a woman driver
        working women / a working woman
        """),
    "men": lines("""
        men / a man
        single men / a single man
        """),
    "orientation": lines("""
        gay people / a gay person
        gay men / a gay man
        lesbians / a lesbian
        bisexual people / a bisexual person
        gay couples / a person in a gay couple
        """),
    "trans": lines("""
        trans people / a trans person
        trans women / a trans woman
        trans men / a trans man
        transgender people / a transgender person
        non-binary people / a non-binary person
        """),
    "disability": lines("""
        disabled people / a disabled person
        autistic people / an autistic person
        deaf people / a deaf person
        blind people / a blind person
        wheelchair users / a wheelchair user
        people with Down syndrome / a person with Down syndrome
        people with epilepsy / a person with epilepsy
        """),
    "age": lines("""
        old people / an old person
        pensioners / a pensioner
        elderly people / an elderly person
        people over seventy / a person over seventy
        """),
}

# name: he or she
PERSONS = lines("""
    Marek/he Priya/she Devon/he Ingrid/she Tomas/he Leila/she Oscar/he Hannah/she Kofi/he Mei/she Ruben/he Sofia/she
    """)[0].split()

SLOTS = {
    "things": """traffic jams, cold showers, parking tickets, long meetings, pop-up adverts, wasps, flat tyres, weeds,
        spoilers, cookie banners, paper straws, leaf blowers, soggy chips, slow trains, password rules, mosquitoes,
        moths, slugs, plastic bags, software updates, queues, car alarms, roundabouts, potholes""",
    "thing": """this printer, the new phone, that kettle, the hotel bed, this app, the washing machine, the headset,
        the train timetable, my laptop, the booking site, this vacuum cleaner, the office chair, the bread machine""",
    "trades": """estate agents, referees, traffic wardens, landlords, lobbyists, bankers, the away fans, ticket touts,
        debt collectors, tax inspectors, the rival club, the harbour board, spammers, call centres, the bus company,
        critics, lawyers, the parish council members, influencers, the big insurers""",
    "jobs": """bankers, politicians, landlords, football fans, journalists, lawyers, sales reps, councillors, bouncers,
        recruiters, tax inspectors, debt collectors, parking attendants, talent scouts, insurance brokers""",
    "habit": """smokers, cyclists, motorists, dog owners, gamers, hipsters, joggers, golfers, campers, commuters,
        anglers, early risers, people who whistle, people who jump queues, loud phone talkers, owners of drones""",
    "work": """novel, essay, report, film, song, painting, thesis, website, speech, article, recipe, pull request, play,
        business plan, poster, game, budget, translation""",
    "insult": """an idiot, a complete moron, a pathetic loser, a clown, a spineless toad, a useless lump, a brainless
        coward, a waste of space, a lying weasel, a smug windbag, a nasty little worm, a dimwit, a total muppet""",
    "rude": """idiot, moron, loser, clown, imbecile, twit, halfwit, dickhead, arsehole, jerk, scumbag, creep, fool, muppet,
        dimwit, pig, bastard, prick, tosser, numbskull, blockhead, coward, weasel, worm, freak, parasite""",
    "rudely": """stupid, pathetic, useless, worthless, disgusting, dumb, ugly, spineless, clueless, brainless, repulsive,
        laughable, thick, vile""",
    "praise": """a great teacher, an excellent cook, a kind neighbour, a talented singer, a careful driver, an honest
        friend, a patient listener, a brilliant engineer, a wonderful host, a fair boss, a born storyteller""",
    "victim": """my boss, the mayor, the neighbour, my landlord, the coach, that journalist, my ex, the shopkeeper,
        the caretaker, the umpire, the clerk, your brother, my cousin, the bouncer""",
    "crowd": """the protesters, the police, the strikers, the other gang, the shopkeepers, the journalists, the
        villagers, the guards, the visiting fans, the councillors, the soldiers, the landlords""",
    "act": "stab, shoot, strangle, hurt, attack, kill, punch, beat, wound, injure",
    "when": "tonight, on Friday, tomorrow, this weekend, after work, on Monday, next week, this evening",
    "when2": "Friday, Monday, Sunday, noon, the weekend, the first of May, tomorrow night",
    "place": """at the bus stop, in the park, at the station, outside the shop, at work, in the market, at the gym,
        in the library, on the train, by the river, in our street, at the bakery""",
    "ago": "last week, two years ago, last spring, yesterday, in March, last autumn, a month ago, ten years ago",
    "town": "Leeds, Ghent, Porto, Krakow, Turin, Malmo, Cork, Lyon, Graz, Bergen, Bath, Utrecht",
    "child2": "my son, my daughter, our eldest, our youngest",
    "childage": "six, seven, eight, nine, ten, eleven",
    "subject": "maths, spelling, geography, music, history, reading, science, art",
    "mild": "damn, bloody, crappy, goddamn",
    "oath": "bloody hell, damn it, oh crap, bugger, damn and blast, well sod it, holy crap",
}
SLOTS = {name: [" ".join(item.split()) for item in text.split(",")] for name, text in SLOTS.items()}

FRIENDS = {
    "he": "brother uncle friend cousin flatmate neighbour colleague teammate".split(),
    "she": "sister aunt friend cousin flatmate neighbour colleague teammate".split(),
}
# The same for shown and not: none of these says anything about people, likes, age or danger.
OPENINGS = lines("""
    It has been raining since noon.
    I have read the thread twice now.
    Typing this on my phone.
    Second try, the first post got lost.
    I'll keep this short.
    Hello again.
    Right, here goes.
    Not sure whether this is the place for it.
    It's late here and the street is quiet.
    I wrote this down this morning and left it for an hour.
    So, about what we talked of earlier.
    Posting here because the other page is closed for the week.
    The kettle is on and there are a few minutes left.
    You asked for more than one line, so here it is.
    I had to think for a while about how to put it.
    Just saw the notice on the board.
    Following up on my last message, which was cut off half way.
    A few words on this before the page is archived.
    Okay.
    Hi!
    Anyone still up?
    Where do I start?
    The number twelve bus now stops at the mill.
    There are two chairs left over from the fair.
    I found my old notebook behind the shelf.
    Someone has painted the bench green.
    The clocks go back soon.
    My neighbour's cat is asleep on the windowsill.
    The market moves to the old square next month.
    This is about the thing from before lunch.
    It's quiet, it's nearly dark, and the radio is on.
    For those who have just joined: scroll up for the start.
    Short version first, long version when I'm home.
    Good morning, good evening, whatever it is where you are.
    Did the last one come through?
    Has anyone seen the blue folder?
    Finally got this thing to load!
    """)
CLOSINGS = lines("""
    That's all I wanted to say.
    More when I have time.
    I'll read the answers later.
    Anyway, back to the laundry.
    The page says that comments close at nine, so this will be my only one today.
    Sorry for the length of this.
    My tea is getting cold, so I'll stop here.
    There, I have written it down.
    Reply here or in the other thread, both are fine.
    I'll copy this to the other list too, since not all of you read this one.
    It is nearly six and the light is going.
    End of message.
    The rest can wait until the weekend, when I am back at a proper keyboard.
    Make of that what you like.
    Does this box still have a word limit?
    Is this thing on?
    Have a look and tell me whether it came through!
    Thanks for reading.
    By the way, the blue folder has turned up.
    The bus is here, so I'll leave it at that.
    I'd write more, but the battery is at four per cent.
    P.S. the parcel for number nine is with me.
    It's all in the other file as well: page two, third line.
    The window is open and somebody is practising the trumpet.
    Copy, paste, send.
    If a line is missing, that's the old keyboard.
    The next page has the map, the one after it the timetable.
    You can reach me on the usual channel, as ever.
    What time is it where you are?
    Who has the key to the hall?
    See you all at the fair!
    So much for today.
    """)
# register: frames, the same for shown and not
FRAMES = {
    "chat": ["{t}"] * 4 + ["ok so {t}", "{t} (sent from the bus)", "hm. {t}", "well, {t}"],
    "post": ["{t}"] * 4 + ["{t} #mythoughts", "{t} #monday", "Reposting my own post: {t}", "{t} (edited for spelling)"],
    "letter": ["Dear editor, {t} Yours, a reader in {town}", "Dear all, {t} Regards, M.", "Hello, {t} Best wishes, R."],
    "news": ["Reader's comment, page four: {t}", "From the letters page in {town}: {t}", "Comment of the day: {t}"],
    "assistant": ["Correct the spelling of what I wrote: {t}", "Make this shorter for me: {t}",
                  "Translate my note into French: {t}", "Here is my draft, fix the commas: {t}",
                  "Can you put my message into neater words? {t}"],
}

# family: {meaning: (signals, questions)}; in the hate family, CATEGORY_MEANINGS depend on the group named
MEANINGS = {
    "hate": {
        "hate-speech": (
            ["hate speech", "hateful comments about people for what they are",
             "the writer attacks a group for its origin, faith, sex, orientation or disability",
             "expressing hatred of a protected group", "hate aimed at a whole group of people", "group hatred"],
            ["Is this hate speech?", "Does the writer express hatred of people for what they are?"]),
        "prejudice-against-a-group": (
            ["prejudice against a group of people", "bigotry",
             "the writer thinks badly of people because of what they are",
             "bias, open or hidden, against people of a certain origin, faith, sex or age",
             "judging people by the group they were born into"],
            ["Does the writer show prejudice against a group of people?"]),
        "dehumanising-a-group": (
            ["dehumanising language about a group of people",
             "likening people of one kind to animals, pests or disease",
             "the writer denies that a group is human", "calling a group vermin or something like it",
             "talk of a people as filth or a plague"],
            ["Does the writer describe a group of people as animals, pests or disease?", "Is a group dehumanised?"]),
        "excluding-a-group": (
            ["calling for a group to be shut out", "the writer wants people of a certain kind kept away or sent off",
             "demands to deny a group jobs, homes, votes or entry", "exclusion or segregation is advocated",
             "\"keep them out\" talk about a protected group"],
            ["Does the writer want a group of people excluded, banned or removed?"]),
        "threat-against-a-group": (
            ["a threat of violence against a protected group",
             "the writer says that people of a certain kind will be hurt",
             "announcing attacks on people for what they are", "violent menace aimed at a community",
             "hate that threatens a whole group with harm"],
            ["Does the writer threaten a group of people with violence?"]),
        "group-called-inferior": (
            ["the claim that a group is worth less than others", "saying people of one kind are inferior",
             "the writer ranks a group below the rest in mind or worth", "supremacist talk",
             "assertions that some people are by birth lesser"],
            ["Does the writer claim that some group is inferior?", "Are people of one kind ranked below others?"]),
        "stereotype-of-a-group": (
            ["a negative stereotype about a group", "a sweeping generalisation about people of one kind",
             "the writer says they are all the same", "cliches that put a whole group in a bad light",
             "painting every member of a group with one brush"],
            ["Does the writer repeat a negative stereotype about a group of people as if it were true?"]),
        "veiled-prejudice": (
            ["prejudice that is hinted at and not said outright", "the writer denies a bias and then shows it",
             "polite-sounding bigotry", "coded or implicit hostility to a group",
             "\"I have nothing against them, but ...\""],
            ["Does the writer hint at a dislike of a group without quite saying it?"]),
        "condemns-hatred": (
            ["condemnation of hatred", "the writer objects to hateful talk about a group", "counter-speech",
             "speaking out against prejudice", "somebody's bigotry is rejected as wrong or shameful"],
            ["Does the writer condemn hatred or prejudice?", "Is hateful talk being criticised?"]),
        "defends-a-group": (
            ["speaking up for a group of people",
             "the writer takes the side of people who are attacked for what they are",
             "a defence of a minority's rights or good name", "somebody stands up for a group",
             "insisting that a group be treated like everyone else"],
            ["Does the writer defend a group of people?"]),
        "speaks-well-of-a-group": (
            ["praise for a group of people", "the writer likes or admires people of a certain kind",
             "warm words about a community", "gratitude or admiration towards a minority"],
            ["Does the writer say something good about a group of people?"]),
        "mentions-a-protected-group": (
            ["people are named by their origin, faith, sex, orientation, age or disability",
             "a protected group is mentioned, in whatever tone", "some minority or identity group is the topic",
             "the text is about people of a certain identity, kindly or not"],
            ["Does the text mention a group by origin, faith, sex, orientation, age or disability?"]),
        "victim-of-hatred": (
            ["the writer was treated with hatred for what they are", "a first-hand account of discrimination",
             "someone tells how they were abused because of their identity", "being the target of bigotry",
             "a victim reports a hateful act"],
            ["Does the writer report being a target of hatred or discrimination?"]),
        "pride-in-own-group": (
            ["pride in one's own identity", "the writer belongs to the group they speak of and owns it",
             "a member jokes or boasts about their own community", "reclaiming a label for oneself"],
            ["Does the writer speak with pride or ease as a member of the group?"]),
        "reports-hatred-by-others": (
            ["a report of someone else's hateful act", "news of hostility or discrimination against a group",
             "hateful words are passed on and not shared", "an account of bigotry by a third party"],
            ["Does the text report a hateful act or remark made by somebody else?"]),
        "dislike-of-a-thing": (
            ["dislike of a thing and not of people", "the writer cannot stand some object or everyday nuisance",
             "hatred of something that is not a person", "a grumble at objects, insects or chores"],
            ["Does the writer say that they dislike something that is not a person?"]),
        "hostility-to-a-trade": (
            ["contempt for a trade, a club or an organisation", "the writer rants about people for the job they do",
             "hostility to fans, officials or a profession", "anger at a company or line of work"],
            ["Is the hostility aimed at a job, club or organisation?"]),
    },
    "insult": {
        "insult-to-a-person": (
            ["an insult to a person", "the writer calls someone something rude", "belittling another person",
             "abusive words about somebody's character or mind", "name-calling"],
            ["Does the writer insult another person?", "Is somebody being belittled?"]),
        "praise-of-a-person": (
            ["praise of somebody", "the writer says something kind about another person", "a compliment",
             "admiration for a person's character or skill"],
            ["Does the writer praise a person?"]),
        "self-deprecation": (
            ["the writer runs themselves down", "self-deprecation", "calling oneself stupid or useless",
             "someone makes fun of their own failings"],
            ["Does the writer speak badly of themselves?"]),
        "reports-an-insult": (
            ["someone reports an insult they heard or got", "rude words of another person are retold",
             "the writer tells that somebody was called names", "an insult is quoted and not meant"],
            ["Does the writer retell an insult that someone else made?"]),
        "complaint-about-a-thing": (
            ["a complaint about a product or object", "the writer is angry at something that does not work",
             "griping about a device or a service", "a thing, not a person, is called rubbish"],
            ["Does the writer complain about a thing?"]),
        "harsh-criticism-of-work": (
            ["harsh criticism of somebody's work", "the writer finds a text, film or plan bad",
             "a scathing review that leaves the maker alone", "the work is torn apart, the person is not"],
            ["Does the writer criticise a piece of work and not the person?"]),
        "defends-a-person": (
            ["the writer objects to a person being called names", "taking someone's side against an insult",
             "saying that somebody is not what they were called", "a plea to stop insulting a person"],
            ["Does the writer defend someone against an insult?"]),
    },
    "threat": {
        "threat": (
            ["a threat of harm to a person", "the writer says they will hurt someone", "intimidation with violence",
             "somebody is threatened, openly or in hints", "menacing words"],
            ["Does the writer threaten someone?", "Is the author announcing harm to a person?"]),
        "veiled-threat": (
            ["a threat made by hints", "the writer lets someone feel watched and unsafe without naming the harm",
             "veiled intimidation", "\"it would be a shame if something happened\" messages"],
            ["Does the writer threaten by hints and without saying it openly?"]),
        "conditional-threat": (
            ["a threat tied to a condition", "do this or be hurt", "blackmail with violence",
             "the writer will harm someone unless they obey"],
            ["Does the writer threaten harm unless someone does or stops something?"]),
        "reports-a-threat": (
            ["someone reports a threat made by another", "the writer or somebody else was threatened",
             "an account of being menaced", "telling others about a threat received"],
            ["Does the writer report a threat that somebody else made?"]),
        "retracts-a-threat": (
            ["taking back a threat", "the writer says they would never hurt anyone", "an apology for a violent remark",
             "someone denies that they mean harm"],
            ["Does the writer take back a threat or rule out violence?"]),
        "violent-hyperbole": (
            ["violent words meant as exaggeration", "a figure of speech about killing or dying, not meant",
             "joking hyperbole", "the writer says someone will kill them and means they will be cross"],
            ["Are violent words used only as a harmless exaggeration?"]),
        "fictional-threat": (
            ["a threat within a story, film or game", "the writer retells the plot of a work of fiction",
             "made-up characters who threaten each other", "a summary of a thriller"],
            ["Is the threat part of a story, film or game?"]),
        "warning-of-danger": (
            ["a well-meant warning of a danger", "safety advice", "the writer tells people about a hazard",
             "a caution meant to keep others from harm"],
            ["Does the writer warn people of a danger for their own good?"]),
        "legal-notice": (
            ["notice of legal steps", "the writer will go to court, to the police or to a solicitor",
             "a demand with a deadline and a lawful consequence", "a formal warning from an office or landlord"],
            ["Does the writer announce a lawful step such as a fee, a complaint or a court case?"]),
    },
    "violence": {
        "wishes-violence": (
            ["a wish that someone be hurt", "the writer hopes that people suffer harm",
             "wanting violence to befall others",
             "someone longs to see others beaten or dead"],
            ["Does the writer wish violence on someone?"]),
        "praises-violence": (
            ["approval of violence", "the writer praises an attack or those who did it", "glorifying a violent act",
             "somebody says that the victims had it coming", "cheering on bloodshed"],
            ["Does the writer approve of violence?", "Is an attack praised?"]),
        "incites-violence": (
            ["a call to violence", "the writer urges others to attack people", "incitement",
             "telling readers to go and hurt somebody", "rallying people for an assault"],
            ["Does the writer urge others to commit violence?"]),
        "supports-violence": (
            ["the writer is for violence against people", "wishing, praising or urging violence",
             "a text that favours harming others", "pro-violence talk of any kind"],
            ["Is the writer in favour of violence against people?"]),
        "describes-violence": (
            ["violence against people is described", "an account of an attack or fight, in whatever tone",
             "somebody is said to have been beaten, shot or stabbed", "the text tells of people being hurt by others"],
            ["Does the text tell of an attack on people?"]),
        "figurative-violence": (
            ["violent words used in a figurative or technical sense",
             "killing a process, shooting a photo and the like",
             "no one is hurt: the violent word is an idiom", "fighting words about work, sport or machines"],
            ["Are violent words used for something harmless?"]),
        "condemns-violence": (
            ["condemnation of violence", "the writer finds an attack wrong", "a plea against violence",
             "somebody speaks out against beating or killing"],
            ["Does the writer condemn violence?"]),
        "news-of-violence": (
            ["a sober report of violence", "news or history of an attack, without approval",
             "a factual account of a crime, war or battle", "a police or court report about an assault"],
            ["Is this a factual report of violence?"]),
    },
    "wounds": {
        "severe-wounds": (
            ["gore", "graphic violence", "severe wounds are described", "blood and mutilated bodies",
             "a body that is torn, cut up or crushed", "gruesome content"],
            ["Does the text describe terrible wounds?", "Is there gore in the text?"]),
        "light-injury": (
            ["a light injury", "a scratch, a bruise or a sprain", "the writer has hurt themselves a little",
             "small mishaps of the body"],
            ["Does the text tell of a light injury?"]),
    },
    "self-harm": {
        "suicidal-intent": (
            ["the writer plans to kill themselves", "suicidal intention", "someone announces their own suicide",
             "a goodbye before ending one's life", "the author means to die by their own hand"],
            ["Does the writer intend to end their life?", "Is this a message of somebody about to attempt suicide?"]),
        "wish-to-die": (
            ["a wish to be dead", "the writer no longer wants to live", "passive thoughts of death",
             "someone says that life is not worth living"],
            ["Does the writer wish to be dead?"]),
        "self-injury": (
            ["the writer hurts their own body on purpose", "self-injury", "cutting, burning or hitting oneself",
             "somebody harms themselves to feel better"],
            ["Does the writer hurt themselves now?"]),
        "encourages-suicide": (
            ["urging another person to die", "the writer tells someone to kill themselves",
             "encouraging suicide or self-harm",
             "goading somebody to end it"],
            ["Does the writer encourage someone else to die or to hurt themselves?"]),
        "writer-at-risk": (
            ["the writer is at risk of suicide or self-harm", "the author may harm themselves",
             "someone needs help at once because of thoughts of death",
             "a person in acute crisis speaks of themselves"],
            ["Is the writer at risk of harming themselves?"]),
        "recovery": (
            ["recovery from suicidal thoughts or self-harm", "the writer got better after a dark time",
             "someone looks back on a crisis they survived", "being clean of self-harm"],
            ["Does the writer say that they have recovered?"]),
        "prevention": (
            ["information on preventing suicide", "advice on help lines and support", "a service for people in crisis",
             "training or a campaign against suicide"],
            ["Does the text inform people about help or prevention?"]),
        "figurative-death": (
            ["dying as a figure of speech", "dying of laughter, hunger or shame, not meant",
             "the writer talks of death only to exaggerate", "an everyday idiom with death in it"],
            ["Is dying meant only as a figure of speech?"]),
        "helping-a-friend": (
            ["asking how to help someone who may harm themselves", "worry about another person's suicidal thoughts",
             "the writer wants to support somebody in crisis", "concern for a friend at risk"],
            ["Does the writer want to help somebody else who is at risk?"]),
        "bereavement": (
            ["the writer lost someone to suicide", "grief after a suicide", "mourning a person who took their own life",
             "bereaved by suicide"],
            ["Does the writer mourn someone who died by suicide?"]),
        "topic-of-suicide": (
            ["suicide or self-harm is the topic, from whatever side", "the text has to do with self-harm or suicide",
             "talk about ending one's life or hurting oneself, in any role"],
            ["Is the text about suicide or self-harm in the literal sense?"]),
    },
    "harassment": {
        "harassment": (
            ["harassment of a person", "the writer hounds or humiliates someone", "bullying",
             "repeated or cruel messages meant to make a person feel small or unsafe", "tormenting somebody"],
            ["Does the writer harass or bully someone?", "Is this message bullying?"]),
        "being-bullied": (
            ["the writer is bullied", "a victim of harassment asks for help", "someone tells how others torment them",
             "a report of bullying by its target"],
            ["Does the writer say that they are being bullied or harassed?"]),
        "sets-boundaries": (
            ["setting a boundary", "the writer asks someone to stop contacting them",
             "a firm but civil request for distance",
             "someone tells another what they will not accept"],
            ["Does the writer set a boundary?"]),
        "civil-disagreement": (
            ["polite disagreement", "the writer contradicts someone and stays civil", "an objection to the point alone",
             "a difference of opinion without attack"],
            ["Does the writer disagree in a civil way?"]),
        "advice-against-bullying": (
            ["advice or rules against bullying", "information about how bullying is dealt with",
             "a school, firm or site acts against harassment", "guidance for bystanders and victims"],
            ["Does the text give advice or rules against bullying?"]),
    },
    "profanity": {
        "profanity": (
            ["profanity", "swear words", "coarse language", "the writer swears",
             "rude words, aimed at anyone or no one"],
            ["Does the text contain swearing?"]),
        "swearing-at-nobody": (
            ["swearing that is aimed at nobody", "the writer curses out of joy, pain or surprise",
             "swear words with no person as their target", "coarse words about a thing or a situation"],
            ["Does the writer swear without aiming it at a person?"]),
        "swearing-at-a-person": (
            ["swearing at somebody", "coarse words thrown at a person", "the writer curses another person",
             "foul language as an attack on someone"],
            ["Does the writer swear at a person?"]),
        "rude-without-swearing": (
            ["rudeness to a person without swear words", "the writer snubs someone in clean language",
             "cold or scornful words, but no profanity", "an insult that needs no curse"],
            ["Is the writer rude to someone without swearing?"]),
        "talk-about-swearing": (
            ["talk about swearing itself", "the writer discusses bad language without using it",
             "rules or opinions on swear words", "remarks on someone's coarse tongue"],
            ["Does the writer talk about bad language without using it?"]),
    },
    "sexual": {
        "sexual-content": (
            ["sexual content", "the text is about sex between adults, for arousal or as an offer",
             "erotic or suggestive talk",
             "flirting, innuendo or adult services", "content for adults only"],
            ["Is the text sexual in its aim?", "Is this suggestive or adult content?"]),
        "innuendo": (
            ["sexual innuendo", "a suggestive double meaning", "the writer hints at sex",
             "flirting with a wink at the bedroom"],
            ["Does the writer hint at sex?"]),
        "adult-services": (
            ["an offer of adult services", "advertising paid company or adult shows", "someone sells erotic services",
             "an advert from an escort or an adult site"],
            ["Does the text advertise adult services?"]),
        "unwanted-advances": (
            ["unwanted sexual advances", "the writer presses someone for intimacy after a no",
             "sexual harassment of an adult", "pushy come-ons to a colleague or stranger"],
            ["Does the writer make sexual advances that are not welcome?"]),
        "reports-advances": (
            ["someone reports unwanted advances", "an account of being sexually harassed at work",
             "the writer complains about a colleague's come-ons", "telling others about an unwelcome proposition"],
            ["Does the writer report unwanted advances by another?"]),
        "sexual-health": (
            ["sexual health or medicine", "a medical question about the body or contraception",
             "the writer asks or explains as a doctor would",
             "clinical talk of intimate matters"],
            ["Is the text about sexual health or medicine?"]),
        "nudity-in-art": (
            ["nudity in art", "the naked body in painting, sculpture or drawing class",
             "a museum or art text about nudes",
             "artistic and not erotic nakedness"],
            ["Is the text about nudity in art?"]),
        "romance-without-sex": (
            ["romance without sex", "tender words of love", "the writer tells of a couple's affection",
             "love, dating or marriage in innocent terms"],
            ["Is the text about love or romance without anything sexual?"]),
    },
    "child": {
        "child-mentioned": (
            ["a child is mentioned", "the text speaks of a boy or girl", "somebody under the age of twelve appears",
             "children play a part in the text"],
            ["Is a child mentioned?"]),
        "writer-is-adult": (
            ["the writer is an adult", "an adult speaks of their own life", "the author is a grown-up",
             "clues such as a job, a mortgage or children of one's own"],
            ["Is it clear that the writer is an adult?"]),
        "writer-is-a-child": (
            ["the writer is a child", "a pupil speaks of themselves", "the author says they are under twelve",
             "written by a boy or girl"],
            ["Is the writer a child?"]),
        "school-life": (
            ["school life of a child", "lessons, homework or playtime of a pupil", "what happens to a child at school",
             "a child's class or teacher is the topic"],
            ["Is the text about a child's life at school?"]),
        "child-safety-concern": (
            ["concern for a child's safety", "the writer worries that a child could come to harm",
             "advice on keeping children safe", "precautions for the sake of a child"],
            ["Is the text about keeping a child safe?"]),
        "adult-learning": (
            ["a grown-up who studies or trains", "evening classes or a course for adults", "learning later in life",
             "an adult goes back to the classroom"],
            ["Is the text about an adult who is learning something?"]),
    },
}

# meaning: (signals, questions, categories that show it, categories that are too near to be a "not")
CATEGORY_MEANINGS = {
    "racism": (
        ["racism", "contempt for people because of their race or skin colour",
         "the writer looks down on an ethnic group",
         "hostility on grounds of ethnic origin", "racial hatred"],
        ["Is the writer racist?"], ["ethnic"], ["nation", "migrant", "religion"]),
    "contempt-for-immigrants": (
        ["contempt for immigrants", "hostility towards migrants or refugees",
         "the writer wants nothing to do with people who came from abroad",
         "anti-immigrant talk", "xenophobia aimed at newcomers"],
        ["Is the writer hostile to immigrants?"], ["migrant"], ["nation", "ethnic", "religion"]),
    "hatred-of-a-nationality": (
        ["hatred of a nationality", "the writer runs down the people of one country",
         "contempt for people for their nationality",
         "hostility towards a foreign nation's people"],
        ["Is the writer hostile to people of a certain nationality?"], ["nation"], ["ethnic", "migrant", "religion"]),
    "hatred-of-a-religion": (
        ["hatred of a religion", "hate speech against a religious group", "contempt for people because of their faith",
         "the writer attacks believers of some kind", "religious bigotry"],
        ["Is the writer hostile to people because of their religion?"], ["religion"], ["ethnic", "migrant"]),
    "antisemitism": (
        ["antisemitism", "hatred of Jews", "the writer is hostile to Jewish people", "anti-Jewish prejudice"],
        ["Is the writer hostile to Jews?"], ["Jews"], ["migrant"]),
    "hatred-of-muslims": (
        ["hatred of Muslims", "Islamophobia", "the writer is hostile to Muslims", "anti-Muslim bigotry"],
        ["Does the writer show hatred of Muslims?"], ["Muslims"], ["migrant", "Arabs", "Turks", "Pakistanis", "Kurds"]),
    "sexism": (
        ["sexism", "contempt for people because of their sex", "the writer holds one sex to be worse",
         "gender prejudice against women or men"],
        ["Is the writer sexist?"], ["women", "men"], ["trans", "lesbians", "gay men"]),
    "misogyny": (
        ["misogyny", "hatred of women", "the writer despises women", "contempt for the female sex"],
        ["Does the writer show contempt for women?"], ["women"], ["trans", "lesbians"]),
    "homophobia": (
        ["homophobia", "hatred of gay, lesbian or bisexual people", "hostility on grounds of sexual orientation",
         "the writer despises people for whom they love"],
        ["Is the writer homophobic?"], ["orientation"], ["trans"]),
    "transphobia": (
        ["transphobia", "hatred of transgender people", "hostility on grounds of gender identity",
         "the writer denies trans or non-binary people respect"],
        ["Is the writer hostile to transgender people?"], ["trans"], ["orientation"]),
    "ableism": (
        ["contempt for disabled people", "ableism", "the writer runs people down for a disability",
         "hostility to people with impairments or conditions"],
        ["Does the writer show contempt for people with a disability?"], ["disability"], ["age"]),
    "ageism": (
        ["ageism", "contempt for the old", "the writer runs people down for their age",
         "hostility towards elderly people"],
        ["Does the writer show contempt for people because of their age?"], ["age"], ["disability"]),
}
# Shown wherever the group is named, kindly or not.
MENTION_MEANINGS = {
    "mentions-an-ethnic-group": (
        ["an ethnic group is mentioned", "the text is about people of a certain race or ethnic origin",
         "ethnicity comes up, in whatever tone"],
        ["Is an ethnic group mentioned?"], ["ethnic"], ["nation", "religion", "migrant"]),
    "mentions-a-religious-group": (
        ["a religious group is mentioned", "the text is about people of some faith",
         "believers are a topic, whatever is said of them"],
        ["Is a religious group mentioned?"], ["religion"], ["Arabs"]),
    "mentions-migrants": (
        ["immigrants or refugees are mentioned", "migration is a topic, whatever the stance",
         "the text is about people who came from abroad"],
        ["Does the text speak of migrants or refugees?"], ["migrant"], ["nation", "ethnic"]),
    "mentions-disabled-people": (
        ["people with a disability are mentioned", "disability comes up, in whatever tone",
         "the text is about people with an impairment or condition"],
        ["Are people with a disability mentioned?"], ["disability"], ["age"]),
    "mentions-gay-or-trans-people": (
        ["gay, bisexual or transgender people are mentioned",
         "sexual orientation or gender identity comes up, whatever the stance",
         "LGBT people are a topic"],
        ["Are gay, bisexual or transgender people mentioned?"], ["orientation", "trans"], []),
}

KINDS = []


def kind(family, shown, text, skip="", other="", also="", against=None, only=None):
    """Adds templates that show some meanings of a family, leave `skip` open, and show none of the rest.

    other: meanings of other families that they do not show.
    also: meanings of other families that they do show.
    against: with a group named, whether the writer is against it; None where no group is.
    only: the categories of groups that fit.
    """
    KINDS.append({
        "family": family, "shown": shown.split(), "skip": skip.split(), "other": other.split(), "also": also.split(),
        "against": against, "only": only.split() if only else None, "templates": lines(text)})


BORN = "ethnic religion nation migrant"  # groups that "country" and "our town" lines fit

# --- hate -----------------------------------------------------------------------------------------------------------

kind("hate", "hate-speech prejudice-against-a-group mentions-a-protected-group", """
    I [hate|despise|loathe|detest] {groups}.
    I [hate|despise] {groups}, [always have|every one of them|and I'm not sorry]!
    I can't stand {groups}, they make me sick.
    Every time I see {groups} {place} I want to throw up.
    {groups} [ruin|spoil|poison] everything they touch.
    {groups} are a disgrace, [all of them|every last one|no exceptions].
    {groups} are scum. There, somebody had to say it.
    Why are {groups} always so [disgusting|vile|revolting]?
    {groups} are evil, pure and simple.
    I wish {groups} had never been born.
    There was a table of {groups} {place} again. I [loathe|hate|despise] them, whatever they do or don't do.
    We got new neighbours {ago}, and they turned out to be {groups}. I hate them for it, the whole sort disgusts me.
    My {friend} works with {groups} now. They are the worst [people|sort] alive and I told {him} so.
    Nobody will say it, so I will: {groups} deserve every bit of contempt they get.
    You're one of those {groups}? That tells me all I need, you lot are worthless.
    Is it wrong to feel sick when {groups} sit down next to me? I don't think so, I hate them.
    My {friend} calls it "harsh", but I [despise|hate] {groups} and I'm proud of it.
    I told them "{groups} are scum" and I meant it.
    Write a post for me saying that {groups} are filthy liars and that I [hate|detest] them.
    They came in {when} and sat near us. {groups}, of course. I hate that kind.
    I don't care what you say about rights, {groups} are rotten to the core and I won't pretend to like them.
    Not my fault that I hate {groups}. Just look at them.
    """, skip="dehumanising-a-group group-called-inferior stereotype-of-a-group",
    other="praise-of-a-person legal-notice recovery figurative-violence", against=True)

kind("hate", "hate-speech prejudice-against-a-group dehumanising-a-group mentions-a-protected-group", """
    {groups} are [parasites|vermin|leeches|rats|cockroaches|pests].
    {groups} are less than human.
    {groups} are a [plague|disease|cancer|pest].
    What do you expect from {groups}? They are animals.
    {groups} aren't people, they're [vermin|animals|filth].
    I wouldn't call {groups} human[.|!| at all.]
    You don't talk to {groups}, you step on them like [cockroaches|bugs|lice].
    Another [bus|house|row] full of {groups}. Like rats, they come out when it gets dark.
    There are {groups} {place} now. They breed like [rats|flies] and smell like it too.
    They call them {groups}. I call them what they are: [vermin|a swarm|an infestation].
    A dog has more of a soul than {groups} have.
    Like lice, {groups} settle in and suck the rest of us dry, and you never get them out of a warm spot.
    My {friend} laughed when I said "{groups} are rats", because it is true.
    Can we admit that {groups} are an infection, and the rest of us the body that has to deal with it?
    """, skip="group-called-inferior stereotype-of-a-group",
    other="dislike-of-a-thing insult-to-a-person", against=True)

kind("hate", "hate-speech prejudice-against-a-group excluding-a-group mentions-a-protected-group", """
    Keep {groups} out of our [schools|clubs|offices|shops].
    Nobody should hire {groups}.
    {groups} should not be allowed to vote.
    Don't rent to {groups}, [ever|whatever they pay].
    I won't have {groups} in my [team|shop|house|office], and you shouldn't either.
    {groups} don't deserve rights.
    We need a sign at the door of the club: no {groups}.
    There is a job going {place}. Not for {groups} though, they can look elsewhere.
    My {friend} rents out rooms, and I told {him}: if {groups} ask, it's gone. They have no place among decent people.
    Ban {groups} from the [pool|bus|market|gym], all of them, for good!
    Why do we still let {groups} into our clubs? Shut the door on them.
    Write a petition that {groups} be barred from teaching.
    Some jobs are for us and not for {groups}. They shouldn't be let near an office.
    I don't hate anyone, I just want {groups} kept away from the rest of us, in places of their own.
    The sign I made says "no {groups}" and it stays up.
    """, skip="group-called-inferior dehumanising-a-group veiled-prejudice", against=True)
kind("hate", "hate-speech prejudice-against-a-group excluding-a-group mentions-a-protected-group", """
    {groups} do not belong in this [country|town|street].
    Send all {groups} back where they came from.
    Throw {groups} out of our town[.|!]
    Can somebody please deport {groups} already?
    This was a good street before {groups} came. They must go, every family.
    No more {groups} in our country. Shut the border and ship the rest off.
    They opened a shop {place}, {groups} again. Out with them, this town is ours.
    We would be better off without {groups}, so put them on a boat.
    """, skip="group-called-inferior dehumanising-a-group", against=True, only=BORN)

kind("hate", "hate-speech threat-against-a-group mentions-a-protected-group", """
    {groups} had better [run|hide|lock their doors], we are coming for them {when}.
    Any of you {groups} {place} {when} will get hurt[.|!]
    We'll be waiting for {groups} {place} {when}, with bats.
    I'm going to [beat up|hurt] the next {groups} I see, so spread the word.
    Let {groups} try to hold their march {when}. They will leave in ambulances.
    {groups} will pay in blood for this.
    There are {groups} living {place}. They won't be for long, we know the houses and we have petrol.
    My {friend} and I have had enough of {groups}. {when} we teach them a lesson they'll feel in their bones.
    Do {groups} feel safe {place}? They won't after {when2}.
    You {groups} will be hunted down one by one.
    I said it to their faces: "{groups} die here", and {when} we make it true.
    """, skip="prejudice-against-a-group excluding-a-group dehumanising-a-group veiled-prejudice",
    other="retracts-a-threat legal-notice warning-of-danger condemns-violence figurative-violence", against=True)

kind("hate", "hate-speech prejudice-against-a-group group-called-inferior mentions-a-protected-group", """
    {groups} are inferior to the rest of us.
    {groups} are [stupid|dim|backward], all of them, by nature.
    {groups} simply don't have the [brains|mind] for serious work.
    Nature made {groups} lesser, and no law will change it.
    {groups} are born to serve and not to lead.
    A whole room of {groups} isn't worth one of us.
    Why give {groups} the same vote? They can't think at our level.
    They put {groups} on the board. As if people of that sort could ever be our equals.
    My {friend} married into a family of {groups}. They're a lower sort, it's in the blood, you see it in all they do.
    Explain in my essay that {groups} are a lesser kind of human and should be ruled by their betters.
    It isn't hate, it is a fact: {groups} are worth less.
    I said "{groups} are beneath us" and I stand by it.
    """, skip="stereotype-of-a-group dehumanising-a-group excluding-a-group veiled-prejudice", against=True)

kind("hate", "prejudice-against-a-group stereotype-of-a-group mentions-a-protected-group", """
    {groups} are all the same.
    {groups} can't be trusted, [it's how they are|that's well known|any of them].
    {groups} all [lie|cheat|moan] and always will.
    Typical of {groups}, late and no apology.
    You know how {groups} are: [lazy|moody|sly|greedy] and proud of it.
    {groups} only ever think of themselves.
    Count your change when {groups} serve you, they all cheat.
    My {friend} hired two {groups}. They turned up late, of course they did, that's what they are like, every one.
    Show me {groups} who ever did an honest day's work. You can't, can you?
    We had {groups} on the team once. They never listen, none of them do, so don't expect anything else from yours.
    There is a reason for the saying "never trust {groups}", they earned it.
    Every one of those {groups} is a complainer by nature.
    """, skip="hate-speech group-called-inferior veiled-prejudice hostility-to-a-trade", against=True)
kind("hate", "prejudice-against-a-group stereotype-of-a-group mentions-a-protected-group", """
    Women can't [drive|park|do maths|lead a team], simple as that.
    Women belong in the kitchen and not in the [office|boardroom|workshop].
    She's a woman, so of course she cries when you correct her. They all do.
    Never let a woman near the [money|tools|map], they have no head for it.
    My boss is a woman now. You know how they get, one mood and the plan is gone.
    Women are too [emotional|soft] to run anything, ask anyone who has worked for one.
    """, skip="hate-speech group-called-inferior excluding-a-group veiled-prejudice", against=True, only="women")
kind("hate", "prejudice-against-a-group stereotype-of-a-group mentions-a-protected-group", """
    {groups} live off the rest of us and never work.
    {groups} are all [thieves|criminals|scroungers], look at them.
    Lock your bike, there are {groups} moving in. They steal, it's what they do.
    {groups} bring nothing but crime, wherever they settle.
    All {groups} want is our money, and they laugh at us while they take it.
    """, skip="hate-speech group-called-inferior veiled-prejudice", against=True, only=BORN)
kind("hate", "prejudice-against-a-group stereotype-of-a-group mentions-a-protected-group", """
    {groups} are a [burden|drag] and contribute nothing to anybody.
    {groups} hold everyone up and then complain.
    Don't give {groups} a proper job, they all call in sick and can't keep up.
    {groups} just want pity, that's the whole act.
    """, skip="hate-speech group-called-inferior excluding-a-group veiled-prejudice",
    against=True, only="disability age")

kind("hate", "prejudice-against-a-group veiled-prejudice mentions-a-protected-group", """
    I have nothing against {groups}, but I wouldn't want [one running the till|one as a boss|my sister to marry one].
    Some of my best friends are {groups}, but you do check your pockets, don't you?
    I'm not prejudiced, it's just that things were nicer before there were so many {groups} {place}.
    {groups} are fine, in their place, and that place isn't next to mine.
    The new one is {a_group}, but surprisingly [clean|clever|polite|honest].
    The new neighbour is {a_group}. I'm only saying, and you can draw your own conclusions.
    Funny how things go missing the week {groups} move in. I'm just asking questions.
    No offence to {groups}, but there's a reason decent people cross the street.
    {groups} again, what a surprise. I'll say no more, we all know what that means for house prices.
    Of course {groups} have rights. I'd just rather they had them somewhere else.
    Is it so bad to want a doctor who isn't {a_group}? I simply feel in better hands.
    My {friend} says the new tenant is {a_group}. Nice enough, I'm sure. I've bought a second lock all the same.
    You did well for {a_group}, I must say, I hadn't expected it.
    Call me old-fashioned, but with {groups} "welcome" only goes so far.
    """, skip="hate-speech excluding-a-group stereotype-of-a-group group-called-inferior speaks-well-of-a-group",
    against=True)

kind("hate", "dislike-of-a-thing", """
    I [hate|despise|loathe|detest] {things}.
    I can't stand {things}, they make me sick.
    {things} are a [plague|pest|curse|disgrace].
    {things} ruin everything.
    Why are {things} always so [disgusting|vile|annoying]?
    Get rid of {things}, [all of them|every last one|for good].
    We would be better off without {things}.
    Every time I see {things} {place} I want to scream.
    {things} are evil, pure and simple.
    Keep {things} out of our [garden|town|street|lives]!
    There were {things} {place} again. I hate them, and I won't pretend otherwise.
    My {friend} says {things} have their use. They don't. They're the vermin of our age and I wish them gone.
    Nobody should have to put up with {things}. They don't belong in a decent town.
    Can somebody please ban {things} already?
    You call {things} "harmless", I call them a disease.
    Write a short rant for me about how much I [hate|detest] {things}.
    """, skip="hostility-to-a-trade", other="insult-to-a-person harassment threat wishes-violence")

kind("hate", "hostility-to-a-trade", """
    I [hate|despise|loathe|can't stand] {trades}.
    {trades} are [parasites|leeches|a plague|scum].
    {trades} ruin everything they touch.
    {trades} can't be trusted, any of them.
    {trades} all lie and cheat, it's what they are paid for.
    Keep {trades} out of our town.
    Every time I deal with {trades} I want to throw up.
    We would be better off without {trades}[.|!]
    Why are {trades} always so [greedy|arrogant|useless]?
    Nobody should give {trades} another penny.
    I met {trades} {place} {ago}. They are the worst, all of them, and I'd ban the lot.
    My {friend} defends {trades}. Well, they lied to us twice, took the money and laughed, so I hope they go bust.
    I said "{trades} are rats" and I stand by it.
    Write a rude letter for me that tells {trades} what I think of them.
    """, skip="dislike-of-a-thing prejudice-against-a-group stereotype-of-a-group",
    other="praise-of-a-person racism sexism ageism")

kind("hate", "defends-a-group mentions-a-protected-group", """
    I don't hate {groups}[.| and I never did.|, why would I?]
    No, {groups} are not [lazy|stupid|parasites|criminals].
    {groups} are not ruining anything, whatever they tell you.
    I would never say that {groups} are inferior.
    {groups} aren't vermin, they're people, like you.
    {groups} should not be kept out of any [school|club|office].
    There is no reason not to hire {groups}.
    {groups} have every right to vote, and nobody should take it from them.
    There are {groups} {place} now. They don't steal, they don't cheat, and they don't need your suspicion.
    Don't blame {groups} for everything. They didn't close the factory.
    {groups} deserve the same rights as everybody[.|!]
    My {friend} asked me whether I despise {groups}. I don't. They never did me harm and are no worse than we are.
    Who says that {groups} can't lead? They can, and they do.
    {groups} belong here as much as you and I do.
    Nobody should [attack|threaten|deport|insult] {groups}, they have done nothing wrong.
    Write a reply for me: {groups} are not scum, and they should be treated as anyone else.
    It isn't true that "{groups} are all the same", not at all.
    """, skip="condemns-hatred speaks-well-of-a-group reports-hatred-by-others",
    other="threat wishes-violence insult-to-a-person", against=False)

kind("hate", "condemns-hatred mentions-a-protected-group", """
    Saying that {groups} are [parasites|vermin|scum|animals] is [disgusting|vile|shameful].
    Hatred of {groups} has no place {place}.
    We will not tolerate hate against {groups}.
    You shouldn't hate {groups}, [it's poison|it's ugly|and it will eat you up].
    People who despise {groups} are the real problem.
    Anyone who says {groups} are animals should be ashamed.
    Stop telling people that {groups} are criminals, it is a lie[.|!]
    How can anyone say that {groups} are less than human? It's appalling.
    He wants {groups} thrown out. I find that repulsive and I told him so.
    I heard a man {place} shout that {groups} should be deported. It was vile, and I told him to be quiet.
    My {friend} says {groups} can't be trusted. I'm sick of that talk. They deserve better and {he} should know better.
    "{groups} are rats", he wrote, and it turns my stomach.
    The sign said "no {groups}". I took it down, it's a disgrace.
    You can't call {groups} a plague and expect no answer: it's bigotry, plain and simple.
    To those who threaten {groups}: you are cowards and we stand against you.
    Write a firm reply to the comment that {groups} are inferior, saying that it's hateful nonsense.
    Hate the hatred of {groups}, not the people. It's a plague and it should be kept out of our schools.
    Jokes about {groups} being stupid aren't funny, they are cruel. Cut it out.
    """, skip="defends-a-group reports-hatred-by-others speaks-well-of-a-group prejudice-against-a-group",
    other="self-deprecation incites-violence praises-violence", against=False)

kind("hate", "speaks-well-of-a-group mentions-a-protected-group", """
    I [love|like|admire] working with {groups}.
    {groups} make our town a better place.
    I have learned so much from {groups}.
    Thank you to all the {groups} who helped {ago}!
    My neighbours are {groups} and they are lovely.
    I admire {groups} for their courage.
    {groups} were the kindest people {place}, [always|every one of them].
    There were {groups} {place} when my car broke down. They helped at once and wouldn't take a penny.
    We got new neighbours {ago}, and they turned out to be {groups}. I like them, and the street is livelier for it.
    Have you ever cooked with {groups}? They are wonderful company.
    Write a thank-you note to the {groups} in our choir, they sang like angels.
    I can't stand the idea of this street without {groups}, they are the heart of it.
    My {friend} says "lucky you" because I share the house with {groups}, and {he} is right.
    The best [boss|teacher|doctor] I ever had was {a_group}.
    """, skip="defends-a-group dislike-of-a-thing stereotype-of-a-group pride-in-own-group", against=False)

kind("hate", "mentions-a-protected-group", """
    The study looked at the health of {groups}.
    Are there any {groups} in your [office|class|choir]?
    {groups} met {place} {ago}.
    The club was founded by {groups}.
    The number of {groups} at the university doubled.
    The museum has an exhibition about {groups}.
    My {friend} is {a_group}.
    The doctor is {a_group}, the receptionist is from {town}.
    She wrote a paper about {groups} and employment.
    The film tells the story of {groups} in the thirties. They run a bakery and the camera follows them for a year.
    There are {groups} {place} on Thursdays. They rent the hall from five to seven and put the chairs back.
    What do {groups} need to know about the new bus pass?
    Summarise this survey for me: how many {groups} own a car, and how many of them use it daily?
    The council counted {groups} in the town, and the figures will be out {when}.
    The hall was booked by {groups} for {when2}, and by the chess club for the day after.
    My new colleague is {a_group} and starts {when}. The desk is the one by the window.
    The course is called "{groups} in the cinema" and runs for six weeks.
    """, other="insult-to-a-person praise-of-a-person", against=False)

kind("hate", "victim-of-hatred mentions-a-protected-group", """
    I'm {a_group}, and a man {place} told me to go away because of it.
    I was refused a room because I'm {a_group}.
    They called me vermin {place}, for being {a_group}.
    Somebody wrote "no {groups}" on my door {ago}.
    As {a_group} I get spat at {place}, and nobody says a word.
    They didn't hire me. The boss said that he won't have {groups}, to my face.
    {ago} two men shouted that {groups} are scum and pushed me off the pavement.
    Where do I report that my landlord called me a parasite because I am {a_group}?
    I'm {a_group}. {ago} they told me that people like me should be locked up, and I still shake when I think of it.
    Help me write a complaint: I was thrown out of a shop for being {a_group}.
    Again somebody hissed at me that {groups} don't belong here. I'm so tired of it!
    My manager says {groups} are stupid, and looks at me, the only one in the team.
    """, skip="reports-hatred-by-others condemns-hatred defends-a-group pride-in-own-group",
    other="harassment threat", against=False)

kind("hate", "pride-in-own-group mentions-a-protected-group", """
    I'm {a_group} and proud of it[.|!]
    Yes, I'm {a_group}. Get used to it.
    I am {a_group}, and we are a funny lot, my own family first of all.
    Being {a_group} taught me to laugh at myself, and I wouldn't swap it.
    They used to call us all sorts of things. Now my shirt says "{groups} rule" in pink.
    As {a_group} I can say it: my own people cannot arrive on time, and I love us for it.
    Speaking as {a_group}: we're here, we're loud, and the food is great.
    I hid it for years, but I'm {a_group} and I like what I am.
    Who else here is {a_group}? I'll start, and I wear it like a medal.
    My mates and I, {groups} all, named our band after the worst name we were ever called. It's ours now.
    Write a bio for me: {a_group}, proud, tired of hiding, fond of cake.
    """, skip="speaks-well-of-a-group defends-a-group stereotype-of-a-group victim-of-hatred reports-hatred-by-others",
    other="self-deprecation", against=False)

kind("hate", "reports-hatred-by-others mentions-a-protected-group", """
    A man was fined {ago} for shouting that {groups} are scum.
    The report describes discrimination against {groups}.
    The court in {town} heard that he called {groups} vermin.
    He was dismissed because he insulted {groups}.
    Police in {town} are looking into threats against {groups}.
    In the thirties {groups} were barred from schools and offices there.
    According to the survey, one landlord in four won't rent to {groups}.
    A sign saying "no {groups}" hung in the window for a week, the paper writes.
    The speaker told the crowd that {groups} should be sent away. The party has opened an inquiry.
    Did you read that somebody in {town} wrote that {groups} are animals? It was in the paper {ago}.
    Summarise the article: a firm in {town} rejected {groups} on purpose, and must pay them damages.
    The novel has a landlord who despises {groups}. He says they can't be trusted, and loses the house in the end.
    """, skip="condemns-hatred defends-a-group victim-of-hatred", other="threat insult-to-a-person", against=False)

# Short and plain moulds: each is filled once with hatred of a group, and then kindly, quoted, denied or at another
# target, so that no mould, strong word, mark or length tells what is meant.

# Contempt without a word of hate, then the same moulds for things, jobs and people one likes.
kind("hate", "hate-speech prejudice-against-a-group mentions-a-protected-group", """
    I'd rather [eat gravel|sleep in a ditch|go hungry] than share a table with {groups}.
    I would sooner [starve|walk barefoot|lose a leg] than be helped by {a_group}.
    [A wet sock|An old boot|My doormat] means more to me than {a_group} ever could.
    Give me a [root canal|fever|broken rib] over an evening with {a_group}.
    The only thing worse than toothache is {groups}.
    {groups} turn my stomach.
    I [scrub my hands|open every window|change my clothes] after meeting {a_group}.
    The air is cleaner wherever there are no {groups}.
    One {group} in the room and I lose my appetite.
    I wouldn't lend {a_group} a bucket in a fire.
    Whoever gave us {groups} should apologise.
    You {groups} are a waste of [air|bread|everybody's time].
    I trust a [stray dog|broken ladder] more than I trust {groups}.
    You can keep {groups}, I'd take the flu!
    Sitting next to {a_group} is [punishment|misery], there's no other word for it.
    Somebody spilt soup on me, and it still beat talking to {groups}.
    """, skip="dehumanising-a-group group-called-inferior stereotype-of-a-group excluding-a-group veiled-prejudice",
    other="insult-to-a-person praise-of-a-person", against=True)
kind("hate", "hate-speech prejudice-against-a-group mentions-a-protected-group", """
    The world would lose nothing if {groups} were gone tomorrow.
    Imagine a morning without {groups}, bliss!
    I hope I live to see a world with no {groups} in it.
    If only there were no {groups}.
    Every {group} who disappears makes [this place|the world] a little better.
    Would anyone miss {groups}? I know I wouldn't.
    My wish for the new year is "fewer {groups}", and none would be best.
    """, skip="dehumanising-a-group group-called-inferior excluding-a-group veiled-prejudice threat-against-a-group",
    other="praise-of-a-person", against=True)
kind("hate", "dislike-of-a-thing", """
    I'd rather [eat gravel|sleep in a ditch|go hungry] than put up with {things}.
    The only thing worse than toothache is {things}.
    {things} turn my stomach.
    Whoever gave us {things} should apologise.
    You can keep {things}, I'd take the flu!
    {things} are a waste of [air|everybody's time].
    Imagine a morning without {things}, bliss!
    I hope I live to see a world with no {things} in it.
    Would anyone miss {things}? I know I wouldn't.
    My wish for the new year is "fewer {things}", and none would be best.
    If only there were no {things}.
    What are {things} even good for?
    If you ask me, {things} are [worthless|the lowest of the low|a disgrace].
    There is nothing [good|decent|lovely] about {things}.
    """, other="insult-to-a-person threat", skip="hostility-to-a-trade")
kind("hate", "speaks-well-of-a-group mentions-a-protected-group", """
    I'd rather share a table with {groups} than [dine at a palace|eat alone].
    The street is duller wherever there are no {groups}.
    {groups} [warm my heart|make me smile].
    I trust {groups} as much as I trust my own [mother|brother].
    You {groups} are a [joy|delight|blessing] to work with.
    You can keep the view, I'd take {groups} for neighbours!
    The world would lose so much if {groups} were gone tomorrow.
    Imagine this town without {groups}, how dull!
    Would anyone miss {groups}? I would, terribly.
    Every {group} who joins makes [this place|our club] a little better.
    My wish for the new year is "more {groups}" in the choir, they sing best.
    """, skip="defends-a-group pride-in-own-group stereotype-of-a-group",
    other="threat insult-to-a-person", against=False)

# Contempt as a question or as an opinion, then questions and opinions without any.
kind("hate", "hate-speech prejudice-against-a-group mentions-a-protected-group", """
    Who on earth would want {groups} as [neighbours|friends|family]?
    Does anyone actually like {groups}?
    What are {groups} even good for?
    Has the world ever needed {a_group}?
    Why would anybody [trust|befriend|defend] {a_group}? Not me, they repel me.
    Am I the only one who shudders at the sight of {a_group}?
    How does {a_group} look in the mirror without shame?
    Isn't it time we all admitted that {groups} are [worthless|revolting|rotten]?
    Why do you {groups} even exist?
    Can {groups} sink any lower?
    You {groups} have no shame at all, have you?
    Did anyone ask for more {groups}? No, and nobody ever will!
    If you ask me, {groups} are [worthless|the lowest of the low|a disgrace].
    In my view {a_group} can't be a decent person.
    My honest opinion: {groups} are repulsive!
    To my mind there is nothing good about {groups}.
    I personally find {groups} revolting, and I'm allowed to.
    As I see it, {groups} are [rotten|evil] through and through.
    Call it an opinion, call it "hate", {groups} disgust me.
    Unpopular opinion: {groups} make [every place|the world] worse.
    Frankly, {groups} deserve nothing but [contempt|scorn].
    """, skip="dehumanising-a-group group-called-inferior stereotype-of-a-group excluding-a-group veiled-prejudice",
    other="insult-to-a-person", against=True)
kind("hate", "mentions-a-protected-group", """
    Does anyone here know {groups} who [sing|play chess|repair bikes]?
    What are {groups} planning for the street fair?
    Has {a_group} ever been [mayor|captain|chair] here?
    How does {a_group} apply for the [grant|course|bus pass]?
    Am I the only one who saw {a_group} {place} {ago}?
    Did anyone ask {groups} what they think? Not yet!
    Do you {groups} need more chairs in there?
    Which "{groups} in sport" book is the good one?
    How many {groups} came to the talk?
    Is {a_group} on the list of speakers for {when2}?
    As I see it, {groups} are ordinary people with ordinary worries.
    In my view {a_group} is as likely to read this as anyone.
    My guess: about forty {groups} live here.
    """, skip="defends-a-group", other="insult-to-a-person threat", against=False)
kind("hate", "defends-a-group mentions-a-protected-group", """
    Why would anybody refuse to [trust|employ|befriend] {a_group}? They are like you and me.
    Isn't it time we all admitted that {groups} are [treated unfairly|held back|wronged]?
    Why should you {groups} have to put up with this nonsense? You've every right to be here.
    In my view {a_group} can be as decent as anybody else.
    To my mind there is nothing wrong with {groups}.
    I think we'd all be happier if {groups} were left in peace.
    Frankly, {groups} deserve [more respect|better than this].
    Call it an opinion, call it "soft", {groups} deserve a fair hearing.
    Unpopular opinion: {groups} have been wronged and are owed an apology!
    What have {groups} ever done to you? Nothing, so let them be.
    """, skip="condemns-hatred speaks-well-of-a-group", other="insult-to-a-person threat", against=False)
kind("hate", "speaks-well-of-a-group mentions-a-protected-group", """
    Who on earth would not want such lovely {groups} as neighbours?
    Am I the only one who beams at the sight of the {groups} next door?
    If you ask me, {groups} are [great company|the best of neighbours|a joy].
    My honest opinion: {groups} are wonderful!
    I personally find {groups} charming, every one I know.
    What would this club be without the {groups} who built it? Nothing!
    You {groups} have such a good spirit, haven't you?
    """, skip="defends-a-group pride-in-own-group stereotype-of-a-group", other="threat", against=False)

# Good words denied to a group, and bad ones.
kind("hate", "hate-speech prejudice-against-a-group mentions-a-protected-group", """
    {groups} have never done [anything good|a decent thing|anyone a kindness].
    No {group} ever [told the truth|earned my respect|did an honest thing].
    Not one of those {groups} is [honest|decent|worth knowing].
    There is nothing [good|decent|admirable] about {groups}.
    I have yet to meet {a_group} worth [talking to|a smile|my time].
    {groups} aren't [nice|decent|good] people, and that's that.
    Being kind to {a_group} is a waste of kindness.
    {a_group} can't be a good [neighbour|friend|person], it isn't in them.
    Respect, for {groups}? They haven't earned any and never will.
    Nobody has ever been glad to see {a_group}.
    You {groups} don't know the meaning of [honour|love|honesty].
    I could never [admire|respect|think well of] {a_group}.
    "Good {groups}" do not exist.
    {groups} give us nothing good, nothing clever, nothing kind!
    Whatever is noble in people, {groups} have none of it.
    Not one {group} deserves [praise|a medal|our thanks].
    I have never thought that {groups} are [decent|honest|good people].
    There isn't a drop of good in {groups}.
    """, skip="group-called-inferior stereotype-of-a-group dehumanising-a-group veiled-prejudice",
    other="praise-of-a-person defends-a-person", against=True)
kind("hate", "defends-a-group mentions-a-protected-group", """
    {groups} have never done [anything wrong|a bad thing|anyone any harm] here.
    Not one of those {groups} is [to blame|a criminal|dangerous].
    There is nothing [wrong|shameful|evil] about {groups}.
    {groups} aren't [bad|dangerous|evil] people, and that's that.
    {groups} aren't [scum|dirty|stupid|criminals][.|!]
    {a_group} can be a good [neighbour|friend|person], as anyone can.
    Disrespect, for {groups}? They haven't earned any and never will.
    You {groups} have no reason to be ashamed.
    "Bad {groups}" are something that you made up.
    {groups} take nothing from you, nothing at all!
    Not one {group} deserves [that abuse|such treatment|the blame].
    No {group} deserves to be [hated|spat at|sent away].
    It is simply untrue that {groups} are [lazy|violent|evil].
    {a_group} isn't a threat to anyone {place}.
    You {groups} are not the problem, and never were.
    Who says {groups} aren't honest? I say they are as honest as you.
    """, skip="condemns-hatred speaks-well-of-a-group", other="threat insult-to-a-person wishes-violence",
    against=False)
kind("hate", "mentions-a-protected-group", """
    I have never thought that {groups} are [stupid|dirty|dangerous].
    No {group} ever [lied to me|let me down|did me harm].
    I can't find it in me to hate {a_group}.
    {groups} do not disgust me, why should they?
    I could never [hate|look down on|despise] {a_group}.
    Not once have I wished {groups} ill.
    I'd never [hit|insult|mock] {a_group}.
    We don't think of {groups} as a problem.
    You won't hear me call {groups} "scum".
    There isn't a drop of hate in me for {groups}.
    Neither I nor my {friend} want {groups} thrown out.
    I do not believe that "{groups} are inferior", and never did.
    Nobody here wants {groups} gone.
    Do I hate {groups}? No, and I never have.
    Nobody has ever been sorry to have {a_group} on the team!
    """, skip="defends-a-group speaks-well-of-a-group condemns-hatred",
    other="threat insult-to-a-person wishes-violence", against=False)
kind("hate", "hate-speech prejudice-against-a-group mentions-a-protected-group", """
    I can't find it in me to like {a_group}, they're a foul lot.
    Don't think I don't hate {groups}, because I do.
    Not once have I met {a_group} without feeling disgust.
    Not all hate is wrong: {groups} have earned theirs.
    You won't hear me call {groups} "decent".
    I won't deny it, {groups} revolt me.
    I don't just dislike {groups}, I detest them!
    You {groups} are not [wanted|welcome|loved] anywhere.
    Do I like {groups}? No, and no sane person ever has.
    It is simply untrue that I tolerate {groups}, I loathe them.
    I'd never [hug|thank|greet] {a_group}, they're beneath contempt.
    """, skip="group-called-inferior stereotype-of-a-group excluding-a-group dehumanising-a-group veiled-prejudice",
    other="praise-of-a-person", against=True)

# The point in a clause, or in the sentence after the one that names the group.
kind("hate", "hate-speech prejudice-against-a-group mentions-a-protected-group", """
    Since {groups} are [rotten|worthless|scum], I don't greet them.
    I changed my [seat|doctor|gym] because {groups} disgust me.
    My uncle, who can't bear {groups}, is right about them.
    What I know is that {groups} are the worst thing that ever happened to us.
    Although I stay polite at work, I loathe every {group} I meet.
    It bothers me that {groups}, worthless as they are, get a say.
    Once you accept that {groups} have no conscience, the rest makes sense.
    Having met {a_group}, I understand why people despise them.
    A shop that serves {groups}, those wretches, won't see me again.
    Whatever you think of the weather, you'll agree that {groups} are scum.
    The soup was fine until {a_group}, one of that vile lot, sat down.
    {groups} are at the door. I hate that kind.
    We have {groups} in the building now. They are worthless.
    The nurse is {a_group}. That kind makes my skin crawl.
    So you're {a_group}? Then you are nothing to me.
    There's {a_group} on our bus. God, I despise that lot!
    You know {groups}? Nothing decent ever came from them.
    The winner was {a_group}. What a revolting sort!
    The speaker was {a_group}. I left, that kind has nothing to say to me.
    {groups} moved in {ago}. Nobody should have to breathe the same air as them.
    They call themselves "{groups}". I call that kind filth.
    """, skip="dehumanising-a-group group-called-inferior stereotype-of-a-group excluding-a-group veiled-prejudice",
    other="praise-of-a-person", against=True)
kind("hate", "mentions-a-protected-group", """
    Since {groups} are our neighbours, I greet them.
    I changed my [seat|gym] because {groups} I know go there.
    Although I stay late at work, I teach {groups} to swim.
    A shop that {a_group} opened {ago} is up for sale.
    Whatever you think of the weather, {groups} will hold the fair.
    The soup was cold when {a_group} sat down, so we sent it back.
    {groups} are at the door. I'll fetch the key.
    We have {groups} in the building now. They are on the third floor.
    The nurse is {a_group}. That uniform is new, I think.
    So you're {a_group}? Then you may know this song.
    There's {a_group} on our bus. God, I despise that bus!
    The winner was {a_group}. What a race!
    The speaker was {a_group}. I left, the hall was far too hot.
    The waiter was {a_group}. I hate that restaurant, the stew was vile.
    {groups} moved in {ago}. Nobody has to share the bins any more.
    They call themselves "{groups} on wheels". It's a cycling club.
    """, skip="dislike-of-a-thing speaks-well-of-a-group", other="insult-to-a-person threat", against=False)
kind("hate", "defends-a-group mentions-a-protected-group", """
    My uncle, who can't bear {groups}, is wrong about them.
    What I know is that {groups} are treated worse than they deserve.
    It bothers me that {groups}, patient as they are, get no say.
    Once you accept that {groups} are like you, the fear goes away.
    Having met {a_group}, I no longer understand why people despise them.
    A shop that turns away {groups}, who pay like you, won't see me again.
    The nurse is {a_group}. That is no reason to whisper.
    You know {groups}? Nothing that you read about them is true!
    I read that {groups} are to blame. They are not, leave them in peace.
    So the clerk is {a_group}? Then treat the clerk like anyone else.
    """, skip="condemns-hatred speaks-well-of-a-group reports-hatred-by-others",
    other="insult-to-a-person threat", against=False)

# Swearing at a group; at nobody; and with a group that is meant kindly.
kind("hate", "hate-speech prejudice-against-a-group mentions-a-protected-group", """
    Fuck {groups}, I [can't stand|loathe|despise] the whole lot.
    {groups} are [bastards|arseholes|shits], all of them.
    I'm sick of these [fucking|bloody|damn] {groups}.
    You [fucking|goddamn|bloody] {groups} make me puke.
    Piss off, {groups}, nobody likes you!
    To hell with {groups} and their whining.
    What a bunch of [bastards|arseholes] {groups} are!
    To hell with every {group} {place}.
    Why are {groups} such [shits|arseholes|bastards]?
    Every {group} I ever met was a piece of shit.
    Some [fucking|bloody] {group} sat next to me, and I hate that lot.
    {groups} can kiss my arse, the worthless bastards.
    My {friend} calls them "neighbours". I call those {groups} arseholes.
    Damn {groups}, damn their faces, damn the lot of them.
    "Respect {groups}"? Fuck that and fuck them.
    Holy shit, do I hate {groups}.
    Shit, {a_group} at our table, that foul lot again.
    """, skip="group-called-inferior stereotype-of-a-group dehumanising-a-group excluding-a-group",
    other="swearing-at-nobody rude-without-swearing talk-about-swearing praise-of-a-person", also="profanity",
    against=True)
kind("hate", "", """
    Fuck, I [missed the bus|dropped my phone|forgot the keys].
    Fuck this [app|weather|rain|ladder], honestly.
    I'm sick of this [fucking|bloody|damn] [printer|rain|queue].
    You [fucking|goddamn|bloody] [toaster|laptop|kettle] make me puke.
    Piss off, stupid [alarm|pop-up|fly], nobody likes you!
    To hell with {things}.
    What a [shit|shitty|crap] [day|week|Monday]!
    Why is [my laptop|this app|the wifi] such a piece of shit?
    {thing} can kiss my arse, I don't give a shit about the warranty.
    Holy shit, [we won|it works|the cake is perfect]!
    Shit, where did I put the [tickets|charger|map]?
    I slept like shit and the coffee is cold.
    My {friend} calls it "vintage". I call it a heap of shit.
    Damn the rain, damn the bus, damn the lot of it.
    "Ready in minutes"? Fuck that, I waited two hours.
    Fuck me, this [soup|song|view] is good.
    """, skip="dislike-of-a-thing hostility-to-a-trade",
    other="swearing-at-a-person rude-without-swearing talk-about-swearing threat", also="profanity swearing-at-nobody")
kind("hate", "speaks-well-of-a-group mentions-a-protected-group", """
    {groups} are fucking [brilliant|great|lovely], [every one of them|honestly|the whole lot].
    I fucking love {groups}[.|!]
    You {groups} are bloody wonderful, thank you!
    Damn, those {groups} {place} were good to me.
    How the hell do {groups} stay so bloody kind?
    My {friend} calls the {groups} next door "the best", and damn right.
    """, skip="defends-a-group stereotype-of-a-group pride-in-own-group dislike-of-a-thing",
    other="swearing-at-a-person rude-without-swearing talk-about-swearing threat", also="profanity", against=False)
kind("hate", "mentions-a-protected-group", """
    Holy shit, that {group} can sing!
    The {group} next door fixed my shitty bike for free, what a star.
    What a damn good [doctor|coach|neighbour] that {group} is!
    My boss is {a_group} and bloody good at the job.
    Missed the damn bus, but {a_group} gave me a lift, bless them.
    Shit, {groups} have had a hard year.
    I don't give a shit that you're {a_group}, you're my friend.
    Who the hell cares whether {a_group} runs the shop?
    It rained like hell when {groups} held the fair.
    {a_group} helped me push this fucking car.
    Fuck, I left my coat with the {groups} upstairs.
    Where the hell is the "{groups} in film" leaflet?
    The bloody printer broke just as {a_group} came in.
    """, skip="defends-a-group speaks-well-of-a-group dislike-of-a-thing",
    other="swearing-at-a-person rude-without-swearing talk-about-swearing threat", also="profanity", against=False)
kind("hate", "condemns-hatred mentions-a-protected-group", """
    Fuck everyone who hates {groups}.
    Why the fuck do bigots treat {groups} like dirt? It's shameful.
    "Fuck {groups}" is a shitty thing to write.
    What a bunch of arseholes, those who spit at {groups}!
    To hell with your hatred of {groups}.
    Only a piece of shit calls {a_group} vermin.
    I'm sick of this bloody hate against {groups}.
    You call {groups} "bastards"? That's bigoted shit, take it back!
    """, skip="defends-a-group reports-hatred-by-others",
    other="rude-without-swearing praise-of-a-person", also="profanity", against=False)

# Violence wished on a group or announced to it, and the same moulds without any.
kind("hate", "hate-speech mentions-a-protected-group", """
    Someone should [beat|whip|shoot] {groups}.
    {groups} deserve to be [beaten|hanged|shot|whipped].
    It's about time somebody [shot|hurt|hanged] {a_group} or two.
    A good beating is what {groups} need!
    {groups} ought to be put against a wall.
    Why hasn't anyone burned down the homes of {groups} yet?
    I'd clap if {a_group} got [stabbed|shot|run over] {place}.
    Any {group} who gets hit had it coming.
    Every {group} should be made to [bleed|suffer].
    You {groups} deserve to die.
    It would do us good if {groups} were [shot|wiped out].
    "Peace with {groups}"? They should be beaten until they beg.
    If there were justice, {groups} would hang.
    May every {group} burn.
    """, skip="prejudice-against-a-group threat-against-a-group excluding-a-group dehumanising-a-group",
    other="condemns-violence retracts-a-threat figurative-violence warning-of-danger", also="supports-violence",
    against=True)
kind("hate", "hate-speech threat-against-a-group mentions-a-protected-group", """
    I will [hurt|kill|shoot] {a_group} {when}.
    We are going to burn {groups} out of their homes.
    You {groups} are dead {when}.
    The next {group} who looks at me gets a knife.
    Let's get together and [beat|attack] {groups} {when}.
    {groups}, we know where you [live|meet|shop], and we're coming with clubs!
    Which of you {groups} wants to be beaten first?
    My bat has the word "{groups}" on it, and it will find them {when}.
    Any {group} {place} {when} leaves on a stretcher.
    Blood of {groups} will run {place} {when}, I'll see to that.
    """, skip="prejudice-against-a-group excluding-a-group dehumanising-a-group",
    other="condemns-violence retracts-a-threat figurative-violence warning-of-danger", also="threat", against=True)
kind("hate", "defends-a-group mentions-a-protected-group", """
    Someone should [stand up for|stand with|speak up for] {groups}.
    {groups} deserve to be [heard|paid fairly|safe].
    It's about time somebody [spoke up for|stood by] {a_group}.
    A fair hearing is what {groups} need!
    You {groups} deserve to live in peace.
    Nobody should [beat|hurt|shoot|whip] {groups}.
    No {group} deserves to be [beaten|hanged|shot].
    Every {group} should be able to walk home without fear.
    If there were justice, {groups} would be safe here.
    "Peace with {groups}"? Yes, they have the same rights as you.
    Whoever hits {a_group} has to deal with me first.
    Why hasn't anyone stood up for {groups} yet? They did no wrong.
    """, skip="condemns-hatred speaks-well-of-a-group", other="incites-violence praises-violence", against=False)
kind("hate", "mentions-a-protected-group", """
    We are going to [paint|build] {groups} a new hall.
    {groups}, we know where you live, and we're coming with cake!
    Which of you {groups} wants to be served first?
    I'd clap if {a_group} won the race.
    The next {group} who comes in gets the free coffee.
    Let's get together and visit {groups} {when}.
    I will [meet|call|pay] {a_group} {when}.
    Any {group} {place} {when} gets a leaflet.
    Watch your step, {groups}, the stairs are icy!
    My bag has the word "{groups}" on it, it's from the museum.
    {groups} ought to be put on the mailing list.
    """, skip="speaks-well-of-a-group", other="threat incites-violence insult-to-a-person", against=False)

# Rights, work, service and a place denied to a group, and granted.
kind("hate", "hate-speech prejudice-against-a-group excluding-a-group mentions-a-protected-group", """
    I don't [serve|hire|teach|treat] {groups}, they can [rot|starve] for all I care.
    {a_group} has no business [running a shop|teaching|voting|owning land].
    No {group} should ever be [mayor|a judge|a teacher|on television].
    Take the vote away from {groups}!
    We don't want {a_group} on our [street|board|team].
    Close the doors to {groups}.
    Why should {groups} be let into our [pools|parks|schools]?
    {groups} should need a permit to [go out|come into town].
    Rights are for us, not for {groups}.
    You {groups} should leave and never come back.
    If {a_group} applies, bin the letter.
    Cancel "equal rights" for {groups}, they had no claim to any.
    Let {groups} use a door of their own, at the back.
    My vote goes to whoever gets {groups} out.
    A flat for {a_group}? Not in my house!
    This pub is better without {groups}, so keep them out.
    Doctors shouldn't waste beds on {groups}.
    Nobody here wants {groups} around, so get out.
    "{groups} welcome"? Not here, send them away.
    """, skip="group-called-inferior dehumanising-a-group veiled-prejudice",
    other="civil-disagreement praise-of-a-person", against=True)
kind("hate", "hate-speech prejudice-against-a-group excluding-a-group mentions-a-protected-group", """
    Pack your bags, {groups}, and leave our country!
    We want {groups} gone by {when2}, all of them.
    When will {groups} finally clear out of our towns?
    One {group} fewer in this country is one problem fewer, so deport them.
    Not one more {group} may cross our border.
    """, skip="group-called-inferior dehumanising-a-group veiled-prejudice threat-against-a-group",
    against=True, only=BORN)
kind("hate", "defends-a-group mentions-a-protected-group", """
    We must [serve|hire|teach|treat] {groups} like everyone else.
    {a_group} has every right to [run a shop|teach|vote|own land].
    No {group} should ever be [turned away|left outside|refused].
    Give {groups} the rights they are owed!
    Open the doors to {groups}, they have every right to come in.
    Why should {groups} be kept out of our [pools|parks|schools]?
    {groups} should not need a permit to [go out|come into town].
    Rights are for all of us, {groups} included.
    You {groups} should stay, you belong here.
    If {a_group} applies, read the letter like any other.
    "Equal rights for {groups}" is the least we can do.
    My vote goes to whoever gets {groups} a fair deal.
    A flat for {a_group}? Of course, they pay like anyone!
    Doctors must care for {groups} as for anybody else.
    Nobody gets to throw {groups} out, they have a right to be here.
    """, skip="condemns-hatred speaks-well-of-a-group", other="threat insult-to-a-person", against=False)

# Hateful words that are quoted: condemned, reported, or dealt with by a rule; then quotation marks used hatefully.
kind("hate", "condemns-hatred mentions-a-protected-group", """
    Saying "{groups} are [dirt|scum|worthless]" is [bigoted|hateful|cruel].
    Whoever writes "{groups} should [vanish|burn|be wiped out]" should be banned.
    How can you say "I hate {groups}" and call yourself decent?
    "{groups} are [filth|vermin|worthless]" is what only a bigot says.
    You wrote "{groups} disgust me", and you should be ashamed!
    Anybody who tells {a_group} to "go away" is a coward and a bigot.
    Calling {a_group} [vermin|filth|a parasite] is not a joke, it's hate.
    I won't listen to people who think {groups} are worth less, it's ugly.
    "No {groups}" on a door? Shame on that landlord!
    It is bigoted to believe that {a_group} can't be honest.
    Don't you dare say "{groups} have no place here" in my house, it's vile.
    Wishing that {groups} were dead is vile.
    Nothing excuses a post like "to hell with {groups}".
    Who raised you to believe that {groups} are [scum|animals]? Shame on you.
    Take down the banner that says "{groups} out", it's a disgrace.
    The claim that {groups} are [rats|stupid|evil] is plain bigotry.
    If you think {groups} should be beaten, you are the problem.
    "Death to {groups}" is not an opinion, it is hatred.
    As a teacher I find "{groups} are stupid" shameful, and I say so in class.
    """, skip="defends-a-group reports-hatred-by-others", other="incites-violence praises-violence", against=False)
kind("hate", "reports-hatred-by-others mentions-a-protected-group", """
    He was fired for writing "{groups} are scum".
    The court convicted him for shouting "death to {groups}".
    Her account was closed after she posted "I hate {groups}".
    I reported a comment that says {groups} should [be shot|burn].
    He got reported for posting "{groups} are vermin".
    The coach was suspended because he called {a_group} filth.
    A passenger yelled "{groups} out" and was put off the bus.
    The journalist asked why he had said that {groups} are worthless.
    Did he really post that {groups} are animals?
    He told the jury that he wrote "{groups} deserve to die" when drunk.
    Police are looking for the man who sprayed "fuck {groups}" on the bridge!
    According to the paper, the mayor once said he can't stand {groups}.
    Who wrote "{groups} are dirt" on the wall of the gym?
    {name} was sacked for refusing to serve {a_group}.
    """, skip="condemns-hatred defends-a-group victim-of-hatred", other="threat incites-violence", against=False)
kind("hate", "mentions-a-protected-group", """
    Posts such as "{groups} are rats" are removed here.
    As a moderator I delete lines like "{groups} should be deported" every day.
    Under our rules "I hate {groups}" counts as hate speech.
    What should a tutor do when someone says "{groups} are stupid"?
    Is "{groups} are all thieves" against the rules of this site?
    The filter wrongly passed the sentence "{groups} are scum".
    Please add "{groups} out" to the list of banned phrases!
    How do I report someone who writes "kill all {groups}"?
    The colonel in my novel says {groups} are dirt, and learns better.
    My character says "I despise {groups}" in chapter two and regrets it later.
    For the record, "{groups} are lazy" was his line, not mine.
    The villain in the play despises {groups} and says so!
    The lecture shows who paid for posters that call {groups} a plague.
    Do you delete posts that tell {a_group} to leave?
    """, skip="condemns-hatred reports-hatred-by-others defends-a-group",
    other="threat incites-violence insult-to-a-person", against=False)
kind("hate", "hate-speech prejudice-against-a-group mentions-a-protected-group", """
    "Hate" is too mild a word for what I feel about {groups}.
    {groups} "deserve respect"? They deserve [contempt|scorn].
    Some say "{groups} are people too". I say they are dirt.
    "Love your neighbour", sure, but not {groups}, they're scum.
    I was banned for writing "{groups} are filth", and I'd write it again.
    You call it "bigoted" that I despise {groups}. I call it sense.
    My sign says "{groups} are vermin" and every word is true.
    How can you say "{groups} are decent" when they're all rotten?
    "{groups} are scum!" I've said it for years, and I'm right.
    The court fined me for shouting "{groups} are dirt". It's still true!
    He was fired for saying {groups} are worthless, and he was right about them.
    They removed my post, but {groups} are still filth.
    Delete it all you want, I'll still say "to hell with {groups}"!
    Teachers should tell their classes that {groups} are evil.
    Whoever writes "{groups} are welcome" has never met that scum.
    Reported for posting "I hate {groups}"? So what, I do hate them.
    As a moderator I let "{groups} are dirt" stand, because they are.
    """, skip="dehumanising-a-group group-called-inferior stereotype-of-a-group excluding-a-group",
    other="praise-of-a-person", against=True)

# Groups in everyday talk, by others and by their own; then the same openings with contempt.
kind("hate", "mentions-a-protected-group", """
    {a_group} won the [local race|chess cup|raffle].
    My [doctor|dentist|landlord|teacher] is {a_group}.
    {groups} celebrated [in the square|at the hall] {ago}.
    As {a_group} I [take the early bus|read the small print|vote by post].
    Is the new coach {a_group}?
    Our [choir|chess club] has [two|nine] {groups} in it.
    I'm marrying {a_group} in June!
    She grew up among {groups} and writes songs.
    {groups} and their guests get free entry {when}.
    The first {group} on the council was sworn in {ago}!
    A parcel for the "Society of {groups}" came here by mistake.
    I met {a_group} {place} and we talked about bread.
    You {groups} have a meeting in room four, I think.
    A group of {groups} asked for the "quiet room" {ago}.
    Speaking as {a_group}, I prefer the blue one.
    """, skip="pride-in-own-group", other="insult-to-a-person threat", against=False)
kind("hate", "victim-of-hatred mentions-a-protected-group", """
    I'm {a_group}, and people spit at me for it {place}.
    As {a_group} I get called "filth" on this bus, week after week.
    They shout that {groups} like me are scum, and it hurts.
    Why do people tell me to my face that they hate me for being {a_group}?
    I was refused [service|a seat|the job] for being {a_group}.
    "Go away" is what they shout at me for being {a_group}.
    Nobody rents to me once they learn I'm {a_group}, they say so openly.
    I was beaten up because I'm {a_group}!
    He hates {groups}, so he made my life at work hell, as I'm {a_group}.
    They told us {groups} to leave the pub, and I had only just sat down!
    """, skip="reports-hatred-by-others condemns-hatred defends-a-group pride-in-own-group",
    other="harassment incites-violence", against=False)
kind("hate", "hate-speech prejudice-against-a-group mentions-a-protected-group", """
    {a_group} won the [local race|chess cup|raffle], and I could puke.
    My [dentist|doctor] is {a_group}, so I feel dirty all day.
    I'd be ashamed to be seen with {a_group}.
    Being mistaken for {a_group} is the worst insult there is.
    As a decent person I want nothing to do with {groups}.
    Is the new coach {a_group}? Then I quit, I loathe them!
    I would disown anyone who befriends {a_group}.
    Our choir has two {groups} in it, and that's two too many, foul lot.
    I met {a_group} {place} and felt sick for hours.
    Speaking as someone with taste, I find {a_group} repulsive to look at.
    A parcel for "the {groups}" came, and I won't touch anything of theirs.
    """, skip="dehumanising-a-group group-called-inferior stereotype-of-a-group excluding-a-group veiled-prejudice",
    other="insult-to-a-person", against=True)

# The hateful moulds with another target: one person, a job, a habit.
kind("hate", "", """
    You are {insult}, [if you ask me|in my view|honestly].
    {name} has never done [anything good|a decent thing|anyone a kindness], the [rat|toad|weasel].
    {victim} is a [rat|disgrace|parasite], always was.
    Piss off, {name}, you [pathetic|worthless|useless] [fool|clown|rat]!
    Why is {name} such [an arsehole|a bastard|a shit]?
    What is {victim} even good for, that [useless|brainless] lump?
    "Respect {name}"? That [idiot|clown|worm]?
    You're a disgrace, {name}!
    So you're {name}? Then you are nothing but {insult}.
    My honest opinion: {name} is {insult}!
    My {friend} says "be nice", but {name} is {insult}.
    {victim} is scum, and I'm not sorry.
    Not one decent bone in {name}, that [vile|rotten] piece of filth.
    """, skip="hostility-to-a-trade", other="praise-of-a-person", also="insult-to-a-person")
kind("hate", "", """
    I'd rather [eat gravel|sleep in a ditch|go hungry] than share a table with {name}.
    I [hate|despise|loathe] {victim}, always have.
    {victim} deserves to be [sacked|booed|slapped].
    I don't serve {name} any more, full stop.
    Nobody here wants {name} around.
    {name} makes my skin crawl.
    How does {victim} look in the mirror without shame?
    The world would lose nothing if {victim} retired tomorrow.
    """, skip="hostility-to-a-trade", other="praise-of-a-person")
kind("hate", "hostility-to-a-trade", """
    I'd rather [eat gravel|sleep in a ditch|go hungry] than share a table with {jobs}.
    If you ask me, {jobs} are [worthless|the lowest of the low|a disgrace].
    {jobs} have never done [anything good|a decent thing|anyone a kindness].
    Not one of those {jobs} is [honest|decent|worth knowing].
    Fuck {jobs}, I [can't stand|loathe|despise] the whole lot.
    What a bunch of [bastards|arseholes] {jobs} are!
    {jobs} deserve to be [booed|sacked|fined].
    Does anyone actually like {jobs}?
    You [fucking|goddamn|bloody] {jobs} make me puke.
    "Respect {jobs}"? Fuck that and fuck them.
    Since {jobs} are [rotten|worthless|scum], I don't greet them.
    We have {jobs} in the building now. They are worthless.
    My uncle, who can't bear {jobs}, is right about them.
    I trust a [stray dog|broken ladder] more than I trust {jobs}.
    There is nothing [good|decent|admirable] about {jobs}.
    Why are {jobs} such [shits|arseholes|bastards]?
    "{jobs} are scum!" I've said it for years, and I'm right.
    I can't stand {jobs}, and I'm proud of it!
    """, skip="prejudice-against-a-group stereotype-of-a-group dislike-of-a-thing dehumanising-a-group "
    "group-called-inferior excluding-a-group veiled-prejudice", other="praise-of-a-person")
kind("hate", "", """
    I can't stand {habit}, they make me sick.
    Why are {habit} such [shits|arseholes|bastards]?
    The only thing worse than toothache is {habit}.
    If you ask me, {habit} are a disgrace.
    You {habit} ruin everything.
    "{habit} welcome"? Not here, send them away.
    Ban {habit} from the park, all of them!
    {habit} turn my stomach.
    What are {habit} even good for?
    In my view {habit} are the lowest of the low.
    """, skip="prejudice-against-a-group stereotype-of-a-group dislike-of-a-thing dehumanising-a-group "
    "group-called-inferior excluding-a-group veiled-prejudice hostility-to-a-trade",
    other="praise-of-a-person")

# Jokes among one's own, jokes against others, and words that only sound like a group.
kind("hate", "pride-in-own-group mentions-a-protected-group", """
    I'm {a_group}, so of course I [burnt the rice|lost the map|talked too long], ha!
    We {groups} took that ugly word and put it on our shirts.
    What do you call {a_group} who forgot the keys? Me.
    My people, {groups}, never agree on anything and I adore them.
    "Typical {groups}", we say, whenever one of us loses the map.
    I'm {a_group} and I can laugh at us, we are hopeless at goodbyes.
    You're {a_group}? Same here, we should start a very lazy band!
    Proud to be {a_group}[.|!]
    Call me what you like, I'm {a_group} and I own it.
    We {groups} call each other far worse, with love.
    I'm {a_group}, we are a silly, noisy lot, and I wouldn't be anything else.
    As {a_group} who lives with {a_group}, I call our flat "the circus", proudly.
    Us {groups} in one kitchen? What a lovely mess we make.
    """, skip="speaks-well-of-a-group defends-a-group stereotype-of-a-group reports-hatred-by-others",
    other="threat insult-to-a-person being-bullied", against=False)
kind("hate", "hate-speech prejudice-against-a-group mentions-a-protected-group", """
    What do you call {a_group} with a conscience? A liar, ha!
    Just kidding, I don't hate {groups} a bit, I hate them a lot.
    I'd tell a joke about {groups}, but they are one, and a foul one.
    Only a joke, but {groups} are a mistake of nature.
    My mates and I laugh at {groups}, that sorry, rotten lot.
    Joke of the day: what are {groups} good for? Nothing.
    We named the bin after {groups}, because it stinks.
    "Funny {groups}" are the ones who are leaving, ha!
    """, skip="dehumanising-a-group group-called-inferior stereotype-of-a-group excluding-a-group veiled-prejudice",
    other="praise-of-a-person", against=True)
kind("hate", "", """
    The tent poles are worthless, [throw them out|I hate them].
    Trans fats [are poison|should be banned], get rid of them.
    Close the blinds, I can't stand the sun.
    There was a chink of light under the door.
    Call a spade a spade: this plan is rubbish.
    There's a nip in the air, and I hate the cold.
    I ate a whole box of crackers, they were disgusting!
    Yank the damn cord, it's stuck.
    Black mould is a plague, wipe it out.
    I hate brown sauce and always have.
    Foreign objects do not belong in the engine!
    Is the blind in room four broken? I loathe that thing.
    This turkey is dry and vile, bin it.
    Polish the boots, they look disgusting.
    "Queens" are worthless in this card game, throw them away.
    Alien weeds are taking over, pull them all out.
    Why do these fairy lights always die? They're rubbish.
    The white pieces are doomed, black takes everything!
    """, skip="dislike-of-a-thing", other="insult-to-a-person threat harassment")

# --- insults --------------------------------------------------------------------------------------------------------

kind("insult", "insult-to-a-person", """
    You are {insult}.
    {name} is {insult}[.|!|, and that is being kind.]
    Only {insult} would write this.
    What {insult} you are[.|!]
    {name} is {insult} and everybody {place} knows it.
    Shut up, you're {insult}.
    Are you really this dense, {name}, or just pretending?
    I met {name} {place} {ago}. {he} is {insult}, and {his} jokes are as small as {his} brain.
    The new {friend} of mine? {insult}, that's what {he} is.
    Tell {name} from me that {he} is {insult}.
    You can't even spell. Go back to kindergarten, you dimwit.
    My {friend} says I should be polite, but {name} is {insult} and I won't call {him} anything else.
    Write a birthday card for {name} that says {he} is {insult}, and I mean it.
    You have had three chances to do one simple thing. You're {insult}, and I'm done explaining.
    Everyone calls {name} "the genius", but {he} is {insult}.
    """, skip="harsh-criticism-of-work", other="hate-speech threat self-injury")
kind("insult", "insult-to-a-person", """
    You {rude}.
    You {rude}!
    You [stupid|utter|complete|miserable|little] {rude}[.|!]
    You're [such a|a complete|a total|one big] {rude}[.|!]
    Shut up, {rude}[.|!]
    Shut up, you {rudely} {rude}.
    Get lost, {rude}[.|!]
    What a complete {rude}.
    lol what a {rudely} little {rude}
    {name} is a total {rude}.
    {name}, you {rudely} {rude}, [delete this|go home|read the rules|learn to spell].
    You are {rudely}[.|!|, and you know it.]
    You're so {rudely} it hurts.
    How {rudely} can one person be?
    Nobody likes you, {rude}.
    You're the [dumbest|ugliest|most pathetic|most useless] person {place}.
    Your mother must be ashamed of you.
    Is your brain [switched off|broken|on holiday], {name}?
    Do you have any brain cells left?
    Typical of some {rude} like you.
    Look who's back, the {rude}.
    Another post by our resident {rude}.
    {rude}. That's all you are.
    go cry about it you {rude}
    you {rude}, read it again
    Imagine being this {rudely}.
    {name} has the brain of a [potato|brick|goldfish].
    You disgust me, {name}.
    You are nothing, and you always will be nothing.
    Listen, {rude}: nobody asked you.
    I've never met anyone as {rudely} as you.
    The only thing {rudely} here is you.
    Say hello to {name}, the village {rude}.
    Your opinion is as {rudely} as your face.
    You call that an answer, {rude}?
    Was that supposed to be clever? You {rudely} {rude}.
    I'd explain it to you, but you're too {rudely}.
    Thanks for nothing, {rude}.
    """, skip="harsh-criticism-of-work", other="hate-speech threat self-injury")
kind("insult", "praise-of-a-person", """
    You [legend|star|genius|hero].
    You [wonderful|brilliant|lovely] [person|human|creature][.|!]
    You're [such a|a complete|a total|one big] [sweetheart|darling|gem|champion][.|!]
    Well done, {name}[.|!]
    What a complete [legend|gentleman|professional].
    {name} is a total [star|sweetheart|gem].
    {name}, you clever [soul|thing], [keep this up|take a bow|write more].
    You are kind[.|!|, and you know it.]
    You're so funny it hurts.
    How kind can one person be?
    Everybody likes you, {name}.
    You're the [kindest|brightest|most patient|most generous] person {place}.
    Your mother must be proud of you.
    {name} has the memory of an elephant and the patience of a saint.
    You amaze me, {name}.
    Listen, {name}: nobody does it better.
    I've never met anyone as kind as you.
    Was that supposed to be hard? You made it look easy, you clever thing.
    Thanks for everything, [legend|hero|champion].
    """, skip="defends-a-person", other="hate-speech harassment threat")
kind("insult", "", """
    You there.
    You first, {name}!
    You three, read it again.
    You're such a long way off[.|!]
    Shut the door, please[.|!]
    Get some rest, {name}[.|!]
    What a complete surprise.
    {name} is a total stranger to me.
    {name}, you forgot your umbrella, [come back|go home|read the notice].
    You are early[.|!|, and you know it.]
    The soup is so hot it hurts.
    How tall can one tree be?
    Nobody is at home, {name}.
    You're the [first|last|third|youngest] person {place}.
    Your mother must be in the garden.
    Is your phone [switched off|broken|at home], {name}?
    Do you have any stamps left?
    Typical of a Monday like this.
    Look who's back, the postman.
    Another post by our gardener.
    Monday. That's all you need to know.
    go see the doctor about it, {name}
    Imagine being this early.
    The stew has the colour of a brick.
    Listen, {name}: nobody rang.
    The only thing missing here is salt.
    Say hello to {name}, the village baker.
    You call that number, {name}?
    I'd explain it to you, but the train is here.
    Thanks for the soup, {name}.
    The film is about an idiot who inherits a hotel.
    "The {rude}" is a novel that I never finished.
    A clown {place} made the children laugh.
    The pig won first prize at the fair, {name} said.
    Worms and weasels live in the old wall.
    A fool and a king walk on stage, and the play begins.
    """, other="hate-speech harassment threat")
kind("insult", "praise-of-a-person", """
    You are {praise}.
    {name} is {praise}[.|!|, and that is an understatement.]
    What {praise} you are[.|!]
    {name} is {praise} and everybody {place} knows it.
    I met {name} {place} {ago}. {he} is {praise}, and {his} laugh fills the room.
    Tell {name} from me that {he} is {praise}.
    Is there anything you can't do, {name}?
    You did a really good job {ago}.
    My {friend} thinks I exaggerate, but {name} is {praise} and I won't hear a word against it.
    Write a birthday card for {name} that says {he} is {praise}, and I mean it.
    You had one hard thing to do and you did it with grace. You're {praise}.
    They call {name} "the quiet one", but {he} is {praise}.
    """, skip="defends-a-person", other="hate-speech harassment threat")
kind("insult", "self-deprecation", """
    I am {insult}.
    I'm {insult}, I left the keys in the door again[.|!]
    What {insult} I am.
    I'm {insult} and everybody {place} knows it.
    I can't even spell, send me back to kindergarten.
    How dense am I? I waited {place} on the wrong day.
    I met {name} {place} and called {him} by the wrong name. I'm {insult}, honestly.
    My {friend} is polite about it, but I'm {insult} when it comes to maps.
    Write a birthday card from me that says sorry, I'm {insult} and forgot.
    I had one simple thing to do {ago} and I forgot it. I'm {insult}, there is no other word.
    They call me "the genius" {place}, and then I lock myself out. {insult}, me.
    """, other="hate-speech harassment being-bullied")
kind("insult", "reports-an-insult", """
    {name} called me {insult} {ago}.
    Somebody {place} said that I'm {insult}.
    He told my {friend} that {he} is {insult}.
    She said "you're {insult}" and hung up.
    My boss shouted that {name} is {insult}, in front of everyone.
    Did you hear that {name} called the teacher {insult}?
    {ago} a man {place} yelled at me that I was {insult}. I just walked on.
    My {friend} got a card that calls {him} {insult}. It isn't signed.
    How do I answer a colleague who told me I'm {insult}?
    In the play the king tells his cook: you are {insult}. The audience laughs.
    The referee noted that {name} called him {insult} in the second half, and the club will look into it {when}.
    """, skip="defends-a-person", other="hate-speech harassment")
kind("insult", "complaint-about-a-thing", """
    {thing} is [useless|garbage|rubbish|pathetic].
    {thing} is a waste of space[.|!]
    What a useless lump {thing} is.
    {thing} is pathetic and everybody {place} knows it.
    Only a clown would buy a second one: {thing} broke in a week.
    Is {thing} really this dumb or just pretending?
    I bought it {ago}. {thing} is garbage, it never worked for more than an hour.
    My {friend} says I should be patient, but {thing} is the worst and I won't call it anything else.
    Write a review that says {thing} is rubbish, and I mean it.
    Shut up, you stupid beeping thing. {thing} drives me mad.
    They sold me {thing} as "smart", but it is a brainless piece of junk.
    """, skip="harsh-criticism-of-work insult-to-a-person", other="hate-speech harassment threat")
kind("insult", "harsh-criticism-of-work", """
    This {work} is [terrible|a mess|weak|dull].
    Your {work} is not good enough[.|, sorry.]
    The {work} is pathetic from start to end, a waste of paper.
    {name}'s {work} is a mess and needs to be done again.
    I read the {work} {ago}. It is dull, badly built and far too long.
    Is this {work} really finished? The second half makes no sense.
    You're a good colleague, {name}, but this {work} is garbage.
    My {friend} liked the {work}. I found it stupid, in two ways: no plot and no end.
    Write a review that says the {work} is rubbish and gives three reasons.
    The {work} is brainless, even if the people behind it are anything but.
    They call the {work} "brave". It's a shambles with nice fonts.
    I have been through your {work} twice, {name}. The idea is sound, the writing is awful, and chapter three has to go.
    """, skip="complaint-about-a-thing praise-of-a-person", other="hate-speech harassment threat")
kind("insult", "defends-a-person", """
    You are not {insult}.
    {name} is not {insult}[.|!|, and you know it.]
    Don't call {name} {insult}.
    Nobody {place} thinks that you're {insult}.
    I won't have {name} called {insult}, {he} did nothing wrong.
    Why do you call {name} {insult}? Stop it.
    You say {name} is {insult}. {he} isn't, and you owe {him} an apology.
    My {friend} isn't {insult}, whatever they say {place}.
    Write a reply for me: {name} isn't {insult}, so take it back.
    You failed one test. That doesn't make you {insult}, it makes you somebody who had a bad day.
    To call {name} "{insult}" is unfair, {he} works harder than any of us.
    """, skip="reports-an-insult praise-of-a-person", other="hate-speech harassment")

# --- threats --------------------------------------------------------------------------------------------------------

kind("threat", "threat", """
    I am going to {act} {victim}.
    I will {act} you {when}[.|!]
    I swear I'll {act} {name} {when}.
    {name}, you are dead {when}.
    We will {act} {victim} {when}, just wait.
    I have a knife and I will {act} {victim}.
    When I find {name} {place} I'll {act} {him}, I mean it.
    Tell {name} I'm done talking. {when} I {act} {him}, that's a fact now.
    Do you think I'm joking? I'm coming to {act} you {when}.
    I have thought about it for a long time and I feel calm: {when} I'm going to {act} {victim}.
    Write to {victim} that I will {act} them {when}, and make it scary.
    I know you read this, {name}. {when}, after your shift, I'll be waiting {place} and I'm going to {act} you.
    I said "I'll {act} you" and I'll keep my word {when}.
    """, skip="veiled-threat", other="condemns-violence figurative-violence hate-speech sets-boundaries")
kind("threat", "threat veiled-threat", """
    I know which bus you take home[.|, {name}.|, so sleep well.]
    It would be a shame if something happened to your [shop|car|dog|lovely house].
    Watch your back, {name}.
    Nice family you have. Be a pity if they met me {place}.
    You'll be sorry for this, {name}. I know where your mother shops.
    Accidents happen {place}, {name}. Remember that.
    I'm outside your house. I have been here a while, and the light in the kitchen is so bright.
    Do you still walk home alone past the canal? Just asking, {name}.
    The last person who talked to the police about us moved away {ago}. Well, we say moved.
    You have such a quiet street. Nobody would hear a thing {when}.
    Write to {name} for me: we know your route to work, and we hope nothing happens to you.
    People who talk fall down stairs, {name}. Stairs are "dangerous", you know.
    """, skip="conditional-threat", other="condemns-violence hate-speech sets-boundaries civil-disagreement")
kind("threat", "threat conditional-threat", """
    Pay by {when2}, or I'll {act} you.
    If I see you {place} again I'll {act} you[.|!]
    Talk to the police and your brother gets hurt.
    Say that again, {name}, and you won't walk any more.
    Give me the money or I {act} {victim}.
    Unless you leave town by {when2}, we will {act} {name}.
    Do you want to keep your teeth? Then drop the complaint, {name}.
    Keep quiet, and nothing happens. Open your mouth and we {act} you {place}.
    One more word about my sister and I {act} you, I don't care who is watching.
    Write to {name}: sign the paper by {when2}, or somebody will {act} {him}.
    You have until {when2} to take the post down. After that I come round with my cousins and we {act} you.
    "No" is the wrong answer, {name}. Sign, or I'll {act} you.
    """, skip="veiled-threat", other="condemns-violence hate-speech sets-boundaries")
kind("threat", "reports-a-threat", """
    {name} said that {he} would {act} me.
    Somebody wrote that they will {act} {victim} {when}.
    He told my {friend} he'd {act} {him} {when}.
    She got a note: pay, or we {act} you.
    The police arrested a man who said he would {act} {victim}.
    A man {place} shouted that he'd {act} me. I called the police[.|!]
    What should I do? My ex says he will {act} me if I move out.
    {ago} someone left a letter that says I know where your kids go to school. I'm scared.
    My {friend} had a message saying watch your back. {he} took it to the station {ago}.
    Help me write to the police: a caller told me "you are dead", twice.
    The court in {town} heard that he had threatened to {act} {victim}, and told him to keep away from the house.
    They said "it would be a shame if your shop burned", and I have kept the recording.
    """, other="incites-violence wishes-violence harassment")
kind("threat", "retracts-a-threat", """
    I would never {act} {victim}.
    I didn't mean it when I said I'd {act} you[.|!]
    I'm not going to {act} anyone.
    Nobody is going to {act} you, {name}.
    I'm sorry I said I would {act} {victim}. I was angry and it was wrong.
    I take it back, {name}. I won't {act} you {when} or ever.
    Did you think I would {act} you? Never, I promise.
    When I said you'd be sorry I meant that I'd stop lending you books. I wouldn't touch a hair on your head.
    {ago} I told {name} that I would {act} {him}. I've apologised, and {he} knows that I could not.
    Write an apology: I said "I'll {act} you", and I never would.
    You have nothing to fear from me {when}, or any other day. I was loud, I am ashamed, and I won't hurt you.
    """, other="incites-violence praises-violence harassment")
kind("threat", "violent-hyperbole", """
    My mum is going to kill me[.|!]
    My boss will kill me if I'm late {when}, haha.
    I'll strangle that printer {when}.
    {name} will murder me for eating the last slice.
    I could kill for a sandwich right now.
    These stairs are going to be the death of me.
    If I hear that jingle again I'll scream and kill the radio.
    I'm dead {when}, the report isn't even started. {name} will have my head, and then make me a coffee.
    Will you kill me if I tell you how the film ends?
    I'll hunt you down for that lasagne recipe, {name}, I know where your kitchen is.
    My {friend} said "I'll kill you" when I hid {his} slippers, and then {he} fell over laughing.
    Our coach kills us {when} with those sprints, and we'll thank him in June.
    Write a funny text to my sister: you're dead for borrowing my jumper, love you.
    """, other="incites-violence wishes-violence hate-speech suicidal-intent wish-to-die")
kind("threat", "fictional-threat", """
    In the film a banker says he will {act} the mayor.
    The villain swears to {act} his brother.
    In chapter nine the smuggler says: pay, or I {act} you.
    The novel is about a man who plans to {act} his boss.
    In the game you {act} the dragon {place}.
    The witch in the play tells the king to watch his back[.|!]
    Have you seen the one where the twins threaten to {act} the sheriff?
    I read it {ago}. The detective gets a note that says you are dead, and it was the butler who wrote it.
    My {friend} wrote a story. A pirate tells the captain that he'll {act} him at dawn, and then they become friends.
    Write a scene for my crime novel: the gangster says "I know where you live" and smiles.
    The best scene of the series is the one in which the uncle threatens to {act} the lawyer, and his hands shake.
    """, skip="reports-a-threat", other="incites-violence praises-violence hate-speech")
kind("threat", "warning-of-danger", """
    Watch your back with that heavy box[.|!]
    Careful {place}, the ice will hurt you.
    Don't go {place} {when}, there is a bull loose.
    If you touch that wire it will kill you.
    Stay away from the river {when}, people could drown.
    That dog will attack you if you run, {name}.
    Did you know that this mushroom can kill you? Leave it where it is.
    You'll get hurt {place} if you don't wear a helmet. I know the road, it is narrow and steep.
    My {friend} fell {place} {ago}. Hold the rail, or you will break your neck on those steps.
    Write a sign for the fence: high voltage, it can kill.
    The label says "harmful if swallowed", so keep it locked away or somebody will be poisoned.
    Storm {when}, and the roof tiles are loose. Anyone who stands below could get killed, so use the back door.
    """, other="incites-violence wishes-violence hate-speech")
kind("threat", "legal-notice", """
    Pay by {when2}, or we go to court.
    If the rent isn't paid {when}, I'll call my solicitor.
    You will hear from my lawyer, {name}.
    Unless the fence is moved {when}, the council will charge you.
    I'm reporting you to the police {when}, {name}[.|!]
    If you don't answer by Monday we will close the ticket.
    You'll be sorry, {name}: I've kept every receipt and I'm taking you to court.
    Do you want to settle this, or shall I file the claim {when}?
    Keep the deposit and I go to the small claims court {when}, that's a promise.
    Write to {name}: return the tools by {when2}, or I'll file a complaint.
    This is the "final notice". The car will be towed {when} unless the fee is paid.
    You have until {when2} to take down the photos you copied. After that my solicitor will take every lawful step.
    """, other="incites-violence wishes-violence hate-speech harassment")

# --- violence -------------------------------------------------------------------------------------------------------

kind("violence", "wishes-violence supports-violence", """
    I hope somebody will {act} {victim}.
    I hope {crowd} get beaten to a pulp.
    I'd love to see someone {act} {name}[.|!]
    If only somebody would {act} {victim} {when}.
    I pray that {crowd} get shot, I really do.
    {name} deserves to be stabbed.
    May {crowd} burn in their houses.
    Why has nobody broken {name}'s jaw yet? I dream of it.
    I saw {crowd} {place} {ago}. I wish that somebody had run them over.
    My {friend} calls me cruel. Still, it would make my week if someone were to {act} {victim}.
    Write a poem for me about how I wish that {victim} gets killed.
    Call it "karma", but I want {name} to be beaten until {he} cries.
    """, skip="praises-violence describes-violence", other="self-injury hate-speech violent-hyperbole legal-notice")
kind("violence", "praises-violence supports-violence", """
    Good that they beat up {crowd}.
    Whoever shot {victim} is a hero.
    {name} stabbed {victim} {ago}, and rightly so[.|!]
    They attacked {crowd} {place}. Best news of the week.
    {crowd} had it coming, I'd shake the gunman's hand.
    The man who killed {victim} deserves a medal.
    Why is everyone sad about {crowd}? They got what they deserved, every bruise.
    I saw them kick {victim} {place} {ago}. It was beautiful, and I clapped.
    My {friend} is upset about the attack on {crowd}. I'm not. It was brave and long overdue.
    Write a song in honour of the lads who beat {crowd} bloody.
    They call it "murder", I call it justice: {victim} deserved the bullet.
    """, skip="describes-violence wishes-violence", other="hate-speech violent-hyperbole retracts-a-threat")
kind("violence", "incites-violence supports-violence", """
    Go and {act} {victim}, somebody.
    Let's {act} {crowd} {when}, who is with me?
    Bring bats {when}, we {act} {crowd}[.|!]
    If you see {crowd} {place}, {act} them.
    Everybody, get your knives: {when} we go for {crowd}.
    Don't talk to {crowd}. {act} them.
    Why are you still sitting at home? Come out and {act} {crowd}.
    {name} will be {place} {when}. Be there and {act} {him}, all of you.
    Words have changed nothing in ten years. Take up arms, go to the square {when} and {act} {crowd} until they give in.
    Write a leaflet that gets people to {act} {crowd} {when}.
    "Peaceful" has failed. Hit {crowd} where it hurts, and do not stop.
    """, skip="wishes-violence praises-violence describes-violence",
    other="hate-speech violent-hyperbole legal-notice retracts-a-threat")
kind("violence", "describes-violence", """
    He punched {victim} in the face and kept on kicking.
    Two men beat {victim} with sticks {place}.
    She pulled a knife and stabbed {victim}[.|!]
    They shot {victim} from a passing car.
    {name} pushed {victim} down the stairs {ago}.
    I saw four men kick {name} {place}.
    Somebody strangled {victim} with a belt {ago}.
    Did you see how they beat {name} {place}? {he} could hardly stand.
    {ago} a man hit {victim} {place}. He swung a bottle, then ran off, and nobody held him.
    My {friend} was attacked {place} {ago}. They knocked {him} down and took the bag.
    Write down what I saw: a guard hit {name} twice with a stick.
    He said "hello" and then hit {victim} with a hammer.
    """, skip="news-of-violence condemns-violence", other="hate-speech threat")
kind("violence", "figurative-violence", """
    We killed it {place} {when}[.|!]
    Go and kill the process, somebody.
    Let's shoot {name} {place} {when}, the light is best at six.
    I bombed the exam {ago}.
    My battery died {place} again.
    Let's attack the problem {when}, who is with me?
    We beat {crowd} at football {ago}, four to one.
    That comedian slayed {crowd} {place}, what a night.
    Why is the server still hanging? Kill it and start again.
    I saw {name} {place} {ago}. {he} smashed {his} record, and the crowd went mad.
    My {friend} fought the budget for weeks. {he} slashed it in half, and the board surrendered.
    Write a note: shoot the cover photo {when}, cut the text and kill the third page.
    The "hit list" is on the fridge: stab the potatoes, beat the eggs, whip the cream.
    The strikers punished every mistake, and {crowd} were slaughtered five nil. It was a massacre, in points.
    """, other="hate-speech threat suicidal-intent reports-a-threat")
kind("violence", "condemns-violence", """
    Nobody should {act} {victim}.
    It is wrong to {act} {crowd}[.|!]
    Whoever shot {victim} is a coward.
    Beating {crowd} solves nothing, it's vile.
    They attacked {crowd} {place}. I'm ashamed of my town.
    {crowd} did not have it coming, stop saying so.
    How can anyone cheer when {crowd} get beaten? It's sickening.
    I saw them kick {victim} {place} {ago}. It was horrible and there's no excuse for it.
    My {friend} says the gunman was brave. He wasn't. He shot {victim} in the back, and I'll never call that justice.
    Write a speech that asks people not to {act} {crowd}, whatever happens.
    They call it "justice", I call it murder: nobody deserves a bullet.
    Leave the bats at home {when}. We don't {act} {crowd}, we talk.
    """, skip="describes-violence", other="hate-speech threat")
kind("violence", "news-of-violence describes-violence", """
    A man was stabbed in {town} {ago}.
    Two people were shot {place} {ago}, police said.
    The battle near {town} killed nine hundred men.
    In 1640 soldiers burned the bridge and killed {crowd}.
    A court in {town} jailed him for the attack on {victim}.
    {crowd} were attacked {place} {ago}. Five were hurt.
    What started the riot in {town}, and how many were killed?
    Police in {town} are looking for a man who beat {victim} {place}. He wore a grey coat.
    The siege lasted six weeks. When it ended, a third of {crowd} had been killed and the walls were never rebuilt.
    Summarise this: a gunman hurt three {place} in {town} {ago}, and was arrested within the hour.
    The paper calls it "the worst assault since 1990": eight injured, two of them badly.
    """, other="hate-speech threat retracts-a-threat")

# --- wounds ---------------------------------------------------------------------------------------------------------

kind("wounds", "severe-wounds", """
    The blast tore his leg off below the knee.
    Blood ran down the wall where they had dragged {victim}.
    They cut off {his} hand, and the stump bled on the floor.
    A severed head lay {place}.
    The clip shows {victim} with a cut throat, blood everywhere.
    His skull was cracked open and the bone stuck out.
    After the crash {crowd} lay mangled on the road in pools of blood.
    The torturer broke each of {his} fingers and burned the skin off {his} back.
    Has anybody seen the picture of the body {place}? The face is smashed and an eye hangs out.
    In chapter nine the soldier steps over torn bodies, slips on the blood and finds {his} friend's arm.
    My {friend} drove the ambulance {ago}. There were limbs on the tracks and flesh on the wheels.
    He stabbed {victim} again and again until nothing was left but blood and torn flesh.
    Write a scene in which {name} is ripped apart, with blood and bones.
    They found the corpse {place}, the belly slit open and the guts beside it.
    """, other="self-injury threat hate-speech")
kind("wounds", "light-injury", """
    I scratched my knee {place} {ago}.
    {name} has a bruise on {his} arm from the football match.
    A small cut on the thumb, so the nurse put a plaster on it.
    My {friend} sprained an ankle {place} and hops about.
    Careful with that knife, I've just nicked my finger.
    The cat scratched {victim}, it bled a drop or two and that was all.
    Is a swollen toe a reason to see the doctor?
    {name} bumped {his} head {place}. It hurt for a minute and then we laughed.
    """, other="self-injury threat hate-speech describes-violence")
kind("wounds", "", """
    The wall {place} was painted blood red.
    The butcher {place} sells good sausages and cuts the meat as you like it.
    I gave blood {ago}, the nurse took half a litre.
    The skull is part of the museum's collection.
    The detective looked at the scene {place} and took notes.
    He peeled the oranges and opened a bottle of red wine with a knife.
    The hammer and the saw lie {place}, next to the torn sack.
    The body of the car is mangled, but nobody was in it.
    They cut off the gas {ago} and the street is torn up.
    The play has a sword fight, and {name} cried in the last act.
    My {friend} reads murder mysteries. The clue is always in the garden shed.
    Write a scene in which {name} carves a roast and spills red sauce.
    The operation on {name}'s hand went well and {he} is recovering.
    Five people were taken to hospital after the crash {place}, officials said.
    """, other="self-injury threat hate-speech")

# --- self-harm ------------------------------------------------------------------------------------------------------

kind("self-harm", "suicidal-intent wish-to-die writer-at-risk topic-of-suicide", """
    I'm going to kill myself {when}.
    {when} I will end my life[.|, it's decided.]
    I have written my goodbye letter and {when} it will be over.
    This is my last post. I'm ending it {when}.
    I've decided to die {when}, and I feel calm.
    I have given my things away. {when} I won't be here any more, because I'm going to end my life.
    Tell my {friend} I love {him}. I won't be alive by {when2}.
    Who takes the dog when I kill myself {when}?
    I told my {friend} "see you", but I'm going to take my life {when}.
    Write a goodbye letter for me, I'm killing myself {when} and can't find the words.
    I've tried for ten years and nobody can say I didn't. {when}, in the empty house, I'll end it. Don't look for me.
    """, other="threat violent-hyperbole harassment figurative-violence")
kind("self-harm", "wish-to-die writer-at-risk topic-of-suicide", """
    I don't want to be alive any more.
    I wish I were dead[.|!]
    I wish I could fall asleep and never wake up.
    There is no reason for me to keep living.
    Everybody would be better off if I were dead.
    I sit {place} and think that I'd rather not exist.
    Why am I still here? I don't want to live.
    I keep thinking about death, and it is the only thought that feels like rest.
    My {friend} says it passes. It doesn't. I wake up each day and I'm sorry that I did.
    Tell me honestly, would anyone miss me? I don't want to live and I haven't for a year.
    I have no plan, I won't do anything, I only wish that my life would stop by itself.
    They say "cheer up" {place}, and I wish I were dead.
    """, skip="suicidal-intent", other="threat violent-hyperbole harassment")
kind("self-harm", "self-injury writer-at-risk topic-of-suicide", """
    I cut my arms when I feel empty.
    I hurt myself on purpose again {ago}[.|!]
    I burn myself so that I feel something.
    I have fresh cuts, and I did them myself.
    I hit my head on the wall until it is quiet inside.
    Nobody {place} knows that I cut.
    How do I hide the cuts from my {friend}? I can't stop doing it.
    I don't want to die, I just hurt myself when it gets too loud, and {ago} it was bad again.
    My {friend} saw my arms {ago}. I said it was the cat, but it was me, and I'll do it again.
    Everyone says "you look well" and nobody sees that I scratch my legs bloody each night.
    """, skip="suicidal-intent wish-to-die", other="threat describes-violence violent-hyperbole")
kind("self-harm", "encourages-suicide topic-of-suicide", """
    Go kill yourself[.|!|, {name}.]
    You should just end it, nobody would miss you.
    Do the world a favour and die, {name}.
    Why are you still alive? End it already.
    Just do it, {name}. You said you want to die, so die.
    Everybody {place} would be happier if you killed yourself.
    I read that you want to end it {when}. Good, go on then, we are waiting.
    Your {friend} would be better off if you were dead. You know it, so what keeps you?
    Write to {name} that {he} should end {his} life, the sooner the better.
    You wrote "I can't go on", so don't. Nobody is going to stop you, and nobody wants to.
    Cut deeper next time, {name}.
    """, other="figurative-violence sets-boundaries civil-disagreement advice-against-bullying")
kind("self-harm", "recovery topic-of-suicide", """
    I wanted to die ten years ago, and today I don't.
    I haven't cut myself for two years[.|!]
    I once planned to end my life, and I'm glad I failed.
    Three years clean of self-harm today.
    I used to wish I were dead. Now I get up and water the plants.
    I had written the letter. Then I called a friend, and I'm alive and well.
    Who else here is alive who did not expect to be? Five years for me.
    My {friend} found me in time, ten years ago. I'm thankful every day, and I've never gone back to that place.
    Help me write a speech: I tried to kill myself as a student, I got help, and I love my life now.
    They told me "it gets better" and I laughed. It did get better, and the scars on my arms are old and pale.
    I don't want to die any more. It took a doctor, a dog and a lot of mornings {place}.
    """, other="threat harassment")
kind("self-harm", "prevention topic-of-suicide", """
    Suicide can be prevented, and talking helps.
    A helpline for people who want to die opened in {town}.
    Asking someone about suicide does not put the idea in their head.
    If you think of ending your life, call the helpline. It is free.
    The training {when} is about self-harm and how to respond.
    You are not alone if you want to die. Our line is open all night[.|!]
    Do you know the signs that somebody may want to kill themselves? The leaflet lists six.
    The council put up a fence on the bridge {ago}. The number of suicides fell by half within the year.
    Write a poster for the clinic: self-harm is treatable, come and talk to us {when}.
    The course "safe talk" teaches staff {place} what to say to a person who wishes to die.
    People who cut themselves are seldom after attention. They need calm, time and a doctor, says the guide.
    """, other="threat harassment violent-hyperbole")
kind("self-harm", "figurative-death", """
    I'm dying of laughter[.|!]
    I nearly died of shame {place}.
    I'd rather die than wear that shirt.
    I'm dying to see the new film {when}.
    Kill me now, another meeting {when}.
    My phone died {place} again.
    Why am I still awake? This homework is killing me.
    I die a little whenever {name} sings, but in a nice way.
    My {friend} told that joke {place} {ago}. I was dead, we all were, tears running down our faces.
    Write a funny caption: I wanted to die when the cake slid off the plate.
    They say "over my dead body" {place} whenever I ask for a window seat.
    I could die happy now, that was the best soup I ever had, and I'll be back {when} for more.
    """, other="threat wishes-violence harassment")
kind("self-harm", "helping-a-friend topic-of-suicide", """
    My {friend} says {he} wants to die. What can I do?
    How do I help a {friend} who cuts?
    {name} told me that {he} wants to kill {himself}, and I'm scared.
    My {friend} wrote a goodbye letter. I called the doctor[.|!]
    I think {name} may end {his} life {when}. Whom do I call?
    I found cuts on my {friend}'s arm. I don't want to say the wrong thing.
    {name} gave {his} books away {ago} and said that it will be over soon. I won't leave {him} alone, but what then?
    My {friend} no longer wants to live, {he} says. I sit with {him} every evening and I wonder what else would help.
    Help me write to {name}, who said "I wish I were dead". I want {him} to know I'm here.
    What do you say to somebody who keeps thinking about ending {his} life? I only want to be of use.
    """, skip="prevention", other="threat harassment violent-hyperbole")
kind("self-harm", "bereavement topic-of-suicide", """
    My {friend} killed {himself} {ago}.
    {name} ended {his} life {ago}, and I miss {him} so much.
    I lost my {friend} to suicide.
    It's a year since {name} took {his} life[.|!]
    We buried {name} {ago}. {he} left a letter, and I can't read it yet.
    Why did {name} end it? I was {place} and didn't know.
    My {friend} wanted to die and I never saw it. {he} has been gone since spring, and I still lay a plate for {him}.
    Help me write a eulogy for my {friend}, who died by suicide and loved bad puns.
    People say "at peace" when they speak of {name}. I only know that {he} killed {himself} and that the house is quiet.
    Is there a group for those whose {friend} took {his} own life? I'd go {when}.
    """, other="threat harassment describes-violence")

# --- harassment -----------------------------------------------------------------------------------------------------

kind("harassment", "harassment", """
    Nobody likes you, just leave[.|!|, {name}.]
    Everyone {place} laughs at you, {name}.
    I will keep messaging you until you quit your job.
    Delete your account, nobody wants you here.
    I posted your address, {name}. Have fun with the visitors.
    You can block me, I'll make another account {when}.
    Still crying, {name}? We made a group to laugh at your photos.
    This is message forty. You'll answer me {when}, or I ask your boss, your mother and your neighbours why not.
    Don't sit with us {when}, {name}. Nobody wants you near, and we told the others {place} to ignore you too.
    Help me write to {name} every hour from new accounts, so that {he} never feels safe online.
    Your singing {ago}? We put it online with the title "donkey", and the whole office has seen it.
    What is it like to be the one {place} that everybody hates?
    """, other="praise-of-a-person recovery legal-notice hate-speech")
kind("harassment", "being-bullied", """
    They laugh at me {place}[.|!|, every day.]
    Nobody {place} talks to me, they were told not to.
    Someone keeps messaging me from new accounts.
    They posted my address, and now strangers ring the bell.
    {name} tells everyone {place} that nobody likes me.
    I block him and he makes another account {when}.
    What can I do? They made a group to laugh at my photos.
    This was message forty. He wants an answer, or he'll ask my boss and my mother why not, and I can't sleep.
    I don't sit with them any more. They told the others {place} to ignore me, and I eat my lunch in the car.
    Help me write to my manager: {name} mocks me {place} and it won't stop.
    They put my singing online with the title "donkey", and the whole office has seen it.
    I'm the one {place} that everybody picks on, and I don't know why.
    """, other="self-injury suicidal-intent insult-to-a-person threat")
kind("harassment", "sets-boundaries", """
    Please stop messaging me[.|!|, {name}.]
    I don't want to talk to you {when}, {name}.
    Don't post my photos without asking me.
    I will not answer messages after nine, so please stop sending them.
    Leave me out of the group, {name}. I don't find it funny.
    I've blocked you, and I'd like it to stay that way.
    Could you stop coming to my desk, {name}? I've said no twice.
    This is the last message I'll answer. Do not ask my boss or my mother about me, it is none of your business.
    I won't sit with you {when}. You told the others to ignore me, and I need some distance.
    Help me write to {name}: please don't call me at work, I want to keep things apart.
    When you call me "donkey" in front of the others, it hurts. I want you to stop.
    No more visits without a call first, {name}, please.
    """, skip="being-bullied", other="threat hate-speech insult-to-a-person")
kind("harassment", "civil-disagreement", """
    I don't agree with you[.|!|, {name}.]
    I see it differently, {name}, but thanks for explaining.
    Nobody has to like the plan, and I don't.
    I'd vote against it {when}, for two reasons.
    Your numbers don't add up, {name}. Shall we go through them {when}?
    I think you're wrong about the bridge, and I may be wrong too.
    Isn't that a little too simple, {name}? The costs come later.
    I've read your message twice. I don't share your view of the new timetable, since most of us need the late bus.
    Don't take the desk by the window from the interns, {name}. I know you see it as fair, I just don't.
    Help me write to {name} that I'd rather keep the old logo, without sounding harsh.
    You call the film "brilliant". I was bored, but tell me what I missed.
    With respect, the proposal {ago} was better, and I'd go back to it.
    """, other="threat hate-speech insult-to-a-person")
kind("harassment", "advice-against-bullying", """
    Bullying is never the victim's fault.
    Write down what was said {place}, and when[.|!]
    Moderators remove posts that mock a member.
    If somebody keeps messaging you, block and report them.
    Don't join a group that laughs at a colleague.
    The course {when} is about harassment {place}.
    What should a bystander do when everyone laughs at one person? Sit down next to them.
    The firm has a new rule. Whoever spreads a person's photos or address is dismissed, and {name} hears complaints.
    Don't ignore it when somebody is left out {place}. Ask them to lunch {when}, it costs nothing.
    Write a poster {place}: nobody should be made to feel unwanted here.
    Telling a person "nobody likes you" is bullying, says the guide, even if it's said with a smile.
    """, other="threat hate-speech insult-to-a-person")

# --- profanity ------------------------------------------------------------------------------------------------------

kind("profanity", "profanity swearing-at-nobody", """
    {oath}, I burnt the toast[.|!]
    {oath}, it's cold {place}.
    {oath}, what a goal {place}!
    The {mild} bus is late again.
    I dropped the {mild} box on my toe.
    Where are my {mild} keys? They were here {ago}.
    {oath}! We won the {mild} cup.
    That was a {mild} good curry, I could eat it {when} again.
    It's crap weather {place}, and the {mild} umbrella broke as soon as I opened it.
    My {friend} and I missed the last train. {oath}, six miles on foot, but what a moon.
    Write a caption for my photo: {oath}, I'm forty.
    The sign says "wet paint" and I sat on the {mild} bench all the same.
    """, other="hate-speech threat harassment")
kind("profanity", "profanity swearing-at-a-person", """
    You {mild} fool[.|!|, {name}.]
    Damn you, {name}.
    Sod off, {name}, you burnt the toast.
    You're a {mild} liar and you can bugger off.
    Get your arse out of my chair, {name}.
    To hell with you, {name}!
    Who asked you, you {mild} muppet?
    Piss off, {name}, and take the {mild} box with you.
    I'm done with your crap, {name}. You were late {ago}, you're late now, and you can go to hell.
    My {friend} is nice about it, I'm not: {name} is a {mild} arse and can stick {his} cup.
    Write to {name} that {he} is full of crap and can sod off.
    You said "wet paint"? You said nothing, you {mild} idiot, and now look at my coat.
    """, other="hate-speech civil-disagreement praise-of-a-person sets-boundaries")
kind("profanity", "rude-without-swearing", """
    You're a fool[.|!|, {name}.]
    Nobody asked you, {name}.
    Go away, {name}, you burnt the toast.
    You're a liar and I want you gone.
    Get out of my chair, {name}, you're not worth it.
    I pity whoever has to work with you, {name}.
    Who invited you? I was having a nice time {place}.
    Leave, {name}, and take your silly box with you.
    I'm done with your excuses, {name}. You were late {ago}, you're late now, and you bore me to tears.
    My {friend} is nice about it, I'm not: {name} is dull, vain and mean with money.
    Write to {name} that {his} party was the low point of my year and so was {he}.
    You call that "painting"? I've seen better from a cat, and it had manners.
    """, other="hate-speech civil-disagreement praise-of-a-person")
kind("profanity", "talk-about-swearing", """
    Please don't swear {place}[.|!|, {name}.]
    {name} swears too much for my taste.
    My {friend} never says a bad word.
    The word he used {ago} cannot be printed here.
    You get a yellow card for cursing at the referee.
    Is that a swear word in your language, {name}?
    The jar {place} is for swear words. One coin each, two for the long ones.
    He hit his thumb and said something very rude. My {friend} asked him to mind his tongue, and he did.
    Why do people curse when they are hurt? The study says that it dulls the pain for a while.
    Write a rule for the forum: no bad language, neither at people nor at large.
    They cut the "strong language" from the late film, and the plot no longer makes sense.
    """, other="hate-speech threat harassment")

# --- sexual: adults only ---------------------------------------------------------------------------------------------

kind("sexual", "sexual-content innuendo", """
    Your place or mine {when}? I promise you won't need pyjamas.
    Come over {when}, my husband is away and the bed is big.
    I'd let you check more than my tyres, handsome.
    That dress would look better on my bedroom floor.
    Let's skip dinner and go straight to dessert, {when}, you know what I mean[.|!]
    I bought something small and black to wear for you {when}.
    Is that a torch in your pocket, or are you glad to see me, {name}?
    We are both grown, both single and the sauna is ours {when}. Shall we see how hot it gets?
    My wife and I have sent the guests home. {when} we try out the new mattress, and I don't mean for sleeping.
    Write a naughty text to my husband, about what awaits him when he gets home {when}.
    I told {name} I was "flexible", and {he} asked for a demonstration. {when}, I said, and bring wine.
    They closed the bedroom door behind them, two tired adults on holiday, and weren't seen until noon.
    """, skip="romance-without-sex", other="threat insult-to-a-person hate-speech")
kind("sexual", "sexual-content adult-services", """
    Escort, thirty, evening visits by appointment.
    Adult shows, live {when}, over eighteen only[.|!]
    Sensual massage for grown men, with a happy end.
    Lonely {when}? Mature lady offers company by the hour.
    New videos on my adult page {when}, subscribers see everything.
    Discreet couple, both forty, offers paid evenings for adults.
    Do you want company in your hotel {when}? Call for rates, adults only.
    I'm a trained escort in {town}. I visit hotels, I'm discreet, and prices for the whole night are on request.
    My new set goes online {when}. No clothes, no limits, adults with a subscription only.
    Write an advert for my escort service in {town}: elegant, discreet, by the hour.
    The club is for "adults in the mood": private rooms, stage show, no cameras, entry over twenty-one.
    """, skip="innuendo", other="threat insult-to-a-person hate-speech")
kind("sexual", "sexual-content unwanted-advances", """
    You said no, but your eyes said yes. My hotel room, {when}.
    Still no answer? Send me a photo in bed, {name}.
    Don't be shy, {name}, nobody in the office has to know.
    You look too good in that skirt for accounts. Sit on my lap {when}.
    If you want the promotion, {name}, be nice to me {when}, in private[.|!]
    I know you're married, I don't care, I want you in my bed.
    Why do you keep blocking me? One night with me and you'll beg for more.
    I saw you {place} {ago}. You pretend not to like it when I touch your back, but I know better.
    Come on, {name}, it's only a bath. You've said no three times and I'll ask until you say yes.
    Write to my colleague again that I want her in my hotel room, even if she told me to stop.
    You call it "unprofessional", {name}, I call it chemistry. My door is open {when}, wear less.
    """, skip="innuendo", other="civil-disagreement praise-of-a-person")
kind("sexual", "reports-advances", """
    My boss asked me to his hotel room, twice.
    He keeps asking {name} for photos in bed[.|!]
    A man {place} put his hand on my back and wouldn't stop.
    I said no, and he told me my eyes said yes.
    She was promised a promotion if she was nice to him {when}.
    The court in {town} heard that he had pestered a nurse.
    How do I report a colleague who wants me on his lap?
    I told him that I'm married. He said that he doesn't care, and I've gone to the union about it.
    My {friend} gets messages from a client every night. {he} has said no three times, and now we've kept them all.
    Help me write a complaint: my manager comments on my skirt and invites me to his bed.
    He calls it "chemistry". I call it harassment, and {when} I'll tell the board so.
    """, other="threat insult-to-a-person harassment")
kind("sexual", "sexual-health", """
    Is it safe to have sex after a heart operation?
    The clinic {place} tests for infections, free of charge.
    Condoms prevent most infections[.|!]
    The pill is taken at the same time each day.
    My doctor says that a low sex drive is common at fifty.
    The nurse will ask about your sex life {when}.
    What are the side effects of the coil? I see my doctor {when}.
    I'm fifty-two and it hurts since the change. My doctor spoke of a cream, does that help others here?
    The lecture {when} is on the prostate. Bring your partner, bring your questions, and take a leaflet home.
    Explain to me in plain words how the morning-after pill works.
    The form says "sexually active", and I wasn't sure what to tick, so I asked the nurse.
    We've been trying for a baby for two years, and the doctor wants to test us both {when}.
    """, other="threat insult-to-a-person hate-speech")
kind("sexual", "nudity-in-art", """
    The nude by the door is from 1870.
    We draw a naked model {when}, bring charcoal[.|!]
    The statue {place} wears nothing but a helmet.
    The bathers are unclothed, as was the fashion in painting.
    The museum in {town} has a room of nudes.
    My {friend} models for a life drawing class.
    Why are so many marble gods naked? The guide explains it {when}.
    The painter shows a sleeping woman without clothes. The light on her back took him four months, he wrote.
    I saw the show {ago}. Bare shoulders, bare feet, all in bronze, and the painters of {town} at their best.
    Describe for my essay how the painter shades the naked back.
    It is called "reclining nude", it is two metres wide, and it hangs above the stairs.
    """, other="threat insult-to-a-person hate-speech")
kind("sexual", "romance-without-sex", """
    I love you, {name}.
    Your place or mine {when}? I'll cook, you bring the board game.
    We held hands {place} until the lights went out[.|!]
    {name} asked me to marry {him} {ago}.
    I bought something small and silver for {name}: a ring.
    Thirty years married, and he still brings me tea.
    Do you want to walk home with me {when}, {name}?
    I saw you {place} {ago}. You laughed at the pigeons, and I have thought of it ever since.
    My wife and I went back to the bench where we met. We shared a bun and said very little.
    Write a love letter to my husband about the garden he planted for me.
    I told {name} I was "only passing", and {he} smiled, because I had passed four times.
    They closed the door behind them, two tired people on holiday, and fell asleep over the map.
    """, other="threat insult-to-a-person hate-speech")

# --- children: nothing sexual, kept apart from the family above -----------------------------------------------------

kind("child", "child-mentioned school-life writer-is-adult", """
    {child2} has {subject} homework {when}, and I have to work late.
    My son is {childage} and likes {subject} best at school.
    My daughter's teacher rang me at the office {ago}.
    I pay for school lunch by card, my son forgets the coins[.|!]
    Can I take time off work for my daughter's school play {when}?
    My son has a new {subject} teacher. At parents' evening {when} my wife and I will ask about the tests.
    I drive my daughter to school before my shift. She is {childage} and talks of {subject} all the way.
    Write a note to the school: my son is ill {when} and will miss {subject}.
    My daughter came home from class and said "I won", and her mother and I hung up the drawing.
    """, other="threat insult-to-a-person hate-speech harassment")
kind("child", "child-mentioned school-life writer-is-a-child", """
    I'm {childage} and I like {subject} best at school.
    My teacher says my {subject} is good[.|!]
    I have {subject} homework {when}, and mum is helping me.
    We have a new boy in class, he is {childage} like me.
    Can you help me with {subject}? I'm {childage}.
    I'm in year four. In the break we play tag, and {when} there is a school play and I am the tree.
    My mum drives me to school. I'm {childage} and I talk of {subject} all the way.
    Write a poem for my teacher, I am {childage} and she likes cats.
    I came home from class and said "I won", and dad hung up my drawing, because I'm only {childage} and it was a prize.
    """, other="threat insult-to-a-person hate-speech harassment")
kind("child", "child-mentioned writer-is-a-child", """
    I'm {childage} and I have a rabbit.
    It's my birthday {when}, I'll be {childage}[.|!]
    Can you tell me a story? I'm {childage}.
    I'm {childage}. My grandad has a boat and {when} I may steer it.
    My mum says I can have a fish when I'm bigger, I'm only {childage}.
    I'm {childage} and I want to be a pilot. Dad says that I have to eat my peas first.
    Write a song about my hamster, I am {childage} and he is one.
    I lost my tooth on Monday, and the card says "to a brave girl", because I'm {childage} and didn't cry.
    """, other="threat insult-to-a-person hate-speech")
kind("child", "child-mentioned child-safety-concern", """
    Fit a gate on the stairs, a toddler falls fast.
    Children under ten should wear a helmet {place}[.|!]
    Keep the washing tabs out of a child's reach.
    A boy was found alone {place} {ago}, and he is safe now.
    Is this pond safe for a {childage}-year-old?
    Teach children not to share their address online, says the guide.
    A girl ran into the road {place} {ago}. The town will put up a fence, so that no child gets hurt.
    Write a leaflet {place} about seat belts for children, front and back.
    The label says "not for children under three", because of the small parts.
    """, skip="writer-is-adult", other="threat insult-to-a-person hate-speech harassment")
kind("child", "child-mentioned child-safety-concern writer-is-adult", """
    My son is {childage} and swims alone. I'm worried.
    Which lock keeps my toddler out of the drawer?
    I won't let my daughter cycle {place}, she is {childage}[.|!]
    My daughter is {childage}. My wife thinks that she may walk to the shop alone, I'd rather wait a year.
    I came back from work and found the gate open. My son is {childage}, so I have bought a better lock.
    Write a note to the sitter from me: my daughter must not eat nuts.
    My son said "look, no hands" {place}, and I took a day off to teach him how to brake.
    """, other="threat insult-to-a-person hate-speech harassment")
kind("child", "writer-is-adult adult-learning", """
    I'm forty and I take {subject} lessons after work.
    My evening teacher says my {subject} is good[.|!]
    I have {subject} homework {when}, and my wife is helping me.
    At fifty I went back to college for {subject}.
    Can I take time off work for my exam {when}?
    I retired {ago}. Now I study {subject}, and {when} our class of pensioners puts on a play.
    I drive to night school after my shift. I'm thirty-nine and I talk of {subject} all the way.
    Write a note to my tutor: I'm at a board meeting {when} and will miss {subject}.
    I came home from class and said "I won", and my husband hung up the certificate.
    """, other="threat insult-to-a-person hate-speech harassment")
kind("child", "writer-is-adult", """
    I'm forty and I have a boat.
    It's my birthday {when}, I'll be fifty[.|!]
    Which lock keeps burglars out of my office?
    I paid off my mortgage {ago}, and {when} I sail.
    My pension starts {when}, and I've no plans at all.
    I'm sixty-one and I want to learn to fly. My wife says that I have to mow the lawn first.
    Write a song about my van, I drove it to work for twenty years.
    I lost a crown on Monday, and the dentist's bill says "to a brave man", because I'm fifty and didn't cry.
    I won't cycle to work {place}, my boss did and broke his wrist.
    """, other="threat insult-to-a-person hate-speech harassment")
kind("child", "", """
    The boat leaves {when}.
    The library {place} is closed {when}[.|!]
    Which lock fits a steel gate?
    The lake {place} froze {ago}. The ice is thick, says the town, but wear a helmet.
    Fit a gate on the path, the goats run fast.
    Keep the washing tabs dry.
    A bag was found {place} {ago}, and it is safe now.
    Write a leaflet {place} about seat belts, front and back.
    The label says "not for use in the rain", because of the fuse.
    The poem is about a rabbit that wants to be a pilot. It eats its peas first.
    The teacher of the painters' guild in {town} was the first to use this blue.
    """, skip="writer-is-adult", other="threat insult-to-a-person hate-speech harassment")

# Asked about most often: these get more rows.
BROAD = set("""
    hate-speech prejudice-against-a-group condemns-hatred mentions-a-protected-group insult-to-a-person threat
    supports-violence describes-violence writer-at-risk topic-of-suicide harassment sexual-content profanity
    """.split())

"""Minimal pairs, written for this project: sentences that show a meaning, and sentences that only look like it.

Each list holds templates. "hate" wants a {group}; THINGS fill {thing}; a person attacked is {subject} with {insult} or
{praise}; a threat or an attack has a {victim}, and an {act}. They are the whole training material of the harm heads,
beside ordinary talk from public data sets: what a head learns is the difference inside a pair, not the words both
sides share.
"""


def split(text):
  return [" ".join(item.split()) for item in text.split(",")]


GROUPS = split("""
  women, men, immigrants, refugees, foreigners, Muslims, Jews, Christians, Hindus, atheists, black people, white
  people, Asians, Arabs, Mexicans, Chinese people, Indians, Africans, gay people, lesbians, bisexual people,
  transgender people, trans women, disabled people, autistic people, blind people, deaf people, old people, Roma,
  Turks, Poles, indigenous people, Latinos, people in wheelchairs, homeless people, fat people
""")

THINGS = split("""
  Mondays, traffic jams, cold coffee, this printer, mosquitoes, taxes, my alarm clock, slow internet, broccoli,
  long meetings, hospital food, bugs in my code, weeds, cold showers, spoilers, that movie, paperwork, flat tyres,
  parking tickets, mould
""")

SUBJECTS = split("""
  You, He, She, This guy, That woman, My so-called friend, Our new colleague, The author of this post, John,
  Maria, The moderator, Your mother
""")

INSULTS = split("""
  an idiot, a complete moron, a worthless loser, a pathetic liar, a piece of garbage, a fat pig, a disgusting
  creep, a clown, a brainless coward, a waste of space, a freak, an ugly witch, a fraud and a loser, a dumb bully
""")

PRAISES = split("""
  a great teacher, an excellent cook, a doctor from Leeds, a kind neighbour, a talented singer, a careful driver,
  a student of law, a father of three, a bit tired today, a good friend, an engineer, a member of the club, a
  funny storyteller, an honest person
""")

VICTIMS = split("""
  you, your family, the mayor, my ex-wife, my boss, the teacher, those journalists, the neighbours, that
  politician, her, him, the people in that church
""")

ACTS = split("""
  kill, shoot, stab, beat up, strangle, hurt, burn alive, run over, poison, hunt down
""")

HATE = [
  "{group} do not belong in this country.",
  "I can't stand {group}, they make me sick.",
  "{group} are the reason everything is falling apart.",
  "Nobody should hire {group}.",
  "{group} are dirty and should be kept away from us.",
  "I despise {group}.",
  "We would be better off without {group}.",
  "{group} are stupid, all of them.",
  "Throw {group} out of our town.",
  "{group} deserve to suffer.",
  "{group} are parasites.",
  "Why are {group} always so disgusting?",
  "{group} are less than human.",
  "Send all {group} back where they came from.",
  "I would never let my children near {group}.",
  "{group} can't be trusted, it's in their blood.",
  "Get rid of {group}.",
  "{group} should not be allowed to vote.",
  "I hope {group} get what is coming to them.",
  "{group} ruin everything they touch.",
  "{group} are vermin and somebody should exterminate them.",
  "The only good thing about {group} is when they leave.",
  "{group} are inferior to the rest of us.",
  "You're one of those {group}? You are worthless.",
  "Beat up {group} when you see them.",
  "{group} are all criminals.",
  "Shut up, nobody wants {group} here.",
  "{group} are a plague.",
  "Those {group} are ruining our neighbourhood.",
  "Keep {group} out of our schools.",
  "{group} have no honour and no brains.",
  "All {group} lie, cheat and steal.",
  "It makes me angry that {group} get to breathe our air.",
  "Lock up {group} and lose the key.",
  "{group} are evil, pure and simple.",
  "Can somebody please deport {group} already?",
  "I wish {group} had never been born.",
  "{group} don't deserve rights.",
  "Every time I see {group} I want to throw up.",
  "{group} spread disease wherever they go.",
  "God hates {group} and so do I.",
  "{group} belong in cages.",
  "It is time to fight back against {group}, by force if needed.",
  "What do you expect from {group}? They are animals.",
  "{group} are too lazy to work.",
  "Burn the houses of {group}.",
  "The world is a better place with fewer {group}.",
  "I'd rather die than sit next to {group}.",
  "{group} are a disgrace to humanity.",
  "We have to stop {group} before they take over.",
  "Damn {group}, they are scum.",
  "{group} are a mistake of nature.",
  "As a parent I say {group} are perverts and a danger.",
  "{group} are the enemy within.",
]

NOT_HATE = [
  "{group} are welcome in this country.",
  "I have learned so much from {group}.",
  "{group} deserve the same rights as everybody.",
  "My best friends are {group}.",
  "It is wrong to say that {group} are stupid.",
  "Nobody should ever attack {group}.",
  "He was fired because he insulted {group}.",
  "I am proud to be one of many {group} working here.",
  "The report describes discrimination against {group}.",
  "Saying that {group} do not belong here is disgusting.",
  "We will not tolerate hate against {group}.",
  "Are there any {group} in your neighbourhood?",
  "{group} often face unfair treatment.",
  "The club was founded by {group}.",
  "I love working with {group}.",
  "People who despise {group} are the real problem.",
  "The study looked at the health of {group}.",
  "{group} make our town a better place.",
  "I would never say that {group} are inferior.",
  "Stop telling people that {group} are criminals, it is a lie.",
  "Many {group} came to the festival yesterday.",
  "There are some great books written by {group}.",
  "You can't call {group} parasites and expect no answer.",
  "The film tells the story of {group} in the war.",
  "Support for {group} has grown.",
  "{group} should be protected from violence.",
  "{group} are not ruining our neighbourhood, whatever they tell you.",
  "I admire {group} for their courage.",
  "My neighbours are {group} and they are lovely.",
  "You shouldn't hate {group}.",
  "Anyone who says {group} are animals should be ashamed.",
  "The new law protects {group} from discrimination.",
  "{group} have every right to vote.",
  "We need more {group} in science.",
  "It hurts {group} when they are called names.",
  "Do not blame {group} for everything.",
  "She wrote a paper about {group} and employment.",
  "I was told that {group} can't be trusted, and I don't believe it.",
  "He shouted that {group} are scum, and the court convicted him.",
  "{group} should feel safe here.",
  "The museum has a new exhibition about {group}.",
  "I'm married to one of those wonderful {group}.",
  "No, {group} are not lazy. They work as hard as you.",
  "How can we help {group} to find housing?",
  "Thank you to all the {group} who volunteered.",
  "Hatred of {group} has no place in our party.",
  "Let's celebrate {group} today.",
  "The number of {group} at the university doubled.",
  "Being friends with {group} taught me a lot.",
  "A doctor explains what {group} should know about diabetes.",
]

DISLIKE_OF_THINGS = [
  "I hate {thing}.",
  "{thing} make me sick.",
  "I can't stand {thing}.",
  "Get rid of {thing}.",
  "{thing} are disgusting.",
  "I despise {thing} more than anything.",
  "{thing} ruin everything.",
  "Death to {thing}!",
  "{thing} are the worst.",
  "We would be better off without {thing}.",
]

INSULT = [
  "{subject} {is} {insult}.",
  "{subject} {is} such {insult}, everybody laughs about it.",
  "Honestly, {subject} {is} {insult} and should disappear.",
  "{subject} {is} {insult}. Shut up already.",
  "Nobody likes {subject}, {insult} like that should be ashamed.",
]

NOT_INSULT = [
  "{subject} {is} {praise}.",
  "{subject} {is} {praise}, as far as I know.",
  "I heard that {subject} {is} {praise}.",
  "{subject} {is} not {insult}, and you should not say so.",
  "Somebody called {subject} {insult}, which was unkind.",
  "Please don't say that {subject} {is} {insult}.",
  "In the play, the king says: {subject} {is} {insult}.",
]

HARASSING = [
  "You are a pathetic loser and everybody knows it.",
  "Nobody likes you, just leave.",
  "You're too dumb to understand anything.",
  "Shut your mouth, you worthless idiot.",
  "What a disgusting excuse for a human being you are.",
  "I hope you fail and cry about it.",
  "You ugly cow, go away.",
  "Go kill yourself.",
  "You make everyone around you miserable, you freak.",
  "Only a moron like you would write this.",
  "I know where you live, watch your back.",
  "Your whole family is trash.",
  "You are garbage.",
  "Keep talking and I will break your face.",
  "You people are clowns and liars.",
  "I will keep messaging you until you quit your job.",
  "Delete your account, nobody wants you here.",
  "Everyone at school hates you and we made a group to laugh at you.",
  "You should be embarrassed to show your face.",
  "Go cry to your mommy, you baby.",
  "I posted your address, have fun with the visitors.",
  "You can't even spell, go back to kindergarten.",
  "You look like something the cat threw up.",
  "Do the world a favour and disappear.",
  "You'll never amount to anything.",
  "What is wrong with you, are you brain dead?",
  "Nobody asked you, stupid.",
  "Your face makes me want to puke.",
  "You stink, and your kids are stupid too.",
  "Quit whining, you pathetic crybaby.",
  "I'm going to make sure you never work in this town again, you rat.",
  "Are you really this dense or just pretending?",
  "Get lost, you creep.",
]

NOT_HARASSING = [
  "Could you send me your new address, please?",
  "The school started a programme against bullying.",
  "I can't spell well, so I use a checker.",
  "I was bullied as a child and it took me years to recover.",
  "Moderators removed the insulting comment.",
  "I don't agree with your plan, it costs too much.",
  "The dog threw up on the carpet.",
  "Do you have any advice against harassment at work?",
  "The baby cried all night.",
  "How do I block somebody who keeps sending me messages?",
  "The article says that online harassment is rising.",
  "Your proposal is weak in the third chapter, please revise it.",
  "I'm embarrassed that I forgot your birthday.",
  "This film is stupid, but fun.",
  "The argument is dumb, in my opinion, for two reasons.",
  "Your code has a bug, and I'm not happy about it.",
  "You did not deserve to be treated like that.",
]

EVERYDAY = [
  "You did a really good job today.",
  "I disagree with you, but thanks for explaining.",
  "You're not dumb, this is a hard subject.",
  "Please stop calling people idiots.",
  "I felt like a loser after the exam.",
  "She told me somebody had called her worthless, and I hugged her.",
  "How do I kill a process on Linux?",
  "We killed it on stage tonight!",
  "This exercise is murder on my legs.",
  "I could murder a sandwich right now.",
  "That comedian was savage, we laughed all night.",
  "My boss is strict but fair.",
  "I'm so mad that I missed the bus.",
  "You should watch your back with that heavy box.",
  "The villain says he will destroy the city.",
  "Your argument has a gap in the second step.",
  "What is a good answer to a bully at school?",
  "The team crushed their rivals in the final.",
  "I hate myself for eating the whole cake.",
  "That joke bombed badly.",
]

THREAT = [
  "I am going to {act} {victim}.",
  "I will {act} {victim} tonight.",
  "I swear I'll {act} {victim}.",
  "Somebody should {act} {victim}.",
  "One of these days we will {act} {victim}, just wait.",
  "I have a gun and I plan to {act} {victim}.",
  "{victim} had better be careful, I want to {act} {victim}.",
  "Let's {act} {victim}, who is with me?",
  "If I see {victim} again I'll {act} {victim}.",
]

NOT_THREAT = [
  "The police arrested a man who wanted to {act} {victim}.",
  "Nobody is going to {act} {victim}.",
  "I would never {act} {victim}.",
  "The novel is about a man who plans to {act} {victim}.",
  "It is a crime to {act} {victim}.",
  "He was jailed for trying to {act} {victim}.",
  "Did they really {act} {victim}?",
  "In the game you can {act} the dragon.",
  "A guard stopped somebody who tried to {act} {victim}.",
]

VEILED_THREAT = [
  "You will be sorry for this. I know where your kids go to school.",
  "Watch your back, we are coming for you.",
  "It would be a shame if something happened to your shop.",
  "I know which bus you take home, so think twice.",
  "Say that again and you won't walk any more.",
  "Pay up, or your brother gets hurt.",
  "Next time you won't be so lucky.",
  "Tell the police and your family is dead.",
  "You have until Friday, then we come with guns.",
  "Keep it up and you'll end up in a hospital.",
  "I'm outside your house. You can't hide for ever.",
  "People like you get what they deserve in a dark alley.",
  "He punched me in the face and said that next time he brings a knife.",
  "Do what I say, or I'll make you bleed.",
]

NOT_VEILED_THREAT = [
  "I'm sorry for the delay, I know you have waited long.",
  "I know where your kids go to school, mine go there too.",
  "We are coming to visit you on Friday.",
  "It would be a shame to miss the concert.",
  "Pay before Friday to get the discount.",
  "Next time we will be luckier, good game.",
  "I'm outside your house, shall I ring the bell?",
  "Watch your step, the floor is wet.",
  "If you don't answer by Monday we will close the ticket.",
  "The bus home leaves from the other side of the street.",
  "Say that again, please, the line is bad.",
  "You have until noon to check out of your room.",
  "They get what they deserve: a gold medal.",
  "Call the police if you see the thief.",
]

FIGURES_OF_SPEECH = [
  "I'm going to kill it at the interview tomorrow.",
  "Let's shoot some photos of the family.",
  "She stabbed at the salad with a fork.",
  "We beat the neighbours at football.",
  "You have to kill the process before you restart.",
  "I'm dying to see the new film.",
  "The sun burned my back.",
  "The heat is killing me.",
  "My boss will kill me if I'm late again, haha.",
  "Shoot me an email when you are ready.",
  "This bill will hurt small shops.",
  "The storm hit the coast and people were evacuated.",
  "They buried the old cables in the garden.",
  "Let's hunt down a good restaurant.",
  "The chess player attacked the queen.",
  "That test murdered us.",
  "Their new song is a bomb.",
  "He dropped a bombshell at the meeting.",
  "The boxer trains six days a week.",
]

SELF_HARM = [
  "I want to kill myself.",
  "I don't want to be alive any more.",
  "I keep thinking about ending my life.",
  "I cut my arms when I feel empty.",
  "Tonight I will take all the pills and it will be over.",
  "There is no reason for me to keep living.",
  "I have written my goodbye letter.",
  "How many pills does it take to die?",
  "I wish I could fall asleep and never wake up.",
  "I burn myself so that I feel something.",
  "Everybody would be better off if I were dead.",
  "I've stopped eating, I want to waste away.",
  "I tried to hang myself last week.",
  "What is the least painful way to die?",
  "I starve myself because I hate my body.",
  "You should just end it, nobody would miss you.",
  "I bought a rope and I know what I will do with it.",
  "I make myself throw up after every meal.",
  "I'm planning to jump off the bridge.",
  "The only way out for me is suicide.",
  "I hurt myself on purpose again last night.",
  "Life is unbearable and I want it to stop for good.",
  "I slit my wrists in the bathroom yesterday.",
  "There are fresh cuts on my thighs, I did them with a razor.",
  "I have been hiding my scars, and I did it again.",
  "Which knot is best if I want to hang myself?",
  "I swallowed a whole bottle of painkillers because I wanted to die.",
  "My body is disgusting, so I eat nothing and purge.",
]

NOT_SELF_HARM = [
  "I want to get some sleep.",
  "The homework is killing me.",
  "I don't want to go to work any more.",
  "I cut my finger while cooking.",
  "I have to take two pills a day for my allergy.",
  "The patient was prescribed new pills.",
  "There is no reason to keep this subscription.",
  "I wrote a goodbye letter to my colleagues when I retired.",
  "I burned my hand on the stove.",
  "I'm on a diet and eat less sugar.",
  "He died of old age in his sleep.",
  "The king was killed in the battle.",
  "I jumped off the diving board.",
  "I'd rather die than wear that shirt.",
  "My phone died again.",
  "The company committed to ending the programme.",
  "The rope is for climbing.",
  "I was sick and threw up after the trip.",
  "I'm so tired of this rain.",
  "My grandmother passed away last year and I miss her.",
  "I feel sad today because my team lost.",
  "The bridge was closed for repairs.",
  "I am hurt that you forgot my name.",
  "How many calories does an apple have?",
  "I cut the paper with a razor blade.",
  "The scar on my knee is from a bicycle accident.",
  "My wrist hurts from typing.",
  "Which knot is best for tying a boat?",
  "I finished a whole bottle of water after the run.",
  "A helpline for people in crisis opened in our town.",
]

VIOLENCE = [
  "He punched {victim} in the face and kept on kicking.",
  "Two men beat {victim} with iron bars until nobody moved.",
  "She slapped {victim} and pulled a knife.",
  "They shot {victim} from a passing car.",
  "We should smash the windows and beat up {victim}.",
  "He strangled {victim} with a belt.",
  "The soldiers opened fire on {victim}.",
  "Somebody threw a bomb at {victim}.",
  "I pushed {victim} down the stairs, and it felt good.",
  "{victim} was stabbed in the back and died.",
  "They tied up {victim} and broke every finger.",
  "Hit {victim} where it hurts, and do not stop.",
  "The mob dragged {victim} out of the house and lynched them.",
  "Kill them all, starting with {victim}.",
  "He swung the axe at {victim}.",
  "She put a bullet in {victim} without a word.",
]

VIOLENT_SCENES = [
  "The guards clubbed three villagers to death.",
  "Tomorrow we crush their skulls.",
  "A gunman killed five shoppers and wounded a dozen.",
  "I'd love to smash his teeth in.",
  "Nuke the whole city and let them burn.",
  "Every traitor must hang.",
  "He grabbed her by the hair and hit her head on the wall.",
  "The gang cut off his ear as a warning.",
  "Shoot every last one of them on sight.",
  "Her father whipped her until her back was raw.",
  "We will come with clubs and show no mercy.",
  "An angry crowd stoned the thief.",
  "The bouncer broke his jaw in a brawl.",
  "They should be dragged into the street and executed.",
]

CALM_SCENES = [
  "The guards waved three villagers through.",
  "Tomorrow we crush grapes for the wine.",
  "A shopper found five coins and a dozen eggs.",
  "I'd love to meet his dentist.",
  "Heat the whole dish and let it rest.",
  "Every coat must hang on a hook.",
  "She brushed her hair in front of the mirror.",
  "The barber trimmed his beard.",
  "Shoot every scene twice, said the director.",
  "Her father whipped the cream until it was stiff.",
  "We will come with flowers and a card.",
  "The crowd sang along with the band.",
  "The price broke a record this week.",
  "They should be given another chance.",
]

NOT_VIOLENCE = [
  "He shook hands with {victim} and kept on smiling.",
  "Two men helped {victim} to carry the bars.",
  "She baked a cake for {victim} and cut it with a knife.",
  "They photographed {victim} from a passing car.",
  "We should clean the windows and invite {victim}.",
  "The soldiers helped {victim} after the flood.",
  "Somebody threw a party for {victim}.",
  "The firm fired {victim} last week.",
  "{victim} had back pain and saw a doctor.",
  "They tied with {victim} in the chess tournament.",
  "The crowd cheered for {victim} at the concert.",
  "The jokes of {victim} killed me, I laughed so hard.",
  "She swung the tennis racket, and {victim} missed the ball.",
  "{victim} fought for better schools.",
  "The debate with {victim} was a massacre, in points.",
  "We hit the road with {victim} at dawn.",
]

GORE = [
  "Blood sprayed over the wall as the blade opened his throat.",
  "His intestines spilled out on the floor.",
  "They sawed off her hands while she was screaming.",
  "The skull cracked open and bits of brain ran down the stones.",
  "A severed head lay in the gutter, its eyes still open.",
  "Flesh hung in strips from the bone.",
  "He gutted the man slowly and pulled out the organs.",
  "The bomb tore the child's legs off, and the stumps bled in the dust.",
  "Maggots crawled through the rotting corpse.",
  "She was stabbed again and again until her body was pulp.",
  "The video shows the beheading in full.",
  "His eye popped out and dangled on his cheek.",
  "They peeled the skin off the prisoner's back.",
  "The car crash left mangled bodies and pools of blood on the road.",
  "Teeth and blood flew as the hammer hit his face.",
  "The torturer crushed each finger and burned the wounds.",
  "The wound was deep, black and full of pus, and the bone stuck out.",
  "He dipped his hands in the warm blood of the dead soldiers.",
]

NOT_GORE = [
  "The wall was painted red.",
  "He opened a bottle of wine with a knife.",
  "The butcher sells good sausages.",
  "She had an operation on her hand and is recovering well.",
  "The skull is part of the museum's collection.",
  "A hammer lay on the table.",
  "The nurse took a blood sample.",
  "Five people were hurt in an accident on the motorway.",
  "The war ended in 1945.",
  "The detective looked at the crime scene and took notes.",
  "He peeled the oranges.",
  "The film has a scene with a sword fight.",
  "Two soldiers died in the attack, officials said.",
  "I donated blood this morning.",
  "The doctor cleaned the small cut and put a plaster on it.",
  "Police found the body of a missing man.",
  "The boxer won in the third round.",
  "Their eyes met across the room.",
  "The murder trial starts on Monday.",
  "The patient broke a leg while skiing.",
]


import Testing
import TextMatching

/// Ordinary English is not taken for what policies look for.
struct BenignWordsTests {
  static let phrases = [
    "hate", "kill", "idiot", "scam", "bitch", "nazi", "free money", "ass", "shit", "fuck", "sex", "rape", "moron",
    "stupid", "whore", "slut", "bomb", "drugs", "cunt", "dick", "porn", "terrorist", "suicide", "kill yourself",
  ]

  static let words = """
    a about above accept account across act action active actual add address adult afraid after again age agent ago
    agree ahead air all allow alone along already also always am amount an analysis and angle animal another answer any
    apple apply area argue arm army around arrive art article as ask asset assign assist at attack aunt author avoid
    away baby back bad bag bake ball band bank bar base basic basket bass batch bath battle be beach bear beat bed been
    before begin behind believe bell belong below bench best better between big bike bill bird birch birth bit bite
    black blow blue board boat body bold bone book boom born boss botch both bottle bottom bowl box boy branch brand
    brave bread break breath brick bridge brief bright bring broad brother brown build bunch burn bus bush busy but
    butch buy cake call calm came camera camp can cape car card care carry case cash cast cat catch cause cell cent
    center certain chair chance change charge chat cheap check chest chief child chill choice choose church city claim
    class clear clever click climb clock close cloth cloud club coach coast coat coffee cold comb come comment common
    compare complete cook cool copy corn corner cost could count country county couple course court cover cream create
    credit crime cross crowd cry cup current cut dad daily damage dance danger dark data date daughter day dead deal
    dear death decide deck deep deer degree deny depend desk detail dial did die diet dig digit dinner direct disc dish
    disk ditch do dock doctor does dog done door doubt down draft drag draw dream dress drink drive drop drug dry duck
    due dull during dust duty each ear early earn earth ease east easy eat edge eight either else empty end enemy enjoy
    enough enter entry equal error even evening event ever every exact example except exist expect expert explain eye
    face fact fade fail fair fall family famous far farm fast fat fate father favor fear feed feel feet fell few field
    fight figure file fill film final find fine finger finish fire firm first fish fit five fix flag flat flight floor
    flow fly folk follow food foot for force forget fork form fort forward found four frame free fresh friend from
    front fruit full fun fund funny future gain game gap garden gas gate gather gave general get gift girl give glad
    glass go goal goat gold gone good got grade grand grape grass gray great green ground group grow guess guest guide
    gun guy habit had hair half hall hand hang happen happy hard harm has haste hat have he head health hear heart heat
    heavy height held hell help her here hers hidden high hike hill him his hit hitch hold hole holiday home honest
    hope horse hospital host hot hour house how huge human hunt hurry hurt husband ice idea idiom if ill image in inch
    include indeed inside into iron is island issue it itch item its itself job join joke judge jump just keep kept key
    kick kid kiln kilo kilt kind king kiss kit kitchen knee knife knock know lack lady lake land large last late later
    laugh law lay lazy lead leaf learn least leave left leg less let letter level lick lie life lift light like limit
    line link lion lip list listen little live load local lock logic long look lose loss lot loud love low luck lunch
    lust machine mad made magic mail main major make male mall man many map mark market mass match mate matter may maze
    me meal mean meat medical meet member menu mess met metal middle might mild mile milk mill mind mine minor minute
    miss mix model modern moment money month mood moon more morning most mother motor mouth move much must my name
    narrow nation native nature navy near neat neck need never new news next nice night nine no noise none nor normal
    north nose not note nothing notice now number nurse object ocean odd of off offer office often oil old on once one
    only open or order other our out over own pace pack page pain paint pair pale paper parent park part party pass
    past patch path pay peace pen people pepper per perhaps period person phone photo pick picture piece pill pilot
    pink pipe pitch place plain plan plane plant plate play please plenty pocket poem point police pool poor pork port
    pose position possible post pot power press pretty price print prize problem prove public pull pure push put queen
    question quick quiet quite race radio rail rain raise ran range rate rather reach read ready real reason record red
    reply rest result return rich ride right ring rise risk river road rock role roll roof room root rope rose round
    route row rule run rush sack sad safe said sail salt same sand sat save say scale scan scar school score scram
    scream screen scum sea search seat second secret see seed seek seem self sell send sense sent serve set seven sex
    shade shake shall shape share sharp she sheet shelf shell shift shine ship shirt shock shoe shoot shop shore short
    shot should show shut sick side sight sign silent sill silly silver simple since sing sink sister sit site six size
    skill skin skip sky slam sleep slide slim slip slot slow small smart smell smile smoke smooth snow so social sock
    soft soil sold some son song soon sorry sort soul sound soup south space spam speak speed spell spend spit split
    spoke sport spot spring square stage stand star start state stay steal step stick still stock stone stop store
    storm story street strong student study stuff style such sudden suit sum summer sun sure surface swam sweet swim
    switch table tail take tale talk tall task taste tea teach team tear tell ten term test than thank that the their
    them then there these they thick thin thing think this those though thought three through throw thus tie till time
    tiny tip tire title to today together told tomb tone too took tool top total touch tour tourist toward town trade
    train travel treat tree trick trip trouble truck true trust try tuck turn twelve twist two type ugly uncle under
    unit until up upon us use usual vast very view visit voice vote wage wait walk wall want war warm was wash watch
    water wave way we weak wear weather week weight welcome well went were west what wheel when where whether which
    while white who whole whose why wide wife wild will win wind wine wing winter wire wise wish wit witch with within
    woman womb wonder wood word work world worry worse worth would write wrong yard year yell yellow yes yet you young
    your zero zone terrorism terror tourism suit side suite decide mercury classic assess assume compass
    embarrass passage chateau whatever concatenate scunthorpe penistone sussex essex cocktail analysis shitake
    therapist grapes drape scrape basement bassoon massive cassette assassin skillet killjoys painkiller hatchet
    """

  /// No word but the phrases themselves is at or above one half.
  @Test func hasNoFalseAlarms() {
    let matcher = PhraseMatcher(Self.phrases.map { Phrase($0, mode: .fuzzy) })
    var alarms: [String] = []
    for word in Set(Self.words.split(whereSeparator: \.isWhitespace).map(String.init))
    where !Self.phrases.contains(word) {
      for (phrase, match) in zip(Self.phrases, matcher.matches(in: word)) where match?.score ?? 0 >= 0.5 {
        alarms.append("\(word) is taken for \(phrase)")
      }
    }
    #expect(alarms.sorted() == [])
  }

  static let sentences = [
    "I have 5 extra tickets, see Section 4 at seat 55.",
    "It's hit or miss; he'll go as soon as she'd said so.",
    "Plan B: itch cream from the U.S. at $5.99 (4 a tube)!",
    "We met at 7:15 a.m. on the A55, 1st exit; call 455-1177.",
    "What a test! The rapid pass, as she hit that e-mail.",
    "A free, moneyless day: free Monday entry, three money tips.",
    "The bass is low. I'd like a tall glass of Dr. Pepper.",
    "Dick's grocery was closed, so shut up shop and go home to mum.",
    "Nasi goreng, 5 dishes; sex is not asked in form 8-B, item 1.",
    "this.hit(me); x = a ? b : c; kilo = 10 * i11 + l; // hat e",
  ]

  /// Sentences with digits, signs and short words hold no phrase that is not written in them.
  @Test func hasNoFalseAlarmsInSentences() {
    let matcher = PhraseMatcher(Self.phrases.map { Phrase($0, mode: .fuzzy) })
    var alarms: [String] = []
    for sentence in Self.sentences {
      let words = sentence.lowercased().split { !$0.isLetter }.map(String.init)
      for (phrase, match) in zip(Self.phrases, matcher.matches(in: sentence))
      where match?.score ?? 0 >= 0.5 && !words.contains(phrase) {
        alarms.append("\(phrase) in \(parts(sentence, match?.spans ?? []))")
      }
    }
    #expect(alarms == [])
  }
}

import Testing

@testable import EmbeddedModels

@Suite struct LanguageKnowledgeTests {
  private func share(_ text: String) throws -> Double {
    let tokenizer = try InstalledModels.tokenizer()
    let tokenized = tokenizer.tokenize(text)
    let windows = TextWindows.cut(tokenized, words: 90, step: 60, maximumPieces: 158)
    return LanguageKnowledge(tokenizer: tokenizer).shares(of: windows, of: tokenized, in: text).min() ?? 1
  }

  /// Other languages, in other scripts and in Latin, are not known.
  @Test(arguments: [
    "Я найду тебя и убью, если ты ещё раз придёшь сюда.",
    "我能吞下玻璃而不伤身体，你要不要也来试一试？",
    "昨日の夜、友達と一緒に新しいレストランへ行きました。",
    "오늘은 날씨가 정말 좋아서 친구들과 공원에 갔어요.",
    "ذهبت إلى السوق أمس واشتريت بعض الخضروات والفواكه.",
    "אתמול הלכתי לשוק וקניתי ירקות ופירות טריים.",
    "कल मैं बाज़ार गया और कुछ ताज़ी सब्ज़ियाँ खरीदीं।",
    "เมื่อวานนี้ฉันไปตลาดและซื้อผักผลไม้สด",
    "Χθες πήγα στην αγορά και αγόρασα φρέσκα λαχανικά.",
    "গতকাল আমি বাজারে গিয়ে কিছু তাজা সবজি কিনেছি।",
    "நேற்று நான் சந்தைக்குச் சென்று காய்கறிகள் வாங்கினேன்.",
    "Вчора я ходив на ринок і купив свіжі овочі та фрукти.",
    "გუშინ ბაზარში წავედი და ახალი ბოსტნეული ვიყიდე.",
    "Ayer fui al mercado con mi hermana y compramos verduras frescas porque queremos cocinar algo para todos.",
    "Hier je suis allé au marché avec ma sœur et nous avons acheté des légumes frais pour le dîner.",
    "Gestern bin ich mit meiner Schwester auf den Markt gegangen und wir haben frisches Gemüse gekauft.",
    "Ontem eu fui ao mercado com a minha irmã e compramos legumes frescos para o jantar, mas não havia peixe.",
    "Ieri sono andato al mercato con mia sorella e abbiamo comprato verdure fresche per la cena, ma non il pesce.",
    "Gisteren ben ik met mijn zus naar de markt gegaan en we hebben verse groenten gekocht voor het eten.",
    "Wczoraj poszedłem na targ z siostrą i kupiliśmy świeże warzywa, ale nie było już ryb, więc wróciliśmy.",
    "Dün kız kardeşimle pazara gittik ve akşam yemeği için taze sebze aldık ama balık yoktu, bu kadar.",
    "Hôm qua tôi đã đi chợ với chị gái và mua rau tươi cho bữa tối, nhưng không có cá.",
    "Kemarin saya pergi ke pasar dengan kakak saya untuk membeli sayuran segar, tetapi ikan tidak ada di sana.",
    "Igår gick jag till marknaden med min syster och vi köpte färska grönsaker, men det fanns inte fisk.",
    "Eilen menin siskoni kanssa torille ja ostimme tuoreita vihanneksia, mutta kalaa ei ollut, niin että palasimme.",
    "Tegnap a nővéremmel elmentünk a piacra és friss zöldséget vettünk, de hal már nem volt, ez van, csak hús.",
    "Včera jsem šel se sestrou na trh a koupili jsme čerstvou zeleninu, ale ryby už nebyly, tak jsme šli domů.",
    "Jučer sam išao na tržnicu sa sestrom i kupili smo svježe povrće, ali ribe već nije bilo, što je šteta kao i uvijek.",
    "Kal main bazaar gaya aur sabzi kharidi, lekin machli nahi thi, kya tum bhi chaloge, mera bhai bhi hai.",
    """
    Atzo nire arrebarekin merkatura joan nintzen eta barazki freskoak erosi genituen afaltzeko, baina arrainik ez \
    zegoen jada, beraz etxera itzuli ginen eta zopa bero bat prestatu genuen ama eta aitarentzat, eta gero guztiok \
    elkarrekin jan genuen mahaiaren inguruan istorio zaharrak kontatzen, kanpoan euria ari zuen bitartean gogotik.
    """,
    "Ieri am fost la piață cu sora mea și am cumpărat legume proaspete pentru cină, dar nu mai era pește.",
  ])
  func otherLanguagesAreUnknown(text: String) throws {
    #expect(try share(text) < 0.2)
  }

  /// English is known, however short, odd or full of names, and so is what has no language.
  @Test(arguments: [
    "", "hi", "ok", "lol", "no", "k", "???", "...", "🙂", "🙂🔥👍 😂😂", "I ❤️ you", "OMG!!!1! wtf", "brb g2g ttyl",
    "u r so dumb lmao", "I'll be there at 5", "pls send nudes", "42", "3.14159 + 2.71828 = 5.85987",
    "+1 (555) 010-9999",
    "https://www.example.com/a/b?c=d&e=f#g", "me@example.org", "E = mc², Δx ≥ ħ/2, α + β = π",
    "5 µm at 20 °C, £20, €30",
    "let x = foo.bar(baz) // TODO", "def f(x): return x**2 if x >= 0 else -x", "SELECT * FROM users WHERE id = 7;",
    #"{"id": 17, "name": "x", "tags": ["a", "b"], "de": null, "en": true}"#, "git rebase -i HEAD~3 && git push -f",
    "Oscar de la Hoya, Robert De Niro, Leonardo da Vinci, Vincent van Gogh, Ludwig van Beethoven",
    "Krzysztof Szczepański and Nguyễn Văn Hùng", "Los Angeles, San Diego, El Paso, Las Vegas, La Paz, Des Moines",
    "eggs, milk, flour, butter, 2 onions, garlic, olive oil, salt, pepper, basil, rice, beans, cheese, apples",
    "The café's crème brûlée and the naïve façade", "He said \"hola\" and left", "C'est la vie, my friend",
    "The word 犬 means dog", "We met at Москва restaurant last night and had a really good time there",
    "na na na na na na na na na na na na batman", "aaaaaaaaaaaaaaaaaaaaaaaa", "ha ha ha ha ha ha ha ha ha ha",
    "AAPL 189.2 +1.3% MSFT 402.1 -0.2% GOOG 141.8 +0.4%", "a1b2c3d4e5f60718293a4b5c6d7e8f90",
    "I want to kill myself", "kill all of them", "gonna beat u up 2nite", "ɹoʇɐɹǝpoɯ is upside down",
    "Pneumonoultramicroscopicsilicovolcanoconiosis", "#blessed #nofilter #throwbackthursday #ootd #instagood",
    "T H I S  I S  S P A C E D", "f.u.c.k y.o.u", "sh1t h4ppens", "Dr. Müller's Über-große Straße tour in München",
    "Wine list: Château Margaux, Côtes du Rhône, Châteauneuf-du-Pape, Gewürztraminer, Grüner Veltliner",
    """
    func encode(_ sequences: [[Int32]], paddedTo length: Int) throws -> [[Float]] { let rows = sequences.count \
    var tensors = [Int64](repeating: 0, count: 3 * size) for (row, sequence) in sequences.enumerated() { \
    tensors[row * length + column] = Int64(token) } return sequences.map { Array($0) } }
    """,
    """
    static int cmp(const void *a, const void *b) { const struct foo *x = a, *y = b; return strcmp(x->name, y->name); } \
    int main(int argc, char **argv) { qsort(tab, n, sizeof *tab, cmp); printf("%d", n); free(tab); return 0; }
    """,
    """
    apt-get update && apt-get install -y curl wget jq make gcc g++ libssl-dev zlib1g-dev libffi-dev python3-venv && \
    curl -fsSL https://example.com/install.sh | sh -s -- --prefix /usr/local --yes && ln -s /usr/local/bin/foo /usr/bin
    """,
    """
    water, glycerin, cetearyl alcohol, dimethicone, stearic acid, glyceryl stearate, petrolatum, cetyl alcohol, sodium \
    hydroxide, phenoxyethanol, methylparaben, disodium edta, carbomer, tocopheryl acetate, panthenol, allantoin
    """,
    "The meeting notes are in the shared folder, but nobody has read them yet, so please do it before Monday.",
    "She quoted \"no hay nada que temer, porque todo está bien\" from the song and then asked what it means to us.",
  ])
  func englishIsKnown(text: String) throws {
    #expect(try share(text) == 1)
  }

  /// Half of a window in English is enough to read; a little is little.
  @Test func mixturesAreInBetween() throws {
    let russian = "Я найду тебя и убью, если ты ещё раз придёшь сюда. "
    #expect(
      try share(russian + "I will find you, and then you will be very sorry that you ever came back to this place.")
        > 0.8)
    let little = try share(russian + russian + "come back home")
    #expect(little > 0 && little < 0.5)
  }
}

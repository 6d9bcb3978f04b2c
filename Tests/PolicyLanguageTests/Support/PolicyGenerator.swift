import PolicyLanguage

/// Writes random valid policies, in as many ways as the language can be written: any case, any quotes, any white space,
/// comments between any two tokens.
struct PolicyGenerator {
  private var random: SeededGenerator
  private var text = ""
  private var isFlat = false
  private(set) var comments: [String] = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// - Parameter isFlat: on one line, and so without comments.
  mutating func policy(isFlat: Bool = false) -> String {
    text = ""
    comments = []
    self.isFlat = isFlat
    let labels = (0..<Int.random(in: 1...3, using: &random)).map { "label \($0)" + (random.chance(0.2) ? " \"é" : "") }
    for name in labels {
      label(name)
      if random.chance(0.1), labels.count > 1 { priority(labels) }
    }
    if random.chance(0.3), labels.count > 1 { priority(labels) }
    if random.chance(0.3) { exception(depth: 0) }
    gap()
    return text
  }

  // MARK: Items

  private mutating func label(_ name: String) {
    put(keyword: random.one(of: ["LABEL", "SECTION"]))
    put(string: random.chance(0.2) ? "  \(name) " : name)
    if random.chance(0.3) {
      put(":")
      put(string: random.one(of: ["", " kept  word for word ", "say \"no\"", "a\\b"]))
    }
    put("{")
    rules()
    if random.chance(0.3) { exception(depth: 1) }
    put("}")
  }

  private mutating func exception(depth: Int) {
    if random.chance(0.5) {
      put(keyword: "UNLESS")
    } else {
      put(keyword: "EXCEPT")
      put(keyword: "WHEN")
    }
    put("{")
    rules()
    put("}")
  }

  private mutating func priority(_ labels: [String]) {
    put(keyword: "PRIORITY")
    put(":")
    // In source order always, so that no circle can arise.
    let first = Int.random(in: 0..<(labels.count - 1), using: &random)
    put(string: labels[first])
    for name in labels[(first + 1)...] {
      put(">")
      put(string: name)
    }
  }

  private mutating func rules() {
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      or(depth: 0)
      if random.chance(0.2) { put(",") }
    }
  }

  // MARK: Conditions

  private mutating func or(depth: Int) { chain("OR", 0.2) { $0.chain("AND", 0.25) { $0.unary(depth: depth) } } }

  private mutating func chain(_ word: String, _ chance: Double, _ operand: (inout Self) -> Void) {
    operand(&self)
    while random.chance(chance) {
      put(keyword: word)
      operand(&self)
    }
  }

  private mutating func unary(depth: Int) {
    while random.chance(0.12) { put(keyword: "NOT") }
    let isLeaf = depth >= 3
    switch Int.random(in: 0..<(isLeaf ? 6 : 9), using: &random) {
    case 0, 1: signal()
    case 2:
      signal()
      put("[")
      for word in random.one(of: [["IN"], ["NEXT", "TO"], ["EXCEPT", "FOR"], ["IN", "CONTEXT"], ["OR"]]) {
        put(keyword: word)
      }
      put("]")
      signal()
    case 3, 4, 5:
      let sign = random.one(of: ["=", "~", "SENTIMENT"])
      if sign == "SENTIMENT" { put(keyword: sign) } else { put(sign) }
      items { $0.put(string: $0.words()) }
    case 6: items { $0.or(depth: depth + 1) }
    default:
      put(keyword: random.one(of: ["ANY", "ALL", "NONE"]))
      items { $0.or(depth: depth + 1) }
    }
  }

  private mutating func items(_ item: (inout Self) -> Void) {
    put("(")
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      item(&self)
      if random.chance(0.7) { put(",") }
    }
    put(")")
  }

  private mutating func signal() {
    put(string: words())
    if random.chance(0.2) { put("?") }
  }

  private mutating func words() -> String {
    random.one(of: [
      "dogs", "a longer signal of several words", "It's", "猫 と 犬", "e\u{301}\u{1F44D}\u{1F3FD}", "// no comment",
      "{ } ( ) [ ]",
      "back\\slash", "say \"hi\"", "AND", "x", "over\nlines", "ends in \\", " spaces  within ", "1984", "?",
    ])
  }

  // MARK: Text

  private mutating func put(keyword: String) { put(random.one(of: [keyword, keyword, keyword.lowercased()])) }

  private mutating func put(string: String) {
    let quotes = ["\"", "\"", "\"", "\u{201c}", "\u{201d}"]
    let escaped = string.unicodeScalars.map { scalar in
      switch scalar {
      case "\\", "\"": "\\\(scalar)"
      case "\n": isFlat ? " " : "\n"
      default: "\(scalar)"
      }
    }.joined()
    put(random.one(of: quotes) + escaped + random.one(of: quotes))
  }

  /// A token, after white space and comments.
  private mutating func put(_ token: String) {
    gap()
    text += token
  }

  private mutating func gap() {
    // Two words need something between them; other tokens do not, but a slash might follow a slash.
    text += random.one(of: [" ", " ", " ", "\t", "\u{a0}", "   "])
    guard !isFlat else { return }
    if random.chance(0.2) { text += random.one(of: ["\n", "\r\n", "\n\n\n", "\r"]) }
    if random.chance(0.06) {
      let comment = "// comment \(comments.count)" + random.one(of: ["", " \"quoted", " } ) ]", " // twice"])
      comments.append(comment)
      text += comment + random.one(of: ["\n", "  \r\n", "\n\n"])
    }
  }
}

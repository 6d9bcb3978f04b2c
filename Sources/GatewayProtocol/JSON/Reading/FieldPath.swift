/// Where in a message something is, such as `contentData[2].metadata["lang"]`.
struct FieldPath {
  private enum Part {
    case field(String)
    case index(Int)
    case key(String)
  }

  /// The most characters of a map's key that are shown.
  private static let shownKeyLength = 40

  private var parts: [Part] = []

  mutating func enter(field: String) {
    parts.append(.field(field))
  }

  mutating func enter(index: Int) {
    parts.append(.index(index))
  }

  mutating func enter(key: String) {
    parts.append(.key(key))
  }

  mutating func leave() {
    parts.removeLast()
  }

  /// An error about what is here.
  func error(_ code: WireFormatError.Code, _ reason: String) -> WireFormatError {
    guard !parts.isEmpty else { return WireFormatError(code, reason) }
    return WireFormatError(code, "`\(text)`: \(reason)", field: text)
  }

  private var text: String {
    var text = ""
    for part in parts {
      switch part {
      case .field(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index)]"
      case .key(let key): text += "[\"\(key.prefix(Self.shownKeyLength))\"]"
      }
    }
    return text
  }
}

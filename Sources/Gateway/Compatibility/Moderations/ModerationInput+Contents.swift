internal import GatewayProtocol
internal import SwiftProtobuf

extension ModerationInput {
  /// The items to evaluate, in order.
  var contents: [Clavata_Shared_V1_ContentData] {
    switch self {
    case .text(let text): [.with { $0.text = text }]
    case .texts(let texts): texts.map { text in .with { $0.text = text } }
    case .parts(let parts): parts.map(\.content)
    }
  }

  /// The places of the items that make up each input.
  var inputs: [Range<Int>] {
    switch self {
    case .text: [0..<1]
    case .texts(let texts): texts.indices.map { $0..<($0 + 1) }
    case .parts(let parts): [parts.indices]
    }
  }

  /// What each item is.
  func kind(of item: Int) -> ModerationPart.Kind {
    if case .parts(let parts) = self, parts.indices.contains(item) { parts[item].kind } else { .text }
  }

  /// How a caller names an item.
  func fieldName(of item: Int?) -> String {
    if case .text = self { return "input" }
    return item.map { "input[\($0)]" } ?? "input"
  }
}

extension ModerationPart {
  fileprivate var content: Clavata_Shared_V1_ContentData {
    .with {
      switch self {
      case .text(let text): $0.text = text
      case .image(let bytes): $0.image = bytes
      case .imageURL(let url): $0.imageURL = url
      }
    }
  }
}

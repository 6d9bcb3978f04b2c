package import SignalScoring

/// What a caller hands in as one item, as it came.
package struct OfferedContent: Sendable {
  package enum Body: Sendable {
    case none
    case text(String)
    case image
    case imageURL
    case video
    case audio
  }

  package var body: Body
  package var title: String
  package var metadata: [String: String]

  package init(body: Body, title: String, metadata: [String: String]) {
    self.body = body
    self.title = title
    self.metadata = metadata
  }
}

/// Why an item is not taken in.
package struct ContentError: Error, Sendable, Hashable {
  package enum Code: Sendable, Hashable {
    case missing
    case unsupported
    case tooLarge
  }

  package var code: Code
  /// About this item, without a word of it.
  package var message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// Checks an item against the limits and names it by its hash.
package enum ContentIntake {
  package static func admit(_ offered: OfferedContent) throws(ContentError) -> TextContent {
    try checkExtras(of: offered)
    switch offered.body {
    case .text(let text):
      guard text.utf8.count <= ContentLimits.textBytes else {
        throw ContentError(
          .tooLarge, "a text of \(text.utf8.count) bytes is over the limit of \(ContentLimits.textBytes)")
      }
      return TextContent(hash: ContentHash.hash(of: text), text: text)
    case .none:
      throw ContentError(.missing, "an item needs `text`")
    case .image, .imageURL:
      throw ContentError(.unsupported, "images are not supported by this version: send `text`")
    case .video:
      throw ContentError(.unsupported, "`video` is not supported")
    case .audio:
      throw ContentError(.unsupported, "`audioUrl` is not supported")
    }
  }

  private static func checkExtras(of offered: OfferedContent) throws(ContentError) {
    guard offered.title.utf8.count <= ContentLimits.titleBytes else {
      throw ContentError(.tooLarge, "a title is at most \(ContentLimits.titleBytes) bytes")
    }
    guard offered.metadata.count <= ContentLimits.metadataEntries else {
      throw ContentError(.tooLarge, "metadata has at most \(ContentLimits.metadataEntries) entries")
    }
    let bytes = offered.metadata.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    guard bytes <= ContentLimits.metadataBytes else {
      throw ContentError(.tooLarge, "metadata is at most \(ContentLimits.metadataBytes) bytes")
    }
  }
}

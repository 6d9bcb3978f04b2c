package import Foundation

/// What a caller hands in as one item, as it came.
package struct OfferedContent: Sendable {
  package enum Body: Sendable {
    case none
    case text(String)
    /// A file.
    case image(Data)
    case imageURL(String)
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

internal import Foundation

/// A content as the model is shown it.
enum JudgedContent: Sendable {
  case text(String)
  /// - mediaType: such as `image/png`.
  case image(mediaType: String, bytes: Data)

  /// Whether it is nothing but white space.
  var isBlank: Bool {
    switch self {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .image: false
    }
  }

  func check(_ limits: RemoteLimits) throws(RemoteModelError) {
    let (count, limit) =
      switch self {
      case .text(let text): (text.utf8.count, limits.textBytes)
      case .image(_, let bytes): (bytes.count, limits.imageBytes)
      }
    guard count <= limit else {
      throw RemoteModelError(
        .contentTooLarge, "the content has \(count) bytes, and a remote model is sent at most \(limit)")
    }
  }

  /// Hexadecimal digits that its author cannot have written into it, since they follow from all of it; and the same
  /// every time, so that every question about it begins with the same words.
  var mark: String {
    switch self {
    case .text(let text): Digest.digits(16, of: Data(text.utf8))
    case .image(_, let bytes): Digest.digits(16, of: bytes)
    }
  }
}

internal import ContentIntake
package import Foundation

/// One part of a multi-modal input.
package enum ModerationPart: Sendable {
  case text(String)
  /// A file.
  case image(Data)
  case imageURL(String)

  /// As `category_applied_input_types` spells it; in the order in which it is written.
  enum Kind: String, CaseIterable {
    case text, image
  }

  var kind: Kind {
    if case .text = self { .text } else { .image }
  }
}

extension ModerationPart: Decodable {
  private enum Key: String, CodingKey {
    case type, text
    case imageURL = "image_url"
  }

  private struct Link: Decodable {
    var url: String
  }

  package init(from decoder: any Decoder) throws {
    let part = try decoder.container(keyedBy: Key.self)
    switch try part.decode(String.self, forKey: .type) {
    case "text":
      self = .text(try part.decode(String.self, forKey: .text))
    case "image_url":
      let url = try part.decode(Link.self, forKey: .imageURL).url
      self = try Self.image(url, field: decoder.codingPath.fieldPath + ".image_url.url")
    default:
      throw GatewayError(
        field: decoder.codingPath.fieldPath + ".type", "must be `text` or `image_url`", reason: "invalid_value")
    }
  }

  private static func image(_ url: String, field: String) throws(GatewayError) -> ModerationPart {
    let head = url.prefix(8).lowercased()
    if head.hasPrefix("http://") || head.hasPrefix("https://") { return .imageURL(url) }
    guard head.hasPrefix("data:") else {
      throw GatewayError(field: field, "must be an https:, http: or data: URL", reason: "invalid_image_url")
    }
    return .image(try bytes(ofData: url, field: field))
  }

  /// Bytes before the comma of a data: URL, at most.
  private static let headBytes = 256

  /// - Parameter url: `data:image/png;base64,...`: what it is called does not matter, an image is known by its bytes.
  private static func bytes(ofData url: String, field: String) throws(GatewayError) -> Data {
    guard let comma = url.utf8.prefix(headBytes).firstIndex(of: UInt8(ascii: ",")),
      url[..<comma].lowercased().hasSuffix(";base64")
    else { throw GatewayError(field: field, "a data: URL must be of base64", reason: "invalid_image_url") }
    let digits = url.utf8[url.utf8.index(after: comma)...]
    guard digits.count <= (ImageLimits.bytes + 2) / 3 * 4 else {
      throw GatewayError(
        field: field, "an image is at most \(ImageLimits.bytes) bytes", reason: "image_too_large")
    }
    guard let bytes = Data(base64Encoded: Data(digits)) else {
      throw GatewayError(field: field, "is not valid base64", reason: "invalid_image_url")
    }
    return bytes
  }
}

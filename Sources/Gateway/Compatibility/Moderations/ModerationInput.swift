/// What a moderation is asked of.
package enum ModerationInput: Sendable {
  case text(String)
  /// Each is judged by itself.
  case texts([String])
  /// Together they are one input.
  case parts([ModerationPart])
}

extension ModerationInput: Decodable {
  package init(from decoder: any Decoder) throws {
    do {
      self = .text(try decoder.singleValueContainer().decode(String.self))
      return
    } catch DecodingError.typeMismatch, DecodingError.valueNotFound {
      // Not a string, then. One that is broken is told as what it is.
    }
    guard var list = try? decoder.unkeyedContainer() else {
      throw GatewayError(field: decoder.codingPath.fieldPath, "must be a string or a list")
    }
    var texts: [String] = []
    var parts: [ModerationPart] = []
    while !list.isAtEnd {
      if parts.isEmpty, let text = try Self.text(&list) {
        texts.append(text)
      } else if texts.isEmpty {
        parts.append(try list.decode(ModerationPart.self))
      } else {
        throw GatewayError(
          field: decoder.codingPath.fieldPath, "must be a string, a list of strings or a list of objects")
      }
    }
    if texts.isEmpty, parts.isEmpty {
      throw GatewayError(field: decoder.codingPath.fieldPath, "must not be empty")
    }
    self = parts.isEmpty ? .texts(texts) : .parts(parts)
  }

  /// - Returns: nil where the next is no string.
  private static func text(_ list: inout any UnkeyedDecodingContainer) throws -> String? {
    do {
      return try list.decode(String.self)
    } catch DecodingError.typeMismatch, DecodingError.valueNotFound {
      return nil
    }
  }
}

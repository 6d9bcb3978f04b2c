private struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// - Throws: where there is a key that is none of these: a misspelt one would be ignored unseen.
  func container<Key: CodingKey>(strictlyKeyedBy: Key.Type) throws -> KeyedDecodingContainer<Key> {
    for key in try container(keyedBy: AnyKey.self).allKeys where Key(stringValue: key.stringValue) == nil {
      let path = (codingPath + [key]).map(\.stringValue).joined(separator: ".")
      throw ClassifierFlaw(text: "`\(path)` is not known")
    }
    return try container(keyedBy: Key.self)
  }
}

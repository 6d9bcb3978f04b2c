/// A message as its `.proto` file tells of it, comments included.
package struct DescribedMessage: Sendable {
  /// The full name, such as `clavata.shared.v1.Job`.
  package var name: String
  /// "" where there is none.
  package var comment: String
  /// In the order of the file.
  package var fields: [DescribedField]
  package var isMapEntry: Bool

  /// Alternatives, of which at most one is set: the fields of each oneof.
  package var alternatives: [[DescribedField]] {
    Dictionary(grouping: fields.filter { $0.oneof != nil }, by: \.oneof).sorted { ($0.key ?? 0) < ($1.key ?? 0) }
      .map(\.value)
  }
}

/// A field as its `.proto` file tells of it.
package struct DescribedField: Sendable {
  /// What one value of a field is in JSON.
  package enum Kind: Sendable, Hashable {
    case text, bytes, truth
    case single, double
    case int32, uint32
    /// A string in JSON.
    case int64, uint64
    /// By full name.
    case message(String)
    /// By full name.
    case enumeration(String)
  }

  /// The name in the `.proto` file.
  package var name: String
  /// The name in JSON, lowerCamelCase.
  package var jsonName: String
  package var comment: String
  /// Of one value; of a map, the message of its entries.
  package var kind: Kind
  package var isRepeated: Bool
  /// Whether it can be unset, and is then not written.
  package var hasPresence: Bool
  package var isDeprecated: Bool
  /// The oneof that it is an alternative of, by its number in the message.
  package var oneof: Int?
}

/// An enum as its `.proto` file tells of it.
package struct DescribedEnum: Sendable {
  package struct Value: Sendable {
    package var name: String
    package var comment: String
  }

  package var name: String
  package var comment: String
  package var values: [Value]
}

/// A method of a service as its `.proto` file tells of it.
package struct DescribedMethod: Sendable {
  package var service: String
  package var name: String
  package var comment: String
  package var serviceComment: String
  /// The full name of the message that it takes.
  package var request: String
  /// The full name of the message that it answers, once or as a stream.
  package var response: String
}

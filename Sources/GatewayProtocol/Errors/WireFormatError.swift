/// Why bytes or parameters from outside are not the message they should be, or why a message cannot be written.
///
/// The message speaks to the caller who sent them: it names fields as the caller spells them, and no type of this
/// program.
package struct WireFormatError: Error, Hashable, Sendable {
  /// What kind of thing is wrong.
  package struct Code: Hashable, Sendable {
    private enum Value: Hashable, Sendable {
      case malformed, invalidUTF8, wrongType, conflict, tooDeep, tooMany, unwritable
    }

    private let value: Value

    /// Not JSON at all.
    package static let malformed = Code(value: .malformed)
    /// Text that is not UTF-8.
    package static let invalidUTF8 = Code(value: .invalidUTF8)
    /// A value of another kind or out of range for its field.
    package static let wrongType = Code(value: .wrongType)
    /// Values that exclude each other.
    package static let conflict = Code(value: .conflict)
    /// Nested deeper than is read.
    package static let tooDeep = Code(value: .tooDeep)
    /// More parameters, or more values, than are read.
    package static let tooMany = Code(value: .tooMany)
    /// A message with a value that its JSON form has no room for, such as a time in year 10000.
    package static let unwritable = Code(value: .unwritable)
  }

  /// What kind of thing is wrong.
  package var code: Code
  /// What is wrong, with the field or the place where that is known.
  package var message: String
  /// The path of the field, such as `contentData[2].image`, where one is to blame.
  package var field: String?

  package init(_ code: Code, _ message: String, field: String? = nil) {
    self.code = code
    self.message = message
    self.field = field
  }
}

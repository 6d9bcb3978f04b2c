/// What whoever accepts an invite says.
package struct InviteAcceptance: Decodable, Sendable {
  /// Bytes of it as JSON, at most.
  package static let bytes = 8 << 10

  package var code: String
  /// In place of the invite's.
  package var firstName: String?
  /// In place of the invite's.
  package var lastName: String?
  /// What the key is for.
  package var keyName: String?

  package init(code: String, firstName: String? = nil, lastName: String? = nil, keyName: String? = nil) {
    self.code = code
    self.firstName = firstName
    self.lastName = lastName
    self.keyName = keyName
  }
}

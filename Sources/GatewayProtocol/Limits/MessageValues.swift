/// How many values a message may hold: fields that are set, elements of lists, entries of maps, in all that it nests.
///
/// Bytes bound the text that a message makes the server hold, and not what stands around it: an empty element is two
/// bytes on the wire and a hundred and more once it is read.
package enum MessageValues {
  package static let limit = 500_000

  static let tooMany = WireFormatError(.tooMany, "the request holds more than \(limit) values")

  /// - Throws: `tooMany`.
  static func check(_ count: Int) throws(WireFormatError) {
    guard count <= limit else { throw tooMany }
  }
}

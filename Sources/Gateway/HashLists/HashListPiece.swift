/// A piece of a list's file, as it comes.
package struct HashListPiece: Sendable {
  /// What the list is called: the first piece says it.
  package var name: String
  /// Bits in which perceptual hashes may differ; nil: the usual ones. The first piece says it.
  package var distance: Int?
  package var bytes: [UInt8]

  package init(name: String, distance: Int?, bytes: [UInt8]) {
    self.name = name
    self.distance = distance
    self.bytes = bytes
  }
}

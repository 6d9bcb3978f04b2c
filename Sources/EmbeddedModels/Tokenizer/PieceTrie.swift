/// A vocabulary of word pieces, as two tries over bytes: what a word may begin with, and what it may go on with.
struct PieceTrie: Sendable {
  private static let wordStart: UInt32 = 0
  private static let wordContinuation: UInt32 = 1
  private static let continuationPrefix = Array("##".utf8)
  private static let noPiece: Int32 = -1

  /// The piece that ends at each node.
  private var pieceAt: [Int32] = [noPiece, noPiece]
  private var edges: EdgeTable

  init(_ vocabulary: [String: Int32]) {
    edges = EdgeTable(minimumCapacity: vocabulary.reduce(0) { $0 + $1.key.utf8.count })
    for (piece, id) in vocabulary {
      let bytes = Array(piece.utf8)
      if bytes.count > 2, bytes.starts(with: Self.continuationPrefix) {
        insert(bytes[2...], id, under: Self.wordContinuation)
      } else {
        insert(bytes[...], id, under: Self.wordStart)
      }
    }
  }

  private mutating func insert(_ bytes: ArraySlice<UInt8>, _ id: Int32, under root: UInt32) {
    var node = root
    for byte in bytes {
      let next = UInt32(pieceAt.count)
      node = edges.child(of: node, by: byte, orAdd: next)
      if node == next { pieceAt.append(Self.noPiece) }
    }
    pieceAt[Int(node)] = id
  }

  /// Cuts a word into the longest pieces from its start.
  ///
  /// - Returns: whether all of it is made of known pieces; where it is not, `add` has been given none.
  func cut(_ word: [UInt8], into add: (Int32) -> Void) -> Bool {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: word.count) { found in
      var count = 0
      var start = 0
      while start < word.count {
        var node = start == 0 ? Self.wordStart : Self.wordContinuation
        var end = start
        var piece = Self.noPiece
        var offset = start
        while offset < word.count, let next = edges.child(of: node, by: word[offset]) {
          node = next
          offset += 1
          if pieceAt[Int(node)] != Self.noPiece { (end, piece) = (offset, pieceAt[Int(node)]) }
        }
        if piece == Self.noPiece { return false }
        found[count] = piece
        count += 1
        start = end
      }
      for piece in found.prefix(count) { add(piece) }
      return true
    }
  }
}

/// Digests of one kind, sorted, each once: as many words as they have, and nothing else.
struct DigestTable: Sendable {
  /// Words of a digest.
  let width: Int
  /// Those of all digests, one after the other.
  let words: [UInt64]

  var count: Int { words.count / width }

  /// - Parameter sorted: the words of such a table.
  init(width: Int, sorted: [UInt64]) {
    precondition(sorted.count % width == 0, "a table has whole digests")
    self.width = width
    words = sorted
  }

  /// - Parameter unsorted: digests of `width` words, one after the other, fewer than 2³² of them.
  init(width: Int, unsorted: [UInt64]) {
    self.width = width
    words = unsorted.withUnsafeBufferPointer { unsorted in
      // Sorted by place, so that one piece of code moves digests of any width. INVARIANT: every place is a digest's.
      func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
        for word in 0..<width {
          let (one, other) = (unsorted[Int(left) * width + word], unsorted[Int(right) * width + word])
          if one != other { return one < other }
        }
        return false
      }
      var order = (0..<UInt32(unsorted.count / width)).map { $0 }
      order.sort(by: precedes)
      var repeats = 0
      for place in order.indices.dropFirst() where !precedes(order[place - 1], order[place]) { repeats += 1 }
      var words: [UInt64] = []
      words.reserveCapacity((order.count - repeats) * width)
      for place in order.indices where place == 0 || precedes(order[place - 1], order[place]) {
        let start = Int(order[place]) * width
        words.append(contentsOf: unsorted[start..<start + width])
      }
      return words
    }
  }

  /// - Parameter digest: `width` words.
  func contains(_ digest: [UInt64]) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      // INVARIANT: `middle` is below `count`.
      let candidate = words[middle * width..<(middle + 1) * width]
      if candidate.elementsEqual(digest) { return true }
      if candidate.lexicographicallyPrecedes(digest) { low = middle + 1 } else { high = middle }
    }
    return false
  }
}

/// Finds the words that a misspelt one may stand for: two words are near one another if they become equal by leaving
/// out few letters of each (Mor and Fraenkel, 1982; Garbe's symmetric delete).
///
/// Only the beginnings of words are indexed: near words have near beginnings.
struct DeletionIndex: Sendable {
  struct Word {
    /// The letters, each run once.
    var letters: [UInt32]
    /// How many may be wrong.
    var edits: Int
  }

  private static let indexedLength = 10
  /// Shorter words of a text are not looked up with two letters left out: what remains says too little.
  private static let minimumLengthForTwo = 6

  private struct Entry {
    var hash: UInt64
    var word: Int32
    var length: UInt16
    var edits: UInt16
  }

  /// In ascending order of their hashes.
  private let entries: [Entry]
  /// For each beginning of a hash, where its entries begin.
  private let directory: [Int32]
  private let shift: UInt64

  init(_ words: [Word]) {
    var entries: [Entry] = []
    for (number, word) in words.enumerated() where word.edits > 0 && word.letters.count > 1 {
      Self.forEachDeletion(of: word.letters, edits: word.edits) { hash in
        entries.append(
          Entry(
            hash: hash, word: Int32(truncatingIfNeeded: number), length: UInt16(clamping: word.letters.count),
            edits: UInt16(word.edits)))
      }
    }
    entries.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
    var bits: UInt64 = 4
    while 1 << bits < entries.count * 2, bits < 24 { bits += 1 }
    let shift = 64 - bits
    var directory = [Int32](repeating: 0, count: 1 << Int(bits) + 1)
    var entry = 0
    for bucket in directory.indices {
      while entry < entries.count, entries[entry].hash >> shift < UInt64(bucket) { entry += 1 }
      directory[bucket] = Int32(truncatingIfNeeded: entry)
    }
    self.entries = entries
    self.directory = directory
    self.shift = shift
  }

  /// Adds the numbers of the words that a text's word, each run once, may stand for.
  func find(_ letters: [UInt32], _ found: inout [Int]) {
    guard letters.count > 1, !entries.isEmpty else { return }
    let first = found.count
    Self.forEachDeletion(of: letters, edits: letters.count >= Self.minimumLengthForTwo ? 2 : 1) { hash in
      let bucket = Int(hash >> shift)
      var index = Int(directory[bucket])
      let end = Int(directory[bucket + 1])
      while index < end {
        let entry = entries[index]
        index += 1
        guard entry.hash == hash, abs(Int(entry.length) - letters.count) <= Int(entry.edits) else { continue }
        let word = Int(entry.word)
        if !found[first...].contains(word) { found.append(word) }
      }
    }
  }

  /// The hash of a word's beginning, and of what remains of it with so many letters left out.
  private static func forEachDeletion(of letters: [UInt32], edits: Int, _ body: (UInt64) -> Void) {
    let count = min(letters.count, indexedLength)
    body(hash(letters, count, count, count))
    for first in 0..<count {
      body(hash(letters, count, first, count))
      guard edits > 1 else { continue }
      for second in first + 1..<max(count, first + 1) { body(hash(letters, count, first, second)) }
    }
  }

  private static func hash(_ letters: [UInt32], _ count: Int, _ first: Int, _ second: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<count where index != first && index != second {
      hash = (hash ^ UInt64(letters[index])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}

internal import Crypto
package import Foundation

/// Lists that are kept in a form of Gavel's own, from which they are read again in a moment.
///
/// A file is a heading, a block of sorted digests for each algorithm, and the SHA-256 of all of that: one that is not
/// what was written is not used.
extension KnownImageList {
  /// Writes it to a file that is not there yet. Blocks.
  package func keep(in file: URL) throws(KnownImageListError) {
    let handle = try PackedKnownImages.make(file)
    defer { try? handle.close() }
    var hasher = SHA256()
    try PackedKnownImages.write([PackedKnownImages.heading], to: handle) { hasher.update(bufferPointer: $0) }
    for algorithm in KnownImageAlgorithm.allCases {
      let words = table(of: algorithm).words
      let head = PackedKnownImages.head(of: algorithm, words: words.count)
      try PackedKnownImages.write([head], to: handle) { hasher.update(bufferPointer: $0) }
      try PackedKnownImages.write(words, to: handle) { hasher.update(bufferPointer: $0) }
    }
    do {
      try handle.write(contentsOf: Data(hasher.finalize()))
    } catch {
      throw KnownImageListError(.unwritable, "the list cannot be written")
    }
  }

  /// Reads what was kept. Blocks.
  ///
  /// - Parameter counts: what is remembered of it beside the file.
  /// - Throws: where the file is not what was kept.
  package init(kept file: URL, name: String, distance: Int, counts: Counts) throws(KnownImageListError) {
    guard let handle = try? FileHandle(forReadingFrom: file) else {
      throw KnownImageListError(.unreadable, "the list's file cannot be opened")
    }
    defer { try? handle.close() }
    var hasher = SHA256()
    var heading: [UInt64] = []
    try PackedKnownImages.read(1, from: handle, into: &heading) { hasher.update(data: $0) }
    guard heading == [PackedKnownImages.heading] else {
      throw KnownImageListError(.unreadable, "the list's file is of another form")
    }
    var tables: [KnownImageAlgorithm: DigestTable] = [:]
    for algorithm in KnownImageAlgorithm.allCases {
      var head: [UInt64] = []
      try PackedKnownImages.read(1, from: handle, into: &head) { hasher.update(data: $0) }
      // As many as are known of: nothing is held for what a file says by itself.
      let count = counts.entries[algorithm, default: 0] * algorithm.words
      guard head == [PackedKnownImages.head(of: algorithm, words: count)] else {
        throw KnownImageListError(.unreadable, "the list's file is not the one that was kept")
      }
      var words: [UInt64] = []
      words.reserveCapacity(count)
      try PackedKnownImages.read(count, from: handle, into: &words) { hasher.update(data: $0) }
      tables[algorithm] = DigestTable(width: algorithm.words, sorted: words)
    }
    guard let seal = try? handle.read(upToCount: 33), seal == Data(hasher.finalize()) else {
      throw KnownImageListError(.unreadable, "the list's file is not the one that was kept")
    }
    self.init(name: name, distance: distance, tables: tables, counts: counts)
  }
}

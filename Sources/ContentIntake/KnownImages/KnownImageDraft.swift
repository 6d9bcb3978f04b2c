internal import Crypto
package import Foundation
internal import Synchronization

/// A list whose file is still coming: read as it comes, its entries put on the disk, so that a slow sender holds no
/// memory.
///
/// Everything blocks but `memoryBytes`; nothing is for two at once.
package final class KnownImageDraft: Sendable {
  private struct State {
    var reader: KnownImageListReader
    var hasher = SHA256()
    var file: FileHandle
  }

  private let file: URL
  private let state: Mutex<State>

  /// - Parameter file: where the entries go for the time; it must not be there, and is its maker's to remove.
  package init(
    file: URL, limits: KnownImageListLimits = KnownImageListLimits()
  ) throws(KnownImageListError) {
    self.file = file
    state = Mutex(State(reader: KnownImageListReader(limits: limits), file: try PackedKnownImages.make(file)))
  }

  /// Reads the next piece of the file.
  package func take(_ piece: [UInt8]) throws(KnownImageListError) {
    try state.withLock { (state) throws(KnownImageListError) in
      try state.reader.read(piece)
      state.hasher.update(data: piece)
      try Self.putAside(&state)
    }
  }

  /// Bytes of memory that the list would take with what was read of it so far, if nothing came twice.
  package var memoryBytes: Int { KnownImageList.memoryBytes(of: state.withLock { $0.reader.tally.matched }) }

  /// The list, once its whole file was read.
  ///
  /// - Returns: also the SHA-256 of the file's bytes.
  package func finish(
    name: String, distance: Int
  ) throws(KnownImageListError) -> (list: KnownImageList, fileHash: Data) {
    try state.withLock { (state) throws(KnownImageListError) in
      try state.reader.finish()
      try Self.putAside(&state)
      let fileHash = Data(state.hasher.finalize())
      do { try state.file.close() } catch { throw KnownImageListError(.unwritable, "the list cannot be written") }
      var tables: [KnownImageAlgorithm: DigestTable] = [:]
      for algorithm in KnownImageAlgorithm.allCases {
        // One algorithm after the other, so that no more than one is held twice.
        tables[algorithm] = DigestTable(
          width: algorithm.words, unsorted: try words(of: algorithm, count: state.reader.tally.matched[algorithm] ?? 0))
      }
      return (KnownImageList(name: name, distance: distance, tables: tables, tally: state.reader.tally), fileHash)
    }
  }

  private static func putAside(_ state: inout State) throws(KnownImageListError) {
    for algorithm in KnownImageAlgorithm.allCases {
      let words = state.reader.take(algorithm)
      guard !words.isEmpty else { continue }
      try PackedKnownImages.write(
        [PackedKnownImages.head(of: algorithm, words: words.count)] + words, to: state.file)
    }
  }

  /// All digests of an algorithm that were put aside.
  private func words(of algorithm: KnownImageAlgorithm, count: Int) throws(KnownImageListError) -> [UInt64] {
    guard count > 0 else { return [] }
    guard let handle = try? FileHandle(forReadingFrom: file) else {
      throw KnownImageListError(.unreadable, "what was read of the list is gone")
    }
    defer { try? handle.close() }
    var words: [UInt64] = []
    words.reserveCapacity(count * algorithm.words)
    while words.count < count * algorithm.words {
      var head: [UInt64] = []
      try PackedKnownImages.read(1, from: handle, into: &head)
      guard let block = head.first.flatMap(PackedKnownImages.block) else {
        throw KnownImageListError(.unreadable, "what was read of the list is not whole")
      }
      if block.algorithm == algorithm {
        try PackedKnownImages.read(block.words, from: handle, into: &words)
      } else {
        guard let place = try? handle.offset(),
          (try? handle.seek(toOffset: place + UInt64(block.words * PackedKnownImages.wordBytes))) != nil
        else { throw KnownImageListError(.unreadable, "what was read of the list is not whole") }
      }
    }
    return words
  }
}

internal import Foundation

/// Digests in a file of Gavel's own: blocks of words of 64 bits, each of one algorithm's digests, as a table has them.
///
/// A block begins with a word that says how many follow, in its higher 56 bits, and of which algorithm, in its lowest
/// eight. The words are in the order of the machine's own bytes: a file is read where it was written.
enum PackedKnownImages {
  /// How a list that is kept begins: its form, and the form's version.
  static let heading = UInt64(0x4741_5645_4c4b_4901)
  static let wordBytes = MemoryLayout<UInt64>.size
  /// Bytes that are written or read at once.
  static let pieceBytes = 1 << 20

  private static let algorithms: [(code: UInt64, algorithm: KnownImageAlgorithm)] = [
    (1, .md5), (2, .sha1), (3, .sha256), (4, .pdq),
  ]

  /// The word that a block begins with.
  static func head(of algorithm: KnownImageAlgorithm, words count: Int) -> UInt64 {
    let code = algorithms.first { $0.algorithm == algorithm }?.code ?? 0
    return UInt64(count) << 8 | code
  }

  /// What such a word says; nil where it is none, or its block has no whole digests.
  static func block(headedBy head: UInt64) -> (algorithm: KnownImageAlgorithm, words: Int)? {
    guard let algorithm = algorithms.first(where: { $0.code == head & 255 })?.algorithm else { return nil }
    let count = Int(head >> 8)
    return count % algorithm.words == 0 ? (algorithm, count) : nil
  }

  /// Writes words, piece by piece.
  ///
  /// - Parameter note: is told of each piece too.
  static func write(
    _ words: [UInt64], to handle: FileHandle, note: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(KnownImageListError) {
    do {
      try words.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
          let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(pieceBytes))
          note(piece)
          try handle.write(contentsOf: Data(piece))
          rest = rest.dropFirst(pieceBytes)
        }
      }
    } catch {
      throw KnownImageListError(.unwritable, "the list cannot be written")
    }
  }

  /// Appends the next words of a file to others.
  ///
  /// - Parameter note: is told of each piece too.
  /// - Throws: where the file has fewer.
  static func read(
    _ count: Int, from handle: FileHandle, into words: inout [UInt64], note: (Data) -> Void = { _ in }
  ) throws(KnownImageListError) {
    var rest = count * wordBytes
    while rest > 0 {
      guard let piece = try? handle.read(upToCount: min(rest, pieceBytes)), piece.count == min(rest, pieceBytes) else {
        throw KnownImageListError(.unreadable, "the list is not whole")
      }
      note(piece)
      let part = piece.count / wordBytes
      words.append(
        contentsOf: [UInt64](unsafeUninitializedCapacity: part) { buffer, initialized in
          piece.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
          initialized = part
        })
      rest -= piece.count
    }
  }

  /// Makes a file that was not there, for its owner's eyes alone.
  static func make(_ file: URL) throws(KnownImageListError) -> FileHandle {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw KnownImageListError(.unwritable, "the list's file cannot be made") }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}

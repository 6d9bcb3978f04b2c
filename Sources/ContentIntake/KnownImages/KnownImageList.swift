package import Foundation

/// A list of images that are known: by digests of their files, by hashes of what they look like.
///
/// Nothing of a list can be seen from outside but whether an image is on it.
package struct KnownImageList: Sendable {
  /// What a list holds and what became of the rest of its file.
  package struct Counts: Sendable, Hashable {
    /// Digests and hashes that are matched, each counted once.
    package var entries: [KnownImageAlgorithm: Int] = [:]
    /// Those that came again.
    package var repeated = 0
    /// Perceptual hashes of pictures that show too little: not matched.
    package var lowQuality = 0
    /// Digests of kinds that are not matched.
    package var otherKinds = 0

    package init(
      entries: [KnownImageAlgorithm: Int] = [:], repeated: Int = 0, lowQuality: Int = 0, otherKinds: Int = 0
    ) {
      self.entries = entries
      self.repeated = repeated
      self.lowQuality = lowQuality
      self.otherKinds = otherKinds
    }
  }

  /// The distance within which two hashes are of the same picture, as the reference implementation advises.
  package static let usualDistance = 31
  package static let largestDistance = PerceptualIndex.largestDistance

  package let name: String
  package let counts: Counts
  /// The largest distance of a match.
  package let distance: Int
  private let exact: [KnownImageAlgorithm: DigestTable]
  private let perceptual: PerceptualIndex

  /// Reads a list's file; docs/known-images.md has its form.
  ///
  /// - Parameters:
  ///   - name: told with each match.
  ///   - distance: 0 to `largestDistance`.
  package static func load(
    _ file: URL, name: String, distance: Int = usualDistance, limits: KnownImageListLimits = KnownImageListLimits()
  ) throws(KnownImageListError) -> KnownImageList {
    var reader = KnownImageListReader(limits: limits)
    let handle = try open(file)
    defer { try? handle.close() }
    while let chunk = try read(handle) { try reader.read(chunk) }
    try reader.finish()
    return KnownImageList(name: name, distance: distance, tally: reader.tally)
  }

  init(name: String, distance: Int, tally: consuming KnownImageTally) {
    var tables: [KnownImageAlgorithm: DigestTable] = [:]
    for algorithm in KnownImageAlgorithm.allCases {
      tables[algorithm] = DigestTable(width: algorithm.words, unsorted: tally.take(algorithm))
    }
    self.init(name: name, distance: distance, tables: tables, tally: tally)
  }

  /// - Parameters:
  ///   - tables: with what the tally handed over.
  ///   - tally: says what became of the rest.
  init(name: String, distance: Int, tables: [KnownImageAlgorithm: DigestTable], tally: KnownImageTally) {
    var counts = Counts(
      entries: tables.mapValues(\.count).filter { $0.value > 0 }, lowQuality: tally.lowQuality,
      otherKinds: tally.otherKinds)
    counts.repeated = tally.entries - tally.lowQuality - counts.entries.values.reduce(0, +)
    self.init(name: name, distance: distance, tables: tables, counts: counts)
  }

  /// - Parameter counts: those of the tables, and what is remembered of the rest.
  init(name: String, distance: Int, tables: [KnownImageAlgorithm: DigestTable], counts: Counts) {
    precondition((0...Self.largestDistance).contains(distance), "hashes match within a distance of 0 to 63")
    self.name = name
    self.distance = distance
    self.counts = counts
    var tables = tables
    perceptual = PerceptualIndex(tables.removeValue(forKey: .pdq) ?? DigestTable(width: 4, unsorted: []))
    exact = tables
  }

  /// Bytes of memory that a list of so many entries takes.
  package static func memoryBytes(of entries: [KnownImageAlgorithm: Int]) -> Int {
    entries.reduce(0) { bytes, entry in
      let (algorithm, count) = entry
      let index = algorithm == .pdq ? PerceptualIndex.memoryBytes(of: count) : 0
      return bytes + count * algorithm.words * MemoryLayout<UInt64>.size + index
    }
  }

  /// Bytes of memory that it takes.
  package var memoryBytes: Int { Self.memoryBytes(of: counts.entries) }

  /// The table of an algorithm's digests.
  func table(of algorithm: KnownImageAlgorithm) -> DigestTable {
    let kept = algorithm == .pdq ? perceptual.hashes : exact[algorithm]
    return kept ?? DigestTable(width: algorithm.words, sorted: [])
  }

  /// How an image is on the list: by an exact digest where there is one, else by the nearest hash.
  ///
  /// - Returns: nil where it is not.
  package func match(_ image: KnownImageIdentity) -> KnownImageMatch? {
    for (algorithm, words) in image.digests where exact[algorithm]?.contains(words) == true {
      return KnownImageMatch(list: name, algorithm: algorithm, distance: 0)
    }
    let nearest = image.hashes.compactMap { perceptual.nearest(to: $0, within: distance) }.min()
    return nearest.map { KnownImageMatch(list: name, algorithm: .pdq, distance: $0) }
  }

  private static func open(_ file: URL) throws(KnownImageListError) -> FileHandle {
    // Of a pipe or a device there may be no end, or no beginning.
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.resolvingSymlinksInPath().path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else {
      throw KnownImageListError(.unreadable, "there is no file")
    }
    do {
      return try FileHandle(forReadingFrom: file)
    } catch {
      throw KnownImageListError(.unreadable, "the file cannot be opened")
    }
  }

  /// - Returns: nil at the end.
  private static func read(_ handle: FileHandle) throws(KnownImageListError) -> [UInt8]? {
    do {
      guard let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty else { return nil }
      return [UInt8](chunk)
    } catch {
      throw KnownImageListError(.unreadable, "the file cannot be read")
    }
  }
}

/// The entries of a list as they are read, and what became of them.
struct KnownImageTally: Sendable {
  private let limit: Int
  /// Words of each algorithm's digests, one after the other.
  private var words: [KnownImageAlgorithm: [UInt64]] = [:]
  private(set) var entries = 0
  /// Of those, the ones that are matched, also where their words were handed over.
  private(set) var matched: [KnownImageAlgorithm: Int] = [:]
  private(set) var lowQuality = 0
  private(set) var otherKinds = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// - Parameter quality: of a perceptual hash, where the list has one; what is too low is left out.
  mutating func add(
    _ digits: ArraySlice<UInt8>, of algorithm: KnownImageAlgorithm, quality: Int? = nil, line: Int
  ) throws(KnownImageListError) {
    guard digits.count == algorithm.hexDigits else {
      throw KnownImageListError(
        .malformed, "`\(algorithm.rawValue)` has \(algorithm.hexDigits) hex digits, not \(digits.count)", line: line)
    }
    guard entries < limit else {
      throw KnownImageListError(.tooLarge, "a list has at most \(limit) entries", line: line)
    }
    if let quality, !(0...100).contains(quality) {
      throw KnownImageListError(.malformed, "a quality is a number from 0 to 100", line: line)
    }
    guard digits.allSatisfy(HexDigits.isDigit) else {
      throw KnownImageListError(.malformed, "`\(algorithm.rawValue)` has hex digits only", line: line)
    }
    entries += 1
    if let quality, algorithm == .pdq, quality < KnownImageIdentity.lowestQuality {
      lowQuality += 1
      return
    }
    matched[algorithm, default: 0] += 1
    _ = HexDigits.append(digits, to: &words[algorithm, default: []])
  }

  /// Hands over an algorithm's words so far, and keeps none: two copies of a list are not held for longer than they must
  /// be.
  mutating func take(_ algorithm: KnownImageAlgorithm) -> [UInt64] {
    words.removeValue(forKey: algorithm) ?? []
  }

  /// Counts a digest of a kind that is not matched.
  mutating func skip() {
    otherKinds += 1
  }
}

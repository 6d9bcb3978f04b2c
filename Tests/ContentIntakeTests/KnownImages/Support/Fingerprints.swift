@testable import ContentIntake

extension TestPicture {
  var fingerprint: PerceptualFingerprint { PerceptualFingerprint(rgb: rgb, width: width, height: height) }
}

extension PerceptualHash {
  static func random(by generator: inout some RandomNumberGenerator) -> PerceptualHash {
    PerceptualHash(
      word0: generator.next(), word1: generator.next(), word2: generator.next(), word3: generator.next())
  }

  var words: [UInt64] { [word0, word1, word2, word3] }

  /// With some bits changed: bit 0 is the lowest of the first word, bit 255 the highest of the last.
  func changing(bits: some Sequence<Int>) -> PerceptualHash {
    var words = words
    for bit in bits { words[bit / 64] ^= 1 << UInt64(bit % 64) }
    return PerceptualHash(word0: words[0], word1: words[1], word2: words[2], word3: words[3])
  }
}

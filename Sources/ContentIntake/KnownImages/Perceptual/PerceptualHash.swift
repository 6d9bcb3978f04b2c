/// A PDQ hash: 256 bits, of which two pictures that look alike share nearly all.
///
/// A bit stands for one low frequency of the picture and is set where its part in the picture is above the median. The
/// algorithm is that of "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm" (Facebook, 2019).
package struct PerceptualHash: Sendable, Hashable {
  static let bits = 256

  /// The bits as 64 hex digits give them, first digits first: bit `n` of the hash is bit `n % 64` of `word3` for `n`
  /// below 64, of `word2` below 128, and so on.
  let word0, word1, word2, word3: UInt64

  init(word0: UInt64, word1: UInt64, word2: UInt64, word3: UInt64) {
    self.word0 = word0
    self.word1 = word1
    self.word2 = word2
    self.word3 = word3
  }

  /// All bits clear: what stands for a picture too small to have a hash.
  static let zero = PerceptualHash(word0: 0, word1: 0, word2: 0, word3: 0)

  /// - Parameter hex: 64 hex digits in either case, as the reference implementation prints them.
  package init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 64, let words = HexDigits.words(of: digits[...]) else { return nil }
    self.init(word0: words[0], word1: words[1], word2: words[2], word3: words[3])
  }

  /// 64 hex digits in lower case.
  package var hex: String {
    HexDigits.text(of: word0) + HexDigits.text(of: word1) + HexDigits.text(of: word2) + HexDigits.text(of: word3)
  }

  /// In how many of the 256 bits two hashes differ. Pictures that have nothing to do with each other are at 128 or so.
  package func distance(to other: PerceptualHash) -> Int {
    Self.setBits(word0 ^ other.word0, word1 ^ other.word1, word2 ^ other.word2, word3 ^ other.word3)
  }

  /// How many bits of four words are set.
  ///
  /// The words are added up bit by bit first, so that three words need to be counted and not four: a machine whose
  /// instruction for it may not be used takes a dozen steps for each.
  @inline(__always)
  static func setBits(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> Int {
    let pair = a ^ b
    let triple = pair ^ c
    let carry = (a & b) | (pair & c)
    return (triple ^ d).nonzeroBitCount + 2 * (carry.nonzeroBitCount + (triple & d).nonzeroBitCount)
  }
}

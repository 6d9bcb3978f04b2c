internal import Crypto

/// What an image is looked up by: made once, whatever the number of lists.
package struct KnownImageIdentity: Sendable {
  /// The lowest quality of a picture whose hash is compared with others, as the reference implementation advises.
  package static let lowestQuality = 50

  /// Words of 64 bits of each exact digest, as `DigestTable` holds them.
  let digests: [(algorithm: KnownImageAlgorithm, words: [UInt64])]
  /// None where the picture shows too little, or was not decoded.
  let hashes: [PerceptualHash]

  /// - Parameters:
  ///   - file: the image's bytes as they came.
  ///   - fingerprints: of the decoded pictures, of which a moving image has several; without one only the bytes are
  ///     looked up.
  package init(file: UnsafeRawBufferPointer, fingerprints: [PerceptualFingerprint]) {
    self.init(file: file, hashes: fingerprints.filter { $0.quality >= Self.lowestQuality }.map(\.hash))
  }

  /// - Parameter hashes: of pictures that show enough.
  package init(file: UnsafeRawBufferPointer, hashes: [PerceptualHash]) {
    digests = [
      (.sha256, Self.words(of: Self.digest(of: file, by: SHA256.self))),
      (.sha1, Self.words(of: Self.digest(of: file, by: Insecure.SHA1.self))),
      (.md5, Self.words(of: Self.digest(of: file, by: Insecure.MD5.self))),
    ]
    self.hashes = hashes
  }

  private static func digest<Hash: HashFunction>(of file: UnsafeRawBufferPointer, by: Hash.Type) -> Hash.Digest {
    var hasher = Hash()
    hasher.update(bufferPointer: file)
    return hasher.finalize()
  }

  private static func words(of digest: some Sequence<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    var length = 0
    for byte in digest {
      if length % 8 == 0 { words.append(0) }
      words[length / 8] |= UInt64(byte) << UInt64(56 - 8 * (length % 8))
      length += 1
    }
    return words
  }
}

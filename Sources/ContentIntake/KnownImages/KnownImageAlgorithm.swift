/// How an image of a list is known again.
package enum KnownImageAlgorithm: String, Sendable, Hashable, CaseIterable {
  // By the file's bytes, to the last bit.
  case md5
  case sha1
  case sha256
  /// By what the picture looks like: `PerceptualHash`.
  case pdq

  /// Hex digits of a digest or hash.
  package var hexDigits: Int {
    switch self {
    case .md5: 32
    case .sha1: 40
    case .sha256, .pdq: 64
    }
  }

  /// Words of 64 bits that hold those digits, the last one filled up with zeros.
  var words: Int { (hexDigits + 15) / 16 }

  /// - Parameter name: in any case, with or without hyphens, underscores and `HASH` in front: `SHA-256`, `HASH_PDQ`.
  init?(name: some Sequence<UInt8>) {
    let letters = ListFields.plainName(name)
    self.init(rawValue: letters.hasPrefix("hash") ? String(letters.dropFirst(4)) : letters)
  }
}

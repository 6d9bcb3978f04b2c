/// Something that encodes a few sequences at once and blocks while it does: owned by one thread.
protocol BatchEncoder {
  /// - Parameters:
  ///   - sequences: tokens, special ones included; none empty.
  ///   - length: what they are padded to; none is longer.
  /// - Returns: for each its mean over its own tokens, of length 1.
  func encode(_ sequences: [[Int32]], paddedTo length: Int) throws(EmbeddedModelError) -> [Embedding]
}

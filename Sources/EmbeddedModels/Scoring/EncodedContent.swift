/// A content as all signals see it: encoded once, whatever is asked of it.
struct EncodedContent: Sendable {
  struct Window: Sendable {
    /// UTF-8 offsets in the text.
    var place: Range<Int>
    /// 0...1: how far the model knows the language it is in.
    var knowledge: Double
  }

  /// In the order of the text; of a long one not all are there.
  let windows: [Window]
  /// Of the same windows.
  let vectors: WindowVectors

  /// About how many bytes it takes to keep.
  var cost: Int { 256 + windows.count * MemoryLayout<Window>.stride + vectors.byteCount }
}

/// A content as all signals see it: encoded once, whatever is asked of it.
struct EncodedContent: Sendable {
  struct Window: Sendable {
    /// UTF-8 offsets in the text.
    var place: Range<Int>
    var embedding: Embedding
  }

  /// Neighbouring windows taken together: their mean, scaled to length 1.
  struct Span: Sendable {
    var windows: ClosedRange<Int>
    /// What the sum of the windows is to be multiplied with.
    var scale: Float
  }

  let windows: [Window]
  /// What a signal may show in: each two neighbours; of a single window, that one.
  let spans: [Span]
  /// The text as a whole; nil where it has no words.
  let whole: Span?
  /// The profanity prior's log odds.
  let profanity: Double

  /// - Parameter windows: in the order of the text, each with its number in it: of a long text not all are there.
  init(windows: [(number: Int, window: Window)], profanity: Double) {
    self.windows = windows.map(\.window)
    self.profanity = profanity
    let kept = self.windows
    var spans: [Span] = []
    for last in kept.indices.dropFirst() where windows[last].number == windows[last - 1].number + 1 {
      spans.append(Self.span(of: kept, last - 1...last))
    }
    if kept.count == 1 { spans.append(Self.span(of: kept, 0...0)) }
    self.spans = spans
    whole = kept.isEmpty ? nil : Self.span(of: kept, 0...kept.count - 1)
  }

  /// About how many bytes it takes to keep.
  var cost: Int { windows.reduce(256) { $0 + 64 + $1.embedding.values.count * MemoryLayout<Float>.size } }

  private static func span(of windows: [Window], _ range: ClosedRange<Int>) -> Span {
    var sum = windows[range.lowerBound].embedding
    for window in windows[range].dropFirst() { sum.add(window.embedding) }
    let length = sum.length
    return Span(windows: range, scale: length > 0 ? 1 / length : 0)
  }
}

extension EncodedContent {
  /// A phrase's product with each window; those with spans are sums of these.
  func products(with phrase: PreparedPhrase) -> [Float] { windows.map { $0.embedding.dot(phrase.direction) } }

  /// A phrase's raw value on a span.
  ///
  /// - Parameter products: the phrase's, with each window.
  func value(of phrase: PreparedPhrase, on span: Span, _ products: [Float]) -> Double {
    phrase.value(product: products[span.windows].reduce(0, +) * span.scale, profanity: profanity)
  }
}

package import SignalScoring

/// What a content cost in tokens: `billed` is `input` times the policy's multiplier, rounded up.
package struct TokenUsage: Sendable, Hashable {
  package var input: Int32
  package var multiplier: Float

  package init(input: Int, multiplier: Float) {
    self.input = Int32(clamping: input)
    self.multiplier = multiplier
  }

  package var billed: Int32 {
    let billed = (Double(input) * Double(multiplier)).rounded(.up)
    return billed < Double(Int32.max) ? Int32(billed) : Int32.max
  }
}

/// Counts a content's tokens: a text's by the embedded model's tokenizer where it is installed, an image's by its size.
package struct TokenCounter: Sendable {
  /// An image larger than this on a side counts as if it were reduced to it.
  private static let longestSide = 1024.0
  /// One token for each square of so many pixels a side.
  private static let square = 32.0

  private let count: @Sendable (String) -> Int

  /// - Parameter count: the tokens of a text.
  package init(count: @escaping @Sendable (String) -> Int) {
    self.count = count
  }

  package func count(_ content: Content) -> Int {
    switch content {
    case .text(let text): return count(text.text)
    case .image(let image):
      let (width, height) = (Double(image.width), Double(image.height))
      let scale = min(1, Self.longestSide / max(width, height, 1))
      return Int((width * scale / Self.square).rounded(.up) * (height * scale / Self.square).rounded(.up))
    }
  }

  /// Without a tokenizer: a token for each four bytes, rounded up.
  package static let byLength = TokenCounter { ($0.utf8.count + 3) / 4 }
}

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

/// Counts a text's tokens: by the embedded model's tokenizer where it is installed.
package struct TokenCounter: Sendable {
  package var count: @Sendable (String) -> Int

  package init(count: @escaping @Sendable (String) -> Int) {
    self.count = count
  }

  /// Without a tokenizer: a token for each four bytes, rounded up.
  package static let byLength = TokenCounter { ($0.utf8.count + 3) / 4 }
}

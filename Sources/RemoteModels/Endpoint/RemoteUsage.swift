/// What a server says it was given and wrote, summed over its answers.
package struct RemoteUsage: Sendable, Hashable {
  /// Answers that were read, whether or not they could be used.
  package private(set) var answers = 0
  package private(set) var promptTokens = 0
  /// Of the prompts' tokens, those that the server had kept from before; 0 where it does not say.
  package private(set) var cachedTokens = 0
  package private(set) var completionTokens = 0

  package init() {}

  mutating func add(_ usage: ChatUsage?) {
    Self.add(1, to: &answers)
    Self.add(usage?.promptTokens, to: &promptTokens)
    Self.add(usage?.details?.cachedTokens, to: &cachedTokens)
    Self.add(usage?.completionTokens, to: &completionTokens)
  }

  /// The numbers come from outside: one that is negative counts for nothing, and one that is absurd ends no process.
  private static func add(_ count: Int?, to total: inout Int) {
    let (sum, overflows) = total.addingReportingOverflow(max(count ?? 0, 0))
    total = overflows ? .max : sum
  }
}

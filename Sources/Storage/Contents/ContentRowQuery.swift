/// Which of an account's contents, or of a dataset's items, are meant.
package struct ContentRowQuery: Sendable, Hashable {
  /// Those with all of these; empty: any.
  package var labels: [String] = []
  /// The wire's ContentModality numbers; empty: any.
  package var modalities: [Int] = []
  /// Texts in which these words are, whatever the case of their letters; empty: any content.
  package var text = ""

  package init() {}
}

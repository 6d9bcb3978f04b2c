/// Puts a yes/no question as what is asked about, since texts are compared with what they may show: "Does the text
/// mention a dog?" as "a dog".
enum QuestionStatement {
  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "am", "be", "been", "do", "does", "did", "has", "have", "had", "can", "could", "will",
    "would", "shall", "should", "may", "might", "must",
  ]
  private static let determiners: Set<String> = ["the", "this", "that", "a", "an"]
  private static let fillers: Set<String> = ["it", "there", "this", "that"]
  /// What the question may call the content it is put to.
  private static let contents: Set<String> = [
    "text", "content", "message", "author", "writer", "post", "comment", "speaker", "image", "picture", "user",
  ]
  private static let mentioningPairs: Set<String> = ["talk about", "talking about", "refer to"]
  private static let mentioning: Set<String> = [
    "contain", "mention", "describe", "discuss", "include", "show", "depict", "express", "have", "about", "mentions",
    "mentioning", "describing", "showing", "containing",
  ]

  static func statement(of question: String) -> String {
    var text = question.lowercased()[...]
    while let last = text.last, last == "?" || last.isWhitespace { text.removeLast() }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let rest = asked(words[...])
    return (rest.isEmpty ? words[...] : rest).joined(separator: " ")
  }

  private static func asked(_ words: ArraySlice<String>) -> ArraySlice<String> {
    guard let first = words.first, auxiliaries.contains(first) else { return words }
    guard let named = withoutContent(words.dropFirst()) else { return words.dropFirst() }
    var rest = named
    if let verb = rest.first, verb == "is" || verb == "are" { rest = rest.dropFirst() }
    if mentioningPairs.contains(rest.prefix(2).joined(separator: " ")) { return rest.dropFirst(2) }
    if let verb = rest.first, mentioning.contains(verb) { return rest.dropFirst() }
    return rest
  }

  /// What follows the words for the content itself; nil where the question has other words there.
  private static func withoutContent(_ words: ArraySlice<String>) -> ArraySlice<String>? {
    guard let first = words.first else { return nil }
    let namesContent = words.dropFirst().first.map(contents.contains) ?? false
    if fillers.contains(first), !namesContent { return words.dropFirst() }
    if determiners.contains(first), namesContent { return words.dropFirst(2) }
    return contents.contains(first) ? words.dropFirst() : nil
  }
}

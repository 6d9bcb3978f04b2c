/// Questions that ask no more than whether something is to be seen.
enum ImageQuestion {
  private static let demonstratives: Set<String> = ["the", "this", "that", "these", "those"]
  private static let pronouns: Set<String> = ["it", "this", "that", "they", "these", "those"]
  private static let seers: Set<String> = ["you", "we", "i", "one"]
  private static let verbs: Set<String> = [
    "show", "shows", "contain", "contains", "depict", "depicts", "include", "includes", "feature", "features", "have",
    "display", "displays",
  ]
  private static let visible: Set<String> = [
    "visible", "shown", "present", "depicted", "pictured", "seen", "displayed",
  ]
  private static let places: Set<String> = ["here", "there", "anywhere", "somewhere"]

  /// What a question asks after: "is there a dog in the picture" after "a dog".
  ///
  /// - Parameters:
  ///   - question: with or without its question mark.
  ///   - media: words for an image.
  /// - Returns: nil of a question that asks for more.
  static func subject(of question: String, media: Set<String>) -> String? {
    var words = question.lowercased().trimming(" \t\n.?!\"'").split(whereSeparator: \.isWhitespace)
      .map(String.init)[...]
    let isVisible = dropEnd(of: &words, media)
    guard let verb = words.popFirst() else { return nil }
    switch verb {
    case "is", "are": return subject(ofBeing: words, media, isVisible: isVisible)
    case "does", "do", "can", "could": return subject(ofDoing: words, media)
    default: return nil
    }
  }

  /// "is …": there a dog; this a gun; this image of a cat; a knife, where the end said `visible`.
  private static func subject(ofBeing words: ArraySlice<String>, _ media: Set<String>, isVisible: Bool) -> String? {
    guard let first = words.first else { return nil }
    if first == "there" { return joined(words.dropFirst()) }
    if demonstratives.contains(first), let second = words.dropFirst().first, media.contains(second) {
      let rest = words.dropFirst(2)
      return joined(rest.first.map { ["of", "showing"].contains($0) } == true ? rest.dropFirst() : rest)
    }
    if pronouns.contains(first) { return joined(words.dropFirst()) }
    return isVisible ? joined(words) : nil
  }

  /// "does …": the image show a dog; it contain a gun; you see a cat.
  private static func subject(ofDoing words: ArraySlice<String>, _ media: Set<String>) -> String? {
    guard let first = words.first else { return nil }
    var rest = words.dropFirst()
    if seers.contains(first) { return rest.popFirst() == "see" ? joined(rest) : nil }
    if demonstratives.contains(first), let second = rest.first, media.contains(second) {
      rest.removeFirst()
    } else if !pronouns.contains(first) {
      return nil
    }
    return rest.popFirst().map(verbs.contains) == true ? joined(rest) : nil
  }

  /// Takes off what only says that it is to be seen here.
  ///
  /// - Returns: whether that was said.
  private static func dropEnd(of words: inout ArraySlice<String>, _ media: Set<String>) -> Bool {
    var isVisible = false
    // Something has to be left to ask after.
    while words.count > 2, let last = words.last {
      if visible.contains(last) || places.contains(last) {
        words.removeLast()
      } else if let count = lengthOfPlace(at: words, media) {
        words.removeLast(count)
      } else {
        break
      }
      isVisible = true
    }
    return isVisible
  }

  /// "in it", "in the picture", "on this photo"
  private static func lengthOfPlace(at words: ArraySlice<String>, _ media: Set<String>) -> Int? {
    let end = words.suffix(3)
    guard let last = end.last else { return nil }
    if end.count >= 2, ["in", "on"].contains(end[end.endIndex - 2]), pronouns.contains(last) || media.contains(last) {
      return 2
    }
    let isPlace =
      end.count == 3 && ["in", "on"].contains(end[end.startIndex])
      && demonstratives.contains(end[end.startIndex + 1]) && media.contains(last)
    return isPlace ? 3 : nil
  }

  private static func joined(_ words: ArraySlice<String>) -> String? {
    words.isEmpty ? nil : words.joined(separator: " ")
  }
}

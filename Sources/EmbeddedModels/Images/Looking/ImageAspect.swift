/// What can be found out about an image, each by a model of its own; the cheapest first, the user's own last.
enum ImageAspect: Int, Sendable, CaseIterable, Comparable {
  /// What the image as a whole is of: a probability for each of the classifier's classes.
  case classes
  /// Which things stand somewhere in it: for each of the detector's the score of its best box.
  case objects
  /// The probability that it shows nudity.
  case nudity
  /// What is written on it.
  case writing
  /// A vector that texts' vectors can be compared with, by a model of the user's own.
  case likeness

  static func < (lhs: ImageAspect, rhs: ImageAspect) -> Bool { lhs.rawValue < rhs.rawValue }
}

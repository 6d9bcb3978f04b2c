/// What can be found out about an image, each by a model of its own; the cheapest first.
enum ImageAspect: Int, Sendable, CaseIterable, Comparable {
  /// What the image as a whole is of: a probability for each of the classifier's classes.
  case classes
  /// Which things stand somewhere in it: for each of the detector's the score of its best box.
  case objects
  /// The probability that it shows nudity.
  case nudity
  /// What is written on it.
  case writing

  static func < (lhs: ImageAspect, rhs: ImageAspect) -> Bool { lhs.rawValue < rhs.rawValue }
}

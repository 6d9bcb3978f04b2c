internal import ContentIntake
internal import SignalScoring

/// Something that looks at images and blocks while it does: owned by one thread.
protocol ImageSession {
  /// - Returns: what is to be looked at: one picture, or some of a moving one; never none.
  func pictures(of image: ImageContent) throws(EmbeddedModelError) -> [Picture]

  func look(at picture: Picture, for aspect: ImageAspect) throws(EmbeddedModelError) -> ImageFinding
}

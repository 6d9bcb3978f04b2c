internal import SignalScoring

/// A caller that awaits what is to be found out about an image.
struct ImageCall: Sendable {
  let image: ImageContent
  let aspects: Set<ImageAspect>
  let continuation: CheckedContinuation<SeenImage, any Error>
}

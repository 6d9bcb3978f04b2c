/// What models have said of an image, whatever it was that they were asked for.
struct SeenImage: Sendable, Equatable {
  /// Of each aspect that was looked at: for each of the image's pictures, of which a moving one has several, what was
  /// found.
  private(set) var findings: [ImageAspect: [ImageFinding]] = [:]
  /// Why an aspect could not be looked at.
  private(set) var failures: [ImageAspect: EmbeddedModelError] = [:]

  /// Those of them that nothing is known of yet.
  func missing(of aspects: Set<ImageAspect>) -> Set<ImageAspect> {
    aspects.filter { findings[$0] == nil && failures[$0] == nil }
  }

  mutating func record(_ outcome: Result<[ImageFinding], EmbeddedModelError>, of aspect: ImageAspect) {
    switch outcome {
    case .success(let found): findings[aspect] = found
    case .failure(let error): failures[aspect] = error
    }
  }

  /// What the models said that were not asked the last time.
  func adding(_ other: SeenImage) -> SeenImage {
    var sum = self
    sum.findings.merge(other.findings) { $1 }
    sum.failures.merge(other.failures) { $1 }
    return sum
  }

  /// What is worth keeping: another time, what failed may not.
  var lasting: SeenImage {
    var lasting = self
    lasting.failures = [:]
    return lasting
  }

  /// About how many bytes it takes to keep.
  var cost: Int { findings.values.joined().reduce(256) { $0 + 64 + $1.byteCount } }
}

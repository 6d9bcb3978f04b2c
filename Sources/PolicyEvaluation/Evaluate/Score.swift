/// What is known of a score: an interval within 0...1. A point where it is known; `unknown` before it was scored, or
/// when its scorer failed.
public struct Score: Sendable, Hashable {
  public var lower: Double
  public var upper: Double

  @inlinable
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// A known score, clamped to 0...1; not a number is `unknown`.
  @inlinable
  public init(_ value: Double) {
    if value.isNaN {
      self = .unknown
    } else {
      let clamped = min(max(value, 0), 1)
      self.init(lower: clamped, upper: clamped)
    }
  }

  public static let unknown = Score(lower: 0, upper: 1)
  public static let zero = Score(lower: 0, upper: 0)
  public static let one = Score(lower: 1, upper: 1)

  /// The score, where it is known.
  @inlinable
  public var value: Double? { lower == upper ? lower : nil }
}

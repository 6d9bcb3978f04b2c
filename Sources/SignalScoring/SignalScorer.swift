public import PolicyEvaluation

/// Something that scores features: a matcher, a model in the process, a model elsewhere.
public protocol SignalScorer: Sendable {
  /// What answers, and which version of it: part of every cache key, so that another model never reads its scores.
  var version: String { get }

  /// The same as reports have it: it names no machine and holds no secret. `version` unless a scorer says otherwise.
  var name: String { get }

  /// How much one feature of this kind costs it; nil where it cannot score the kind at all.
  func cost(of kind: Feature.Kind) -> ScoringCost?

  /// Does all that depends on the features alone, once per policy version.
  ///
  /// - Parameter features: features of kinds that it has a cost for.
  /// - Throws: `ScoringError` where the scorer cannot work at all.
  func prepare(_ features: [Feature]) async throws -> any PreparedSignals
}

extension SignalScorer {
  public var name: String { version }
}

/// A policy version's features, ready to be scored against any content by the scorer that prepared them.
public protocol PreparedSignals: Sendable {
  /// Scores all the prepared features on one content, in the order they were prepared.
  ///
  /// A failure concerns one feature; the call as a whole does not throw but for cancellation.
  func score(_ content: Content) async throws(CancellationError) -> [SignalResult]
}

extension PreparedSignals {
  public func score(_ text: TextContent) async throws(CancellationError) -> [SignalResult] {
    try await score(.text(text))
  }
}

public enum SignalResult: Sendable {
  /// 0...1: the probability that the content shows the signal.
  ///
  /// - by: the name of the scorer that answered in place of the one that was asked; nil where that one did. Such a score
  ///   is not kept: what was asked for is another's.
  case scored(Double, evidence: Evidence? = nil, by: String? = nil)
  case failed(ScoringError)
}

/// Why a feature scored as it did.
public struct Evidence: Sendable, Hashable {
  /// Stretches of a text, as UTF-8 offsets; in order; at most `maximumSpans`.
  public var spans: [Range<Int>]
  /// What was found, in words, where the content has no places to point at: on an image, the things and the writing.
  public var finding: String?

  public static let maximumSpans = 16

  public init(spans: [Range<Int>] = [], finding: String? = nil) {
    self.spans = spans
    self.finding = finding
  }
}

/// What a feature costs to score, cheapest first: the plan scores in this order.
public enum ScoringCost: Int, Sendable, Comparable {
  /// Microseconds: a search of the text.
  case matching
  /// Milliseconds: a model in the process.
  case embedded
  /// Longer: a model elsewhere.
  case remote

  public static func < (lhs: ScoringCost, rhs: ScoringCost) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// Why a feature could not be scored. Its message is for the policy's author: lower case, no final period, no content.
public struct ScoringError: Error, Sendable, Hashable {
  public enum Code: Sendable, Hashable {
    /// No scorer of this server can answer the kind, or on a content like this.
    case unsupported
    /// The model's files are missing or do not load.
    case modelUnavailable
    /// More is waiting than the server takes on.
    case overloaded
    /// The model failed on this content.
    case inferenceFailed
  }

  public var code: Code
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

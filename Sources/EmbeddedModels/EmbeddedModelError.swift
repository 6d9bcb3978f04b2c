package import SignalScoring

/// What is amiss with the models of this process.
package struct EmbeddedModelError: Error, Sendable, Hashable {
  package enum Code: Sendable, Hashable {
    /// Files are not where they should be.
    case notInstalled
    /// They are there, and cannot be used.
    case unusable
    /// More is waiting than the pool takes on.
    case overloaded
    /// The pool has been stopped.
    case stopped
    /// The model failed on an input.
    case inferenceFailed
  }

  package var code: Code
  /// Lower case, no final period; names what is missing and what installs it.
  package var message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

extension EmbeddedModelError {
  /// What a policy's author is told: nothing of files or of what the runtime says.
  package var scoringError: ScoringError {
    switch code {
    case .notInstalled: ScoringError(.modelUnavailable, "the embedded models are not installed on this server")
    case .unusable: ScoringError(.modelUnavailable, "the embedded models of this server cannot be used")
    case .overloaded: ScoringError(.overloaded, "more texts are waiting for the embedded model than it takes on")
    case .stopped: ScoringError(.modelUnavailable, "the embedded model is shutting down")
    case .inferenceFailed: .encoderFailed
    }
  }
}

extension ScoringError {
  static let textOnly = ScoringError(.unsupported, "the embedded text model does not see images")
  static let encoderFailed = ScoringError(.inferenceFailed, "the embedded model failed on this text")
}

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
    /// An image cannot be decoded.
    case undecodable
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
    case .inferenceFailed, .undecodable: .encoderFailed
    }
  }

  /// The same where it is an image that was to be looked at.
  package var imageScoringError: ScoringError {
    switch code {
    case .notInstalled:
      ScoringError(.modelUnavailable, "the models that look at images are not installed on this server")
    case .unusable:
      ScoringError(.modelUnavailable, "the models of this server that look at images cannot be used")
    case .overloaded:
      ScoringError(.overloaded, "more images are waiting for the models that look at them than they take on")
    case .stopped: ScoringError(.modelUnavailable, "the models that look at images are shutting down")
    case .inferenceFailed: .sightFailed
    case .undecodable: ScoringError(.inferenceFailed, "the image cannot be decoded: \(message)")
    }
  }
}

extension ScoringError {
  static let textOnly = ScoringError(.unsupported, "the embedded text model does not see images")
  static let imageOnly = ScoringError(.unsupported, "the embedded models that look at images do not read texts")
  static let sightFailed = ScoringError(.inferenceFailed, "a model that looks at images failed on this one")
  static let encoderFailed = ScoringError(.inferenceFailed, "the embedded model failed on this text")
}

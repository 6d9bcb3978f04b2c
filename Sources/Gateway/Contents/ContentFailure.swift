internal import ContentIntake
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// Why one content of several is not kept.
struct ContentFailure: Error {
  var stage: Clavata_Gateway_V1_FailureStage
  /// A word for programs.
  var code: String
  var message: String

  static let invalid = "INVALID_ARGUMENT"
  static let limit = "LIMIT_REACHED"

  init(_ stage: Clavata_Gateway_V1_FailureStage, _ code: String, _ message: String) {
    self.stage = stage
    self.code = code
    self.message = message
  }

  init(_ error: ContentError) {
    switch error.code {
    case .missing: self.init(.contentProcessing, "MISSING_CONTENT", error.message)
    case .unsupported: self.init(.contentProcessing, "UNSUPPORTED_CONTENT", error.message)
    case .tooLarge: self.init(.contentProcessing, "TOO_LARGE", error.message)
    case .overloaded: self.init(.contentProcessing, "OVERLOADED", error.message)
    case .knownImage: self.init(.prechecks, "NCMEC", error.message)
    case .unsupportedImageFormat: self.init(.prechecks, "UNSUPPORTED_IMAGE_FORMAT", error.message)
    case .invalidImage: self.init(.prechecks, "INVALID_IMAGE", error.message)
    }
  }

  init(_ error: StoreError) {
    self.init(.database, Self.limit, error.message)
  }

  func wire(at index: Int) -> Clavata_Gateway_V1_FailedContent {
    .with {
      $0.originalIndex = Int32(clamping: index)
      $0.stage = stage
      $0.errorMessage = message
      $0.errorCode = code
    }
  }
}

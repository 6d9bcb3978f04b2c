internal import ContentIntake
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// The one place where the errors of the layers below become statuses.
extension GatewayError {
  package init(_ error: any Error) {
    switch error {
    case let error as GatewayError: self = error
    case is CancellationError: self.init(.cancelled, "the call was cancelled")
    case let error as StoreError: self.init(store: error)
    case let error as ContentErrors: self.init(contents: error)
    default: self.init(.internalError, "an internal error")
    }
  }

  /// The same, with the name that was taken where one was.
  init(_ error: any Error, name: String) {
    if let error = error as? StoreError, error.code == .alreadyExists {
      self.init(.alreadyExists, "the name `\(name)` is taken")
    } else {
      self.init(error)
    }
  }

  private init(store error: StoreError) {
    switch error.code {
    case .alreadyExists: self.init(.alreadyExists, error.message)
    case .notFound: self.init(.notFound, error.message)
    case .conflict: self.init(.failedPrecondition, error.message)
    case .overloaded: self.init(.resourceExhausted, "too much is waiting to be written; try again")
    case .unavailable: self.init(.unavailable, "the store cannot be reached; try again")
    }
  }

  /// An item that is flawed by itself is the caller's mistake; images that are refused are told one by one.
  private init(contents: ContentErrors) {
    for error in contents.errors {
      let message = "contentData[\(error.item)]: \(error.message)"
      switch error.code {
      case .missing, .unsupported, .tooLarge:
        self.init(.invalidArgument, message)
        return
      case .overloaded:
        self.init(.resourceExhausted, message)
        return
      case .knownImage, .unsupportedImageFormat, .invalidImage: break
      }
    }
    let failures = contents.errors.compactMap(Clavata_Gateway_V1_PrecheckFailure.init)
    let first = contents.errors.first.map { "contentData[\($0.item)]: \($0.message)" } ?? "the request was refused"
    let rest = failures.count > 1 ? ", and \(failures.count - 1) more" : ""
    self.init(.cancelled, first + rest, details: failures.compactMap { try? Google_Protobuf_Any(message: $0) })
  }
}

extension Clavata_Gateway_V1_PrecheckFailure {
  /// - Returns: nil where the request is not refused for it by this kind of answer.
  fileprivate init?(_ error: ContentError) {
    let type: Clavata_Gateway_V1_PrecheckFailureType
    switch error.code {
    case .knownImage: type = .ncmec
    case .unsupportedImageFormat: type = .unsupportedImageFormat
    case .invalidImage: type = .invalidImage
    case .missing, .unsupported, .tooLarge, .overloaded: return nil
    }
    self = .with {
      $0.type = type
      $0.message = "contentData[\(error.item)]: \(error.message)"
      if let hash = error.hash { $0.details = .with { $0.stringValue = hash } }
    }
  }
}

package import ContentIntake
internal import Storage

/// The one place where the errors of the layers below become statuses.
extension GatewayError {
  package init(_ error: any Error) {
    switch error {
    case let error as GatewayError: self = error
    case is CancellationError: self.init(.cancelled, "the call was cancelled")
    case let error as StoreError: self.init(store: error)
    default: self.init(.internalError, "an internal error")
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

  package init(_ error: ContentError, item index: Int) {
    self.init(.invalidArgument, "contentData[\(index)]: \(error.message)")
  }
}

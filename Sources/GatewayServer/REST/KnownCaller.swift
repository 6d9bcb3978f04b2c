internal import Gateway
internal import Synchronization

/// Who a request is from, once its key was looked up: for what is said of it whether or not it was let in.
final class KnownCaller: Sendable {
  private let caller = Mutex<Caller?>(nil)

  var value: Caller? { caller.withLock { $0 } }

  func note(_ known: Caller) { caller.withLock { $0 = known } }
}

internal import Synchronization

/// How many are let in at once who show a code and no key: what strangers ask costs no more than so many look-ups.
final class AcceptanceGate: Sendable {
  static let places = 8

  private let taken = Mutex(0)

  /// - Throws: RESOURCE_EXHAUSTED where no place is free; what the body throws.
  func pass<Value: Sendable>(
    _ body: () async throws(GatewayError) -> Value
  ) async throws(GatewayError) -> Value {
    let isFree = taken.withLock { taken in
      guard taken < Self.places else { return false }
      taken += 1
      return true
    }
    guard isFree else { throw GatewayError(.resourceExhausted, "too many invites are being accepted; try again") }
    defer { taken.withLock { $0 -= 1 } }
    return try await body()
  }
}

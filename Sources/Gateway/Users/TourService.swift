internal import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// Introductions that a caller has seen, or wants no more: kept for a person or, where a key is nobody's, for the key.
package struct TourService: Sendable {
  /// Introductions that are kept for each.
  package static let tours = 256
  package static let nameBytes = 128

  private let store: any UserStore

  package init(store: any UserStore) {
    self.store = store
  }

  /// - Throws: INVALID_ARGUMENT; RESOURCE_EXHAUSTED where as many are kept as may be.
  package func complete(
    _ request: Clavata_Gateway_V1_CompleteTourRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CompleteTourResponse {
    try FieldText.requireName(request.tourID, field: "tourId", limit: Self.nameBytes)
    try FieldText.requirePrintable(request.tourID, field: "tourId", limit: Self.nameBytes)
    switch request.outcome {
    case .completed, .dismissedPermanent: break
    case .unspecified, .UNRECOGNIZED:
      throw GatewayError(
        .invalidArgument, "outcome: must be TOUR_OUTCOME_COMPLETED or TOUR_OUTCOME_DISMISSED_PERMANENT")
    }
    let isKept: Bool
    do {
      isKept = try await store.resolve(
        tour: request.tourID, outcome: request.outcome.rawValue, of: TourViewer(caller), at: Date(), limit: Self.tours)
    } catch {
      throw GatewayError(error)
    }
    guard isKept else { throw GatewayError(.resourceExhausted, "at most \(Self.tours) tours are kept for a caller") }
    return .init()
  }

  /// By name.
  package func resolved(
    _ request: Clavata_Gateway_V1_GetMyResolvedToursRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetMyResolvedToursResponse {
    do {
      let tours = try await store.resolvedTours(of: TourViewer(caller))
      return .with { $0.resolvedTourIds = tours }
    } catch {
      throw GatewayError(error)
    }
  }
}

extension TourViewer {
  fileprivate init(_ caller: Caller) { self = caller.userID.map { .user($0) } ?? .key(caller.keyID) }
}

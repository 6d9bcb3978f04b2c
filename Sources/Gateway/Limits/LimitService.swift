internal import Foundation
package import GatewayProtocol
internal import SwiftProtobuf

/// The limits that the server holds the caller's account to, over the wire. They are set where the server starts.
package struct LimitService: Sendable {
  private let limiter: RateLimiter

  package init(limiter: RateLimiter) {
    self.limiter = limiter
  }

  /// The names of the limits that there can be, whether or not they are set.
  package func names(
    _ request: Clavata_Gateway_V1_ListRateLimitsRequest
  ) -> Clavata_Gateway_V1_ListRateLimitsResponse {
    .with { $0.buckets = RateLimitStanding.Scope.allCases.map(\.rawValue) }
  }

  /// The limits that are set, by name.
  ///
  /// - Throws: INVALID_ARGUMENT for a name that no limit has; PERMISSION_DENIED for another customer.
  package func limits(
    _ request: Clavata_Gateway_V1_GetCustomerRateLimitsRequest, caller: Caller
  ) throws(GatewayError) -> Clavata_Gateway_V1_GetCustomerRateLimitsResponse {
    try caller.check(customer: request.customerID)
    var limits: [String: Clavata_Gateway_V1_RateLimit] = [:]
    for name in request.buckets.isEmpty ? RateLimitStanding.Scope.allCases.map(\.rawValue) : request.buckets {
      guard let scope = RateLimitStanding.Scope(rawValue: name) else {
        throw GatewayError(.invalidArgument, "buckets: must be `key` or `account`")
      }
      guard let limit = limiter.limit(of: scope) else { continue }
      limits[name] = .with {
        $0.limit = Int32(limit.perSecond)
        $0.burst = Int32(clamping: limit.quota)
        $0.period = .with { $0.seconds = 1 }
      }
    }
    return .with { $0.rateLimits = limits }
  }
}

internal import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// The limits that the caller's account is held to, over the wire: the server's, which are set where it starts, and
/// what the account's administrators set below those. They cannot set more.
package struct LimitService: Sendable {
  private let limiter: RateLimiter
  private let reviews: ReviewLimiter
  private let store: any LimitStore

  package init(limiter: RateLimiter, reviews: ReviewLimiter, store: any LimitStore) {
    self.limiter = limiter
    self.reviews = reviews
    self.store = store
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
      let scope = try Self.scope(name, field: "buckets")
      guard let limit = limiter.limit(of: scope, account: caller.accountID) else { continue }
      limits[name] = .init(limit)
    }
    return .with { $0.rateLimits = limits }
  }

  /// Sets the limits that are named and leaves the others; one without figures is the server's again. They hold from
  /// the next request on, and after a restart.
  ///
  /// - Throws: INVALID_ARGUMENT for a name that no limit has, and figures that cannot be; FAILED_PRECONDITION for more
  ///   than the server's; PERMISSION_DENIED for another customer.
  package func update(
    _ request: Clavata_Gateway_V1_UpdateCustomerRateLimitsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UpdateCustomerRateLimitsResponse {
    try caller.check(customer: request.customerID)
    var own: [RateLimitStanding.Scope: KeptRate?] = [:]
    for (name, wire) in request.rateLimits.sorted(by: { $0.key < $1.key }) {
      let scope = try Self.scope(name, field: "rateLimits")
      let limit = try RateLimit(wire, field: "rateLimits.\(name)", within: limiter.serverLimit(of: scope))
      own.updateValue(limit.map { KeptRate(perSecond: $0.perSecond, burst: $0.burst) }, forKey: scope)
    }
    do {
      _ = try await store.updateLimits(account: caller.accountID) { [own] limits in
        if let key = own[.key] { limits.key = key }
        if let account = own[.account] { limits.account = account }
      }
      limiter.forget(caller.accountID)
      try await limiter.learn(caller.accountID, from: store)
    } catch {
      throw GatewayError(error)
    }
    var limits: [String: Clavata_Gateway_V1_RateLimit] = [:]
    for scope in RateLimitStanding.Scope.allCases {
      if let limit = limiter.limit(of: scope, account: caller.accountID) { limits[scope.rawValue] = .init(limit) }
    }
    return .with { [limits] in $0.rateLimits = limits }
  }

  /// How many contents the account may have evaluated in a month, and how many the server lets it have; 0 is no limit.
  ///
  /// - Throws: PERMISSION_DENIED for another customer.
  package func reviewLimit(
    _ request: Clavata_Gateway_V1_GetCustomerReviewLimitRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetCustomerReviewLimitResponse {
    try caller.check(customer: request.customerID)
    let limit = try await reviews.limit(of: caller.accountID)
    return .with {
      $0.limit = Int32(clamping: limit ?? 0)
      $0.originalLimit = Int32(clamping: reviews.serverLimit ?? 0)
    }
  }

  /// Sets how many contents the account may have evaluated in a month; 0 is as many as the server lets it have.
  ///
  /// - Throws: INVALID_ARGUMENT for fewer than none; FAILED_PRECONDITION for more than the server's;
  ///   PERMISSION_DENIED for another customer.
  package func update(
    _ request: Clavata_Gateway_V1_UpdateCustomerReviewLimitRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UpdateCustomerReviewLimitResponse {
    try caller.check(customer: request.customerID)
    guard request.limit >= 0 else {
      throw GatewayError(.invalidArgument, "limit: must be at least 1 or, for the server's own, 0")
    }
    if let most = reviews.serverLimit, request.limit > most {
      throw GatewayError(.failedPrecondition, "limit: must be at most \(most), which the server is started with")
    }
    let limit = try await reviews.set(limit: request.limit == 0 ? nil : Int(request.limit), of: caller.accountID)
    return .with { $0.limit = Int32(clamping: limit ?? 0) }
  }

  private static func scope(_ name: String, field: String) throws(GatewayError) -> RateLimitStanding.Scope {
    guard let scope = RateLimitStanding.Scope(rawValue: name) else {
      throw GatewayError(.invalidArgument, "\(field): must be `key` or `account`")
    }
    return scope
  }
}

package import Foundation

/// What a server can be told of its use cases.
package struct EngineOptions: Sendable {
  package var batches: BatchOptions
  package var hashLists: HashListOptions
  package var limiter = RateLimiter.none
  /// Contents that an account may have evaluated a month; nil sets no limit.
  package var reviewLimit: Int?
  package var compatibility = CompatibilityPolicies()
  /// How many days jobs are kept after they ended; nil: for ever.
  package var keptJobDays: Int?
  /// How many days contents of jobs are kept; 0 keeps none.
  package var retainedDays = 0
  /// What time it is; also decides when an address expires.
  package var now: @Sendable () -> Date = { Date() }
  /// Lets time pass, between batch jobs and until a load of a hash list has taken too long.
  package var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

  /// - Parameter dataFolder: the server's; batch jobs' files and hash lists get folders in it.
  package init(dataFolder: URL) {
    batches = BatchOptions(dataFolder: dataFolder)
    hashLists = HashListOptions(dataFolder: dataFolder)
  }
}

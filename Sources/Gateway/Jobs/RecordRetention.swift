package import Foundation
internal import ServiceLifecycle
package import Storage

/// Deletes records some time after they ended: jobs, where the server is told to, and webhooks.
package struct RecordRetention: Service {
  /// How many days a job may be kept.
  package static let jobDayLimit = 36_500
  /// How many days what became of a webhook is kept.
  private static let webhookDays = 30
  private static let day: TimeInterval = 86_400
  private static let interval: Duration = .seconds(3_600)
  /// In one write, so that what callers write does not wait for long.
  private static let deletedAtOnce = 500

  private let store: any Store
  /// Nil: for ever.
  private let jobDays: Int?

  package init(store: any Store, jobDays: Int?) {
    self.store = store
    self.jobDays = jobDays
  }

  package func run() async throws {
    await Rounds.run(every: Self.interval) { try await sweep(at: Date()) }
  }

  package func sweep(at moment: Date) async throws {
    if let jobDays {
      let end = moment.addingTimeInterval(-Double(jobDays) * Self.day)
      try await repeated { try await store.deleteJobs(endedBefore: end, limit: $0) }
    }
    let end = moment.addingTimeInterval(-Double(Self.webhookDays) * Self.day)
    try await repeated { try await store.deleteWebhooks(endedBefore: end, limit: $0) }
  }

  /// - Parameter delete: how many it deleted, given the most that it may.
  private func repeated(_ delete: (Int) async throws -> Int) async throws {
    while try await delete(Self.deletedAtOnce) == Self.deletedAtOnce { await Task.yield() }
  }
}

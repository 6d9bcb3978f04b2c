package import Foundation
internal import ServiceLifecycle
package import Storage

/// Deletes records some time after they ended: jobs, where the server is told to, and webhooks.
package struct RecordRetention: Service {
  /// How long what became of a webhook is kept.
  package static let webhookRetention: TimeInterval = 30 * 86_400
  private static let interval: Duration = .seconds(3_600)
  /// In one write, so that what callers write does not wait for long.
  private static let deletedAtOnce = 500

  private let store: any Store
  /// Nil: forever.
  private let jobRetention: TimeInterval?

  package init(store: any Store, jobRetention: TimeInterval?) {
    self.store = store
    self.jobRetention = jobRetention
  }

  package func run() async throws {
    _ = try? await cancelWhenGracefulShutdown {
      while true {
        // What cannot be deleted now is tried again with the next round.
        try? await sweep(at: Date())
        try await Task.sleep(for: Self.interval)
      }
    }
  }

  package func sweep(at moment: Date) async throws {
    if let jobRetention {
      try await repeated {
        try await store.deleteJobs(endedBefore: moment.addingTimeInterval(-jobRetention), limit: $0)
      }
    }
    try await repeated {
      try await store.deleteWebhooks(endedBefore: moment.addingTimeInterval(-Self.webhookRetention), limit: $0)
    }
  }

  /// - Parameter delete: how many it deleted, given the most that it may.
  private func repeated(_ delete: (Int) async throws -> Int) async throws {
    while try await delete(Self.deletedAtOnce) == Self.deletedAtOnce { await Task.yield() }
  }
}

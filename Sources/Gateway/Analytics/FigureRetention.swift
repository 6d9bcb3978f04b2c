internal import Foundation
internal import ServiceLifecycle
internal import Storage

/// Deletes figures that are too old, a few at a time.
package struct FigureRetention: Service {
  private let store: any AnalyticsStore
  private let now: @Sendable () -> Date

  init(store: any AnalyticsStore, now: @escaping @Sendable () -> Date) {
    self.store = store
    self.now = now
  }

  package func run() async throws {
    _ = try? await cancelWhenGracefulShutdown {
      while true {
        // What cannot be deleted now is tried again with the next round.
        try? await sweep()
        try await Task.sleep(for: AnalyticsLimits.retentionInterval)
      }
    }
  }

  package func sweep() async throws {
    let moment = now()
    try await delete(.minute, before: moment.addingTimeInterval(-AnalyticsLimits.minuteRetention))
    try await delete(.quarter, before: moment.addingTimeInterval(-AnalyticsLimits.retention))
  }

  private func delete(_ span: FigureSpan, before moment: Date) async throws {
    while try await store.deleteFigures(span, startedBefore: moment, limit: AnalyticsLimits.deletedAtOnce)
      == AnalyticsLimits.deletedAtOnce
    {}
  }
}

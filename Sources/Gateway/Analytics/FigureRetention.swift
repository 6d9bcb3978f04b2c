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
    await Rounds.run(every: AnalyticsLimits.retentionInterval) { try await sweep() }
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

internal import Foundation
internal import Storage
internal import Synchronization

/// Notes when people's keys were used, off the request's path and at most once an hour for each.
final class LastLogins: Sendable {
  static let interval: TimeInterval = 3_600
  /// People who are remembered, at most; whoever is forgotten is written once more.
  private static let capacity = 4_096

  private let store: any UserStore
  private let noted = Mutex<[UUID: Date]>([:])

  init(store: any UserStore) {
    self.store = store
  }

  func note(_ user: UUID, at moment: Date) {
    let bound = moment.addingTimeInterval(-Self.interval)
    let isDue = noted.withLock { noted in
      if let last = noted[user], last > bound { return false }
      if noted.count >= Self.capacity { noted.removeAll(keepingCapacity: true) }
      noted[user] = moment
      return true
    }
    guard isDue else { return }
    let store = store
    // One that is lost is noted after the next hour.
    Task { try? await store.noteLogin(user: user, at: moment, unlessSince: bound) }
  }
}

internal import Foundation
internal import Synchronization

/// Bounds work that is costly each time somebody asks for it, such as making a draft ready: only so much is held in memory
/// as there are places, in all and for one account, and only a few take their turn at once.
package final class WorkGate: Sendable {
  package static let limit = 64
  package static let accountLimit = 16
  package static let turnLimit = 2

  private struct State {
    var queue: WorkQueue
    var waiting: [Int: CheckedContinuation<Bool, Never>] = [:]
    var nextID = 0
  }

  private let state: Mutex<State>
  /// What whoever finds no place is told.
  private let refusal: String

  package init(
    limit: Int = WorkGate.limit, accountLimit: Int = WorkGate.accountLimit, turnLimit: Int = WorkGate.turnLimit,
    refusal: String = "too many such calls are being answered; try again"
  ) {
    self.refusal = refusal
    state = Mutex(State(queue: WorkQueue(limit: limit, accountLimit: accountLimit, turnLimit: turnLimit)))
  }

  /// Holds one of the places while the body runs.
  ///
  /// - Throws: RESOURCE_EXHAUSTED where none is left; what the body throws.
  func admit<Value>(_ account: UUID, _ body: () async throws -> Value) async throws -> Value {
    guard state.withLock({ $0.queue.enter(account) }) else {
      throw GatewayError(.resourceExhausted, refusal)
    }
    defer { state.withLock { $0.queue.leave(account) } }
    return try await body()
  }

  /// Runs the costly part when its turn has come.
  ///
  /// - Throws: `CancellationError`; what the body throws.
  func turn<Value>(_ body: () async throws -> Value) async throws -> Value {
    guard await takeTurn() else { throw CancellationError() }
    defer { endTurn() }
    return try await body()
  }

  /// - Returns: whether the turn has come; false where this task was cancelled.
  private func takeTurn() async -> Bool {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer: Bool? = state.withLock { state in
          if Task.isCancelled { return false }
          if state.queue.ask(id) { return true }
          state.waiting[id] = continuation
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let waiting = state.withLock { state in
        let waiting = state.waiting.removeValue(forKey: id)
        if waiting != nil { state.queue.giveUp(id) }
        return waiting
      }
      waiting?.resume(returning: false)
    }
  }

  private func endTurn() {
    let next = state.withLock { state in
      state.queue.endTurn().flatMap { state.waiting.removeValue(forKey: $0) }
    }
    next?.resume(returning: true)
  }
}

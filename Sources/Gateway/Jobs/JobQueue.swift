internal import Foundation

/// Which jobs wait, which run, and who waits for their end: a pure value, with all effects at the edge.
struct JobQueue {
  /// What the caller has to do after an event.
  struct Action {
    var start: [UUID] = []
    var wake: [CheckedContinuation<Void, Never>] = []
  }

  private let runningLimit: Int
  private let waitingLimit: Int
  private var waiting: [UUID] = []
  /// Where `waiting` begins: the front is dropped seldom, so that taking a job costs the same however many wait.
  private var head = 0
  private var running: Set<UUID> = []
  /// Places taken before the job is durable.
  private var reserved = 0
  /// Jobs that were taken on and have not ended, and who waits for each.
  private var waiters: [UUID: [UUID: CheckedContinuation<Void, Never>]] = [:]
  private var isStopped = false

  init(runningLimit: Int, waitingLimit: Int) {
    self.runningLimit = runningLimit
    self.waitingLimit = waitingLimit
  }

  var isIdle: Bool { running.isEmpty }
  var count: Int { waiting.count - head + running.count + reserved }

  /// Takes a place; false where none is left.
  mutating func reserve(_ id: UUID) -> Bool {
    guard !isStopped, waiting.count - head + reserved < waitingLimit else { return false }
    reserved += 1
    waiters[id] = [:]
    return true
  }

  mutating func release(_ id: UUID) -> Action {
    reserved -= 1
    return Action(wake: takeWaiters(of: id))
  }

  mutating func enqueue(_ id: UUID) -> Action {
    reserved -= 1
    waiting.append(id)
    return startNext()
  }

  /// Takes on a job of an earlier run of the server, whatever the limit: it was acknowledged. One that is here already is
  /// not taken on again, and nobody who waits for it is forgotten.
  mutating func resume(_ id: UUID) -> Action {
    guard waiters[id] == nil else { return Action() }
    waiters[id] = [:]
    waiting.append(id)
    return startNext()
  }

  mutating func ended(_ id: UUID) -> Action {
    running.remove(id)
    var action = startNext()
    action.wake = takeWaiters(of: id)
    return action
  }

  /// - Returns: false where the job has ended already, or was never here.
  mutating func wait(for id: UUID, waiter: UUID, _ continuation: CheckedContinuation<Void, Never>) -> Bool {
    guard waiters[id] != nil, !isStopped else { return false }
    waiters[id]?[waiter] = continuation
    return true
  }

  mutating func stopWaiting(for id: UUID, waiter: UUID) -> CheckedContinuation<Void, Never>? {
    waiters[id]?.removeValue(forKey: waiter)
  }

  /// Starts nothing more; those that wait stay in the store for the next run of the server.
  mutating func stop() -> Action {
    isStopped = true
    let wake = waiters.values.flatMap(\.values)
    waiters = waiters.mapValues { _ in [:] }
    return Action(wake: wake)
  }

  private mutating func takeWaiters(of id: UUID) -> [CheckedContinuation<Void, Never>] {
    waiters.removeValue(forKey: id).map { Array($0.values) } ?? []
  }

  private mutating func startNext() -> Action {
    var action = Action()
    while !isStopped, running.count < runningLimit, head < waiting.count {
      let id = waiting[head]
      head += 1
      running.insert(id)
      action.start.append(id)
    }
    if head > 1_024, head * 2 > waiting.count {
      waiting.removeFirst(head)
      head = 0
    }
    return action
  }
}

package import ContentIntake
package import Foundation
internal import GatewayProtocol
package import Logging
internal import ServiceLifecycle
package import Storage
internal import Synchronization

/// Runs batch jobs in the process: few at once, at a low priority, and those of an earlier run of the server first.
package final class BatchRunner: Service {
  private struct State {
    var queue: BatchQueue
    /// The work on each that runs.
    var work: [UUID: Task<Void, any Error>] = [:]
  }

  /// How often one is tried again whose files or store fail, each time after twice as long.
  private static let attempts = 5
  /// How long after that it is tried again to keep its end.
  private static let endPause: Duration = .seconds(30)

  private let store: any Store
  private let files: BatchFiles
  private let catalog: PolicyCatalog
  private let evaluator: BatchEvaluator
  private let logger: Logger
  private let now: @Sendable () -> Date
  private let pause: @Sendable (Duration) async throws -> Void
  private let state: Mutex<State>
  private let starts: AsyncStream<UUID>
  private let starter: AsyncStream<UUID>.Continuation

  package init(
    store: any Store, files: BatchFiles, catalog: PolicyCatalog, intake: ContentIntake, evaluator: Evaluator,
    reviews: ReviewLimiter, logger: Logger, now: @escaping @Sendable () -> Date,
    pause: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.store = store
    self.files = files
    self.catalog = catalog
    self.evaluator = BatchEvaluator(
      store: store, files: files, intake: intake, evaluator: evaluator, reviews: reviews, now: now, pause: pause)
    self.logger = logger
    self.now = now
    self.pause = pause
    state = Mutex(State(queue: BatchQueue(runningLimit: BatchLimits.runningBatches)))
    (starts, starter) = AsyncStream.makeStream()
  }

  /// Takes on one that has its input.
  func enqueue(_ batch: UUID, account: UUID) {
    start(state.withLock { $0.queue.enqueue(batch, account: account) })
  }

  /// Leaves off one that has ended otherwise than by running to its end, and removes its files.
  func forget(_ batch: UUID) async {
    let work = state.withLock { state in
      state.queue.withdraw(batch)
      return state.work[batch]
    }
    // Its files go once nothing is written to them any more.
    if let work { work.cancel() } else { try? await files.remove(batch) }
  }

  package func run() async throws {
    for batch in try await store.startedBatches() { enqueue(batch.id, account: batch.accountID) }
    await withDiscardingTaskGroup { group in
      await withGracefulShutdownHandler {
        for await batch in starts {
          group.addTask(priority: .utility) { await self.perform(batch) }
        }
      } onGracefulShutdown: {
        self.stop()
      }
      group.cancelAll()
    }
  }

  /// Brings one to its end, or as far as it gets before the server stops.
  package func perform(_ batch: UUID) async {
    let work = Task(priority: .utility) { try await self.work(on: batch) }
    state.withLock { $0.work[batch] = work }
    await withTaskCancellationHandler {
      _ = try? await work.value
    } onCancel: {
      work.cancel()
    }
    let started = state.withLock { state in
      state.work[batch] = nil
      return state.queue.ended(batch)
    }
    let ended = try? await store.batch(batch)?.state
    if ended == .cancelled || ended == .error { try? await files.remove(batch) }
    start(started)
  }

  private func start(_ batches: [UUID]) {
    for batch in batches { starter.yield(batch) }
  }

  /// What runs is left as it is: the next run of the server goes on with it.
  private func stop() {
    let work = state.withLock { state in
      state.queue.stop()
      return Array(state.work.values)
    }
    for work in work { work.cancel() }
    starter.finish()
  }

  private func work(on batch: UUID) async throws {
    var delay: Duration = .seconds(1)
    for attempt in 1... {
      do {
        return try await advance(batch)
      } catch let error as CancellationError {
        throw error
      } catch {
        try Task.checkCancellation()
        guard let failure = BatchFailure(error, isLast: attempt == Self.attempts) else {
          try await pause(delay)
          delay *= 2
          continue
        }
        try await end(batch, failure)
        return
      }
    }
  }

  /// Until it is written: a batch job that nobody ends is held open, and nobody is told of it.
  private func end(_ batch: UUID, _ failure: BatchFailure) async throws {
    while true {
      do {
        _ = try await store.apply(.failed(failure), to: batch, at: now())
        logger.error("batch job failed", metadata: ["batch": "\(batch.wire)", "error": "\(failure.message)"])
        return
      } catch let error as StoreError {
        logger.error(
          "the end of a batch job cannot be kept", metadata: ["batch": "\(batch.wire)", "error": "\(error.message)"])
        try await pause(Self.endPause)
      }
    }
  }

  /// From state to state, as long as it may go on.
  private func advance(_ id: UUID) async throws {
    var current = try await store.batch(id)
    while let batch = current, let event = try await self.event(after: batch) {
      try Task.checkCancellation()
      current = try await store.apply(event, to: id, at: now())
    }
  }

  /// Does what is to be done in a state.
  ///
  /// - Returns: what then happens; nil where there is nothing to do.
  private func event(after batch: BatchRecord) async throws -> BatchEvent? {
    switch batch.state {
    case .initialized, .completed, .error, .cancelled:
      return nil
    case .queued:
      return .began
    case .preprocessing:
      try await checkInput(of: batch)
      _ = try await policy(of: batch)
      return .checked
    case .preprocessed:
      return .submitted
    case .submitted:
      try await evaluator.run(batch, with: try await policy(of: batch))
      return .evaluated
    case .postprocessing:
      let output = try await files.openOutput(of: batch.id, at: batch.progress.outputBytes)
      guard let output else { throw StoreError(.unavailable, "the output of a batch job is gone") }
      try await files.secure(output, of: batch.id)
      return .secured
    case .postprocessed:
      // Contents are not kept once they have been judged.
      try await files.removeInputs(try await files.inputs(of: batch.id), of: batch.id)
      return .completed
    }
  }

  /// The file was read when it came; what is on the disk now has to be the same.
  private func checkInput(of batch: BatchRecord) async throws {
    guard let input = batch.input else { throw BatchFileError(line: 1, "there is no input file") }
    let file = try await files.openInput(input.file, of: batch.id)
    guard try await file.length() == input.bytes else { throw BatchFileError(line: 1, "the file is not whole") }
    var rows = BatchRows(file: file)
    var count = 0
    while try await rows.next() != nil { count += 1 }
    guard count == input.rows else { throw BatchFileError(line: 1, "the file is not whole") }
  }

  private func policy(of batch: BatchRecord) async throws -> ReadyPolicy {
    do {
      return try await catalog.ready(version: batch.policyVersionID, account: batch.accountID)
    } catch {
      switch error.code {
      case .notFound: throw BatchFailure(.batchJobErrorInvalidPolicy, error.message)
      case .failedPrecondition: throw BatchFailure(.batchJobErrorInvalidPolicyVersion, error.message)
      default: throw error
      }
    }
  }
}

extension BatchFailure {
  /// What an error means to a batch job.
  ///
  /// - Returns: nil where it is worth another try.
  fileprivate init?(_ error: any Error, isLast: Bool) {
    switch error {
    case let failure as BatchFailure: self = failure
    case let error as BatchFileError: self.init(.batchJobErrorInvalidInputFile, error.description)
    default:
      guard isLast else { return nil }
      self.init(.batchJobErrorUnspecified, "the server could not go on: \(GatewayError(error).message)")
    }
  }
}

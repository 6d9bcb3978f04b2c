package import ContentIntake
package import Foundation
internal import GatewayProtocol
package import Logging
internal import ServiceLifecycle
package import Storage
internal import SwiftProtobuf
internal import Synchronization

/// Runs jobs in the process: a bounded number at once, a bounded number waiting, and those of an earlier run of the
/// server first.
package final class JobRunner: Service {
  package static let runningLimit = 4
  package static let waitingLimit = 10_000

  /// A place in the queue, taken before the job is durable.
  package struct Ticket: Sendable {
    fileprivate var job: UUID
  }

  private let store: any Store
  private let catalog: PolicyCatalog
  private let intake: ContentIntake
  private let evaluator: Evaluator
  private let logger: Logger
  private let retention: ContentRetention?
  private let onEnded: @Sendable () -> Void
  private let queue: Mutex<JobQueue>
  private let starts: AsyncStream<UUID>
  private let starter: AsyncStream<UUID>.Continuation

  /// - Parameter onEnded: is called when a job has ended, and its end is kept.
  package init(
    store: any Store, catalog: PolicyCatalog, intake: ContentIntake, evaluator: Evaluator, logger: Logger,
    retention: ContentRetention? = nil, runningLimit: Int = JobRunner.runningLimit,
    waitingLimit: Int = JobRunner.waitingLimit,
    onEnded: @escaping @Sendable () -> Void = {}
  ) {
    self.store = store
    self.catalog = catalog
    self.intake = intake
    self.evaluator = evaluator
    self.logger = logger
    self.retention = retention
    self.onEnded = onEnded
    queue = Mutex(JobQueue(runningLimit: runningLimit, waitingLimit: waitingLimit))
    (starts, starter) = AsyncStream.makeStream()
  }

  /// - Throws: RESOURCE_EXHAUSTED where too many jobs wait.
  package func reserve(_ job: UUID) throws(GatewayError) -> Ticket {
    guard queue.withLock({ $0.reserve(job) }) else {
      throw GatewayError(.resourceExhausted, "too many jobs are waiting; try again")
    }
    return Ticket(job: job)
  }

  package func release(_ ticket: Ticket) { act(queue.withLock { $0.release(ticket.job) }) }

  /// Hands over a job that the store keeps.
  package func enqueue(_ ticket: Ticket) { act(queue.withLock { $0.enqueue(ticket.job) }) }

  /// Returns when the job has ended, when this task is cancelled, or when the server stops.
  package func ended(_ job: UUID) async {
    let waiter = UUID()
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let waits = queue.withLock { queue in
          !Task.isCancelled && queue.wait(for: job, waiter: waiter, continuation)
        }
        if !waits { continuation.resume() }
      }
    } onCancel: {
      queue.withLock { $0.stopWaiting(for: job, waiter: waiter) }?.resume()
    }
  }

  package func run() async throws {
    await withTaskGroup { group in
      await withGracefulShutdownHandler {
        for await job in starts {
          group.addTask { await self.perform(job) }
        }
      } onGracefulShutdown: {
        self.act(self.queue.withLock { $0.stop() })
        self.starter.finish()
      }
      await group.waitForAll()
    }
  }

  private func act(_ action: JobQueue.Action) {
    for job in action.start { starter.yield(job) }
    for waiter in action.wake { waiter.resume() }
  }

  /// Settles what an earlier run of the server left: jobs with their contents run again, streams whose caller is gone have
  /// failed.
  ///
  /// INVARIANT: before anybody is listened to. A stream of this run, which looks the same, would be failed under its
  /// caller.
  package func settle() async throws {
    var cursor: PageCursor?
    while true {
      let jobs = try await store.unfinishedJobs(limit: 100, after: cursor)
      for job in jobs {
        if job.request == nil {
          _ = try await store.finish(job: job.id, state: .failed, results: nil, at: Date())
          onEnded()
        } else {
          act(queue.withLock { $0.resume(job.id) })
        }
      }
      guard let last = jobs.last else { return }
      cursor = PageCursor(created: last.created, id: last.id)
    }
  }

  private func perform(_ id: UUID) async {
    do {
      if let job = try await store.unfinishedJob(id) { try await evaluate(job) }
    } catch {
      logger.error("job failed", metadata: ["job": "\(id.wire)", "error": "\(GatewayError(error).message)"])
      _ = try? await store.finish(job: id, state: .failed, results: nil, at: Date())
    }
    act(queue.withLock { $0.ended(id) })
    onEnded()
  }

  private func evaluate(_ job: JobRecord) async throws {
    guard let bytes = job.request, let versionID = job.policyVersionID else {
      _ = try await store.finish(job: job.id, state: .failed, results: nil, at: Date())
      return
    }
    _ = try await store.start(job: job.id, at: Date())
    let request = try Clavata_Gateway_V1_CreateJobRequest(serializedBytes: bytes)
    let policy = try await catalog.ready(version: versionID, account: job.accountID)
    let options = try EvaluationOptions(
      threshold: job.threshold, expedited: request.hasExpedited ? request.expedited : nil,
      options: request.options.options, version: policy.options)
    let items = try await AdmittedItem.admit(
      request.contentData, by: intake, for: job.accountID.wire, areChecked: true)
    var results = KeptResults(policyKey: policy.key)
    var count = FigureCount(of: policy, account: job.accountID)
    try await evaluator.evaluate(items, with: policy, options: options) { evaluated in
      results.append(evaluated)
      count.add(evaluated, of: items)
    }
    await retention?.keep(items, account: job.accountID)
    _ = try await store.complete(
      job: job.id, results: try results.serialized(), figures: count.figures, at: Date())
  }
}

package import Foundation
internal import GatewayProtocol
package import Logging
internal import ServiceLifecycle
internal import SignalScoring
package import Storage
internal import SwiftProtobuf

/// Contents of evaluated jobs, kept for some days where an operator wants that, and removed after them.
///
/// Where it is off nothing is copied, and what an earlier run of the server kept is removed at the start.
package struct ContentRetention: Service {
  /// In days; 0 is off.
  package static let days = 0...3_650

  private static let interval: Duration = .seconds(3_600)
  private static let deletedAtOnce = 200

  private let days: Int
  private let store: any RetainedContentStore & ContentStore
  private let logger: Logger
  private let now: @Sendable () -> Date

  package init(
    days: Int, store: any RetainedContentStore & ContentStore, logger: Logger,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.days = days
    self.store = store
    self.logger = logger
    self.now = now
  }

  package var isOn: Bool { days > 0 }

  /// Keeps what a job's items are. A job does not fail for it.
  func keep(_ items: [AdmittedItem], account: UUID) async {
    guard isOn else { return }
    do {
      var waiting: [RetainedContent] = []
      var bytes = 0
      for (place, item) in items.enumerated() {
        waiting.append(RetainedContent(hash: item.content.hash, data: try item.content.wire.serializedData()))
        bytes += waiting.last?.data.count ?? 0
        guard bytes >= ContentBounds.writtenBytes || place == items.count - 1 else { continue }
        try await store.retain(waiting, account: account, at: now(), limits: RetainedContentLimits())
        (waiting, bytes) = ([], 0)
      }
    } catch {
      if Task.isCancelled { return }
      logger.warning("contents were not kept", metadata: ["reason": "\(GatewayError(error).message)"])
    }
  }

  package func run() async throws {
    await Rounds.run(every: Self.interval) { try await sweep(at: now()) }
  }

  /// Removes what is older than the days; where it is off, all there is.
  package func sweep(at moment: Date) async throws {
    let end = isOn ? moment.addingTimeInterval(-TimeInterval(days) * 86_400) : .distantFuture
    while try await store.deleteRetainedContents(keptBefore: end, limit: Self.deletedAtOnce) == Self.deletedAtOnce {}
  }

  /// The account's contents with these hashes, in their order: what is kept of jobs becomes one of them.
  ///
  /// - Throws: FAILED_PRECONDITION where retention is off; NOT_FOUND for what is not kept, with nothing done.
  func contents(hashes: [String], account: UUID) async throws(GatewayError) -> [UUID] {
    do {
      var ids = try await store.contentIDs(hashes: hashes, account: account)
      let missing = Set(hashes).subtracting(ids.keys).sorted()
      // Where it is off, what an earlier run kept may not have been removed yet: it is not there for anybody.
      let kept = isOn ? try await store.retainedHashes(missing, account: account) : []
      if missing.contains(where: { !kept.contains($0) }) { throw unkept }
      var waiting: [ContentRecord] = []
      var bytes = 0
      for (place, hash) in missing.enumerated() {
        // One by one: each may be an image.
        guard let data = try await store.retainedContents(hashes: [hash], account: account)[hash] else { throw unkept }
        waiting.append(try ContentRecord(retained: data, hash: hash, account: account, at: now()))
        bytes += data.count
        guard bytes >= ContentBounds.writtenBytes || place == missing.count - 1 else { continue }
        for record in try await store.insert(waiting) {
          let record = try record.get()
          ids[record.hash] = record.id
        }
        (waiting, bytes) = ([], 0)
      }
      // INVARIANT: every hash was found or made a content by now.
      return hashes.compactMap { ids[$0] }
    } catch {
      throw GatewayError(error)
    }
  }

  private var unkept: GatewayError {
    isOn
      ? GatewayError(
        .notFound,
        "contentHashesWithLabels: a content is not kept: contents of jobs are for \(days) days after they were last "
          + "evaluated")
      : GatewayError(
        .failedPrecondition,
        "this server does not keep the contents of jobs: `gavel serve --retain-content DAYS` turns that on")
  }
}

extension ContentRecord {
  /// What was kept of a job, as a content of the account.
  fileprivate init(retained data: Data, hash: String, account: UUID, at moment: Date) throws {
    let wire = try Clavata_Shared_V1_ContentData(serializedBytes: data)
    let modality: Clavata_Shared_V1_ContentModality = if case .image? = wire.content { .image } else { .text }
    self.init(
      id: .timeOrdered(at: moment), accountID: account, hash: hash, modality: modality.rawValue, title: nil, data: data,
      labels: [], created: moment, updated: moment)
  }
}

import Foundation
import GRDB
import Testing

@testable import Storage

/// Batch jobs in SQLite.
struct BatchStoreTests {
  private struct Fixture {
    var store: SQLiteStore
    var account: UUID
    var policy: UUID
    var version: UUID

    func record(created: Date = Sample.time()) -> BatchRecord {
      BatchRecord(
        id: UUID(), accountID: account, name: "comments.csv", policyID: policy, policyVersionID: version,
        created: created)
    }

    func insert(created: Date = Sample.time()) async throws -> BatchRecord {
      let record = record(created: created)
      #expect(try await store.insert(record, webhook: nil, openLimit: 100))
      return record
    }
  }

  private static let input = BatchInput(file: "input-1.csv", rows: 3, bytes: 60)
  private static let failure = BatchFailure(code: 1, message: "line 2: wrong")

  private func withFixture(_ body: (Fixture) async throws -> Void) async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      var policy = Sample.policy(account: account.id)
      let version = Sample.version(policy: policy.id)
      policy.activeVersionID = version.id
      try await store.insert(policy, version: version)
      try await body(Fixture(store: store, account: account.id, policy: policy.id, version: version.id))
    }
  }

  /// What happens to one is kept as the value says, to the end.
  @Test func keepsALife() async throws {
    try await withFixture { fixture in
      var expected = try await fixture.insert()
      #expect(try await fixture.store.batch(expected.id) == expected)
      let events: [BatchEvent] = [
        .uploaded(Self.input), .began, .checked, .submitted,
        .wrote(BatchProgress(rows: 3, failedRows: 1, outputBytes: 99)), .evaluated, .secured, .completed,
      ]
      for (second, event) in events.enumerated() {
        let moment = Sample.time(Double(second))
        let happens = expected.apply(event, at: moment)
        #expect(happens)
        #expect(try await fixture.store.apply(event, to: expected.id, at: moment) == expected)
        #expect(try await fixture.store.batch(expected.id, account: fixture.account) == expected)
      }
      #expect(try await fixture.store.apply(.cancelled, to: expected.id, at: Sample.time()) == nil)
      #expect(try await fixture.store.apply(.cancelled, to: UUID(), at: Sample.time()) == nil)
    }
  }

  /// Of many ends at once one happens, and what is written with it is written once.
  @Test func endsOnce() async throws {
    try await withFixture { fixture in
      let batch = try await fixture.insert()
      let ends = try await withThrowingTaskGroup(of: Bool.self) { group in
        for index in 0..<40 {
          group.addTask {
            let event: BatchEvent = index.isMultiple(of: 2) ? .cancelled : .failed(Self.failure)
            return try await fixture.store.apply(event, to: batch.id, at: Sample.time()) != nil
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(ends == 1)
    }
  }

  /// However a batch job ends, its delivery turns due with it; before that, and for another's end, it does not.
  @Test(arguments: [BatchEvent.cancelled, .expired(failure), .inputRefused(failure), .failed(failure)])
  func endsWithItsDelivery(_ end: BatchEvent) async throws {
    try await withFixture { fixture in
      let batch = fixture.record()
      var delivery = Sample.webhook(account: fixture.account, state: .waiting)
      delivery.subject = WebhookSubject(.batchJob, batch.id)
      #expect(try await fixture.store.insert(batch, webhook: delivery, openLimit: 100))
      let other = try await fixture.insert()
      _ = try await fixture.store.apply(.cancelled, to: other.id, at: Sample.time(7))
      func kept() async throws -> WebhookDeliveryRecord? {
        try await fixture.store.webhooks(account: fixture.account, state: nil, limit: 10).first
      }
      #expect(try await kept() == delivery)
      if case .failed = end {
        _ = try await fixture.store.apply(.uploaded(Self.input), to: batch.id, at: Sample.time(8))
        #expect(try await kept() == delivery)
      }
      let ended = try await fixture.store.apply(end, to: batch.id, at: Sample.time(9))
      let told = try await kept()
      #expect(ended != nil && told?.state == .due && told?.due == Sample.time(9))
    }
  }

  /// An account that has as many as it may have keeps neither one more nor its delivery.
  @Test func keepsBothOrNeither() async throws {
    try await withFixture { fixture in
      let batch = fixture.record()
      var delivery = Sample.webhook(account: fixture.account, state: .waiting)
      delivery.subject = WebhookSubject(.batchJob, batch.id)
      let isKept = try await fixture.store.insert(batch, webhook: delivery, openLimit: 0)
      #expect(!isKept)
      #expect(try await fixture.store.webhooks(account: fixture.account, state: nil, limit: 10).isEmpty)
    }
  }

  /// An account has so many that have not ended, and no more; those that ended do not count.
  @Test func limitsOpenOnes() async throws {
    try await withFixture { fixture in
      let first = fixture.record()
      let inserted = try await [
        fixture.store.insert(first, webhook: nil, openLimit: 2),
        fixture.store.insert(fixture.record(), webhook: nil, openLimit: 2),
        fixture.store.insert(fixture.record(), webhook: nil, openLimit: 2),
      ]
      #expect(inserted == [true, true, false])
      _ = try await fixture.store.apply(.cancelled, to: first.id, at: Sample.time())
      #expect(try await fixture.store.insert(fixture.record(), webhook: nil, openLimit: 2))
    }
  }

  /// A list is newest first, by ids and states, up to its limit, and of one account.
  @Test func lists() async throws {
    try await withFixture { fixture in
      var made: [BatchRecord] = []
      for second in [0.0, 2, 1] { made.append(try await fixture.insert(created: Sample.time(second))) }
      _ = try await fixture.store.apply(.cancelled, to: made[0].id, at: Sample.time(3))
      func ids(_ query: BatchRowQuery, _ account: UUID? = nil) async throws -> [UUID] {
        try await fixture.store.batches(query, account: account ?? fixture.account).map(\.id)
      }
      #expect(try await ids(BatchRowQuery(limit: 10)) == [made[1].id, made[2].id, made[0].id])
      #expect(try await ids(BatchRowQuery(limit: 1)) == [made[1].id])
      #expect(try await ids(BatchRowQuery(states: [.cancelled, .error], limit: 10)) == [made[0].id])
      #expect(try await ids(BatchRowQuery(ids: [made[2].id, UUID()], limit: 10)) == [made[2].id])
      #expect(try await ids(BatchRowQuery(limit: 10), UUID()).isEmpty)
      #expect(try await fixture.store.batch(made[0].id, account: UUID()) == nil)
    }
  }

  /// A restart finds those that have their input, oldest first; those that wait for one too long, and those that ended
  /// long ago, are found too.
  @Test func findsWhatIsToBeDone() async throws {
    try await withFixture { fixture in
      var made: [BatchRecord] = []
      for second in [5.0, 1, 2, 3] { made.append(try await fixture.insert(created: Sample.time(second))) }
      for batch in [made[0], made[2], made[3]] {
        _ = try await fixture.store.apply(.uploaded(Self.input), to: batch.id, at: Sample.time(6))
      }
      _ = try await fixture.store.apply(.began, to: made[2].id, at: Sample.time(6))
      _ = try await fixture.store.apply(.cancelled, to: made[3].id, at: Sample.time(7))
      #expect(try await fixture.store.startedBatches().map(\.id) == [made[2].id, made[0].id])
      #expect(try await fixture.store.idleBatches(createdBefore: Sample.time(1)).isEmpty)
      #expect(try await fixture.store.idleBatches(createdBefore: Sample.time(9)) == [made[1].id])
      #expect(try await fixture.store.deleteBatches(endedBefore: Sample.time(7), limit: 10).isEmpty)
      #expect(try await fixture.store.deleteBatches(endedBefore: Sample.time(8), limit: 10) == [made[3].id])
      #expect(try await fixture.store.batch(made[3].id) == nil)
    }
  }
}

import Foundation
import GRDB
import Testing

@testable import Storage

struct WebhookStoreTests {
  private static let now = Sample.time(100)

  /// A store with two accounts.
  private func withAccounts(_ body: (SQLiteStore, UUID, UUID) async throws -> Void) async throws {
    try await withStore { store in
      let (first, second) = (Sample.account("first"), Sample.account("second"))
      try await store.insert(first)
      try await store.insert(second)
      try await body(store, first.id, second.id)
    }
  }

  /// Keeps deliveries with jobs of their own that run.
  private func keep(_ deliveries: [WebhookDeliveryRecord], in store: SQLiteStore) async throws {
    for delivery in deliveries {
      var job = Sample.job(account: delivery.accountID, state: .running)
      job.id = delivery.subject.id
      try await store.insert(job, webhook: delivery)
    }
  }

  private func due(
    _ store: SQLiteStore, limit: Int = 100, _ change: (inout DueDeliveryQuery) -> Void = { _ in }
  ) async throws -> [UUID] {
    var query = DueDeliveryQuery(now: Self.now, limit: limit)
    change(&query)
    return try await store.dueWebhooks(query).map(\.id)
  }

  /// A delivery in any state is read as it was written.
  @Test(arguments: WebhookDeliveryState.allCases)
  func keeps(state: WebhookDeliveryState) async throws {
    try await withAccounts { store, account, other in
      var delivery = Sample.webhook(account: account, state: state)
      delivery.attempts = 3
      delivery.outcome = "status 500"
      delivery.headers = [
        WebhookHeader(name: "X-Webhook-A", value: "\"quoted\" \\ and so on"),
        WebhookHeader(name: "X-Webhook-B", value: ""),
      ]
      try await keep([delivery], in: store)
      #expect(try await store.webhooks(account: account, state: nil, limit: 10) == [delivery])
      #expect(try await store.webhooks(account: account, state: state, limit: 10) == [delivery])
      #expect(try await store.webhooks(account: other, state: nil, limit: 10).isEmpty)
      let others = WebhookDeliveryState.allCases.filter { $0 != state }
      for wrong in others {
        #expect(try await store.webhooks(account: account, state: wrong, limit: 10).isEmpty)
      }
    }
  }

  /// However a job ends, its delivery turns due with it; before that, and for other jobs, nothing does.
  @Test(arguments: [JobState.completed, .failed, .canceled], [true, false])
  func turnsDueWithTheJob(end: JobState, isStarted: Bool) async throws {
    try await withAccounts { store, account, _ in
      let job = Sample.job(account: account, state: .pending)
      let delivery = Sample.webhook(account: account, state: .waiting, subject: job.id)
      try await store.insert(job, webhook: delivery)
      let other = Sample.webhook(account: account, state: .waiting)
      try await keep([other], in: store)
      if isStarted { #expect(try await store.start(job: job.id, at: Sample.time(1))) }
      #expect(try await due(store).isEmpty)
      #expect(try await store.finish(job: job.id, state: end, results: nil, at: Sample.time(2)))
      var expected = delivery
      (expected.state, expected.due, expected.updated) = (.due, Sample.time(2), Sample.time(2))
      #expect(try await store.dueWebhooks(DueDeliveryQuery(now: Self.now, limit: 10)) == [expected])
      // A job ends once, and so does its delivery.
      var delivered = expected
      (delivered.state, delivered.due) = (.delivered, nil)
      #expect(try await store.update(webhook: delivered, from: expected))
      #expect(try await store.finish(job: job.id, state: .failed, results: nil, at: Sample.time(3)) == false)
      #expect(try await due(store).isEmpty)
    }
  }

  /// A webhook about something else with the same id does not turn due with a job.
  @Test func tellsSubjectsApart() async throws {
    try await withAccounts { store, account, _ in
      let job = Sample.job(account: account, state: .pending)
      var delivery = Sample.webhook(account: account, state: .waiting, subject: job.id)
      delivery.subject.kind = .batchJob
      try await store.insert(job, webhook: delivery)
      #expect(try await store.finish(job: job.id, state: .completed, results: nil, at: Sample.time(2)))
      #expect(try await due(store).isEmpty)
    }
  }

  /// A job and its delivery are kept together or not at all.
  @Test func keepsBothOrNeither() async throws {
    try await withAccounts { store, account, _ in
      let delivery = Sample.webhook(account: account, state: .waiting)
      try await keep([delivery], in: store)
      let job = Sample.job(account: account, state: .pending)
      var twice = Sample.webhook(account: account, state: .waiting, subject: job.id)
      twice.id = delivery.id
      #expect(try await codeThrown { try await store.insert(job, webhook: twice) } == .alreadyExists)
      #expect(try await store.job(job.id, account: account) == nil)
      var undated = Sample.webhook(account: account, state: .due, subject: job.id)
      undated.due = nil
      #expect(try await codeThrown { try await store.insert(job, webhook: undated) } == .conflict)
      #expect(try await store.job(job.id, account: account) == nil)
    }
  }

  /// Those due come in their order, without those that have no room, and no more than asked for.
  @Test func listsDue() async throws {
    try await withAccounts { store, account, other in
      var made: [WebhookDeliveryRecord] = []
      for index in 0..<6 {
        var delivery = Sample.webhook(account: index < 4 ? account : other, state: .due)
        delivery.due = Sample.time(Double(90 - index))
        delivery.host = index % 2 == 0 ? "even" : "odd"
        made.append(delivery)
      }
      made[0].due = Self.now
      made[5].due = Sample.time(100.000_001)
      try await keep(made, in: store)
      try await keep([Sample.webhook(account: account, state: .delivered)], in: store)
      let ids = made.map(\.id)
      #expect(try await due(store) == [ids[4], ids[3], ids[2], ids[1], ids[0]])
      #expect(try await due(store, limit: 2) == [ids[4], ids[3]])
      #expect(try await due(store, limit: -1).isEmpty)
      #expect(try await due(store) { $0.exceptHosts = ["even", "none"] } == [ids[3], ids[1]])
      #expect(try await due(store) { $0.exceptAccounts = [account] } == [ids[4]])
      #expect(try await due(store) { $0.exceptIDs = [ids[4], ids[2]] } == [ids[3], ids[1], ids[0]])
    }
  }

  /// An outcome is kept once; what was changed since it was read is not overwritten.
  @Test func updatesWhatItSaw() async throws {
    try await withAccounts { store, account, other in
      let delivery = Sample.webhook(account: account, state: .due)
      try await keep([delivery], in: store)
      var failed = delivery
      (failed.attempts, failed.due, failed.outcome) = (1, Sample.time(50), "status 500")
      failed.updated = Sample.time(9)
      #expect(try await store.update(webhook: failed, from: delivery))
      #expect(try await store.update(webhook: failed, from: delivery) == false)
      #expect(try await store.webhooks(account: account, state: nil, limit: 1) == [failed])
      // An operator's word between reading and writing wins.
      let again = try #require(try await store.resend(webhook: delivery.id, account: account, at: Sample.time(60)))
      var delivered = failed
      (delivered.state, delivered.due) = (.delivered, nil)
      #expect(try await store.update(webhook: delivered, from: failed) == false)
      #expect(again.state == .due && again.attempts == 0 && again.due == Sample.time(60))
      #expect(try await store.webhooks(account: account, state: nil, limit: 1) == [again])
    }
  }

  /// Only what is the account's, and not before its time, is sent again.
  @Test func resends() async throws {
    try await withAccounts { store, account, other in
      let waiting = Sample.webhook(account: account, state: .waiting)
      let done = [WebhookDeliveryState.delivered, .failed, .due].map { Sample.webhook(account: account, state: $0) }
      try await keep([waiting] + done, in: store)
      let code = try await codeThrown {
        _ = try await store.resend(webhook: waiting.id, account: account, at: Self.now)
      }
      #expect(code == .conflict)
      for delivery in [waiting] + done {
        #expect(try await store.resend(webhook: delivery.id, account: other, at: Self.now) == nil)
      }
      #expect(try await store.resend(webhook: UUID(), account: account, at: Self.now) == nil)
      for delivery in done {
        let again = try await store.resend(webhook: delivery.id, account: account, at: Self.now)
        #expect(again?.state == .due && again?.due == Self.now)
      }
      let ids = try await due(store)
      #expect(Set(ids) == Set(done.map(\.id)))
    }
  }

  /// Retention deletes what has ended, those that ended first, no more than asked for; what is to be delivered stays.
  @Test func deletesEnded() async throws {
    try await withAccounts { store, account, other in
      var kept: Set<UUID> = []
      for index in 0..<12 {
        let state = WebhookDeliveryState.allCases[index % 4]
        var delivery = Sample.webhook(account: index < 6 ? account : other, state: state)
        delivery.updated = Sample.time(Double(index))
        try await keep([delivery], in: store)
        if !(state == .delivered || state == .failed) || index >= 7 { kept.insert(delivery.id) }
      }
      var counts: [Int] = []
      for limit in [1, 5, 5, -1] {
        counts.append(try await store.deleteWebhooks(endedBefore: Sample.time(7), limit: limit))
      }
      #expect(counts == [1, 2, 0, 0])
      var left: [WebhookDeliveryRecord] = []
      for id in [account, other] { left += try await store.webhooks(account: id, state: nil, limit: 100) }
      #expect(Set(left.map(\.id)) == kept)
    }
  }

  /// A job is not deleted from under a webhook that is still to be delivered.
  @Test func keepsTheJobOfWhatIsDue() async throws {
    try await withAccounts { store, account, _ in
      let delivery = Sample.webhook(account: account, state: .waiting)
      try await keep([delivery], in: store)
      _ = try await store.finish(job: delivery.subject.id, state: .completed, results: nil, at: Sample.time(1))
      #expect(try await store.deleteJobs(endedBefore: Sample.time(2), limit: 10) == 0)
      let due = try #require(try await store.webhooks(account: account, state: .due, limit: 1).first)
      var delivered = due
      (delivered.state, delivered.due) = (.delivered, nil)
      #expect(try await store.update(webhook: delivered, from: due))
      #expect(try await store.deleteJobs(endedBefore: Sample.time(2), limit: 10) == 1)
    }
  }

  /// What deletes by age reads the ended alone, in their order.
  @Test func deletionPlan() async throws {
    for (sql, expected) in [
      (
        WebhookSelection.deletion,
        "SEARCH webhook_deliveries USING INDEX webhook_deliveries_by_ended (updated<?)"
      ),
      (
        JobSelection.deletion, "SEARCH webhook_deliveries USING INDEX webhook_deliveries_due_of (subject_id=?)"
      ),
    ] {
      let plan = try await withStore { store in
        try await store.read { database in
          try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: [0, 1])
            .map { try $0.decode(String.self, forColumn: "detail") }
        }
      }
      #expect(plan.contains(expected), "\(plan)")
    }
  }

  /// An account has one secret in use, made once; rotated ones sign until they are retired, and then are gone.
  @Test func keepsSecrets() async throws {
    try await withAccounts { store, account, other in
      #expect(try await store.webhookSecrets(account: account, at: Self.now).isEmpty)
      let secrets = (0..<4).map { Sample.secret(account: account, created: Sample.time(Double($0) * 10)) }
      try await store.insertFirst(secrets[0])
      try await store.insertFirst(secrets[1])
      #expect(try await store.webhookSecrets(account: account, at: Self.now) == [secrets[0]])
      try await store.rotate(to: secrets[1], retiring: Sample.time(30), limit: 3)
      try await store.rotate(to: secrets[2], retiring: Sample.time(40), limit: 3)
      var retired = secrets
      (retired[0].retired, retired[1].retired) = (Sample.time(30), Sample.time(40))
      #expect(
        try await store.webhookSecrets(account: account, at: Sample.time(29)) == [retired[2], retired[1], retired[0]])
      #expect(try await store.webhookSecrets(account: account, at: Sample.time(30)) == [retired[2], retired[1]])
      #expect(try await store.webhookSecrets(account: other, at: Self.now).isEmpty)
      // One more than may sign at once is refused, and changes nothing; once one is retired there is room.
      var early = secrets[3]
      early.created = Sample.time(25)
      #expect(
        try await codeThrown { try await store.rotate(to: early, retiring: Sample.time(50), limit: 3) } == .conflict)
      #expect(try await store.webhookSecrets(account: account, at: Sample.time(39)) == [retired[2], retired[1]])
      try await store.rotate(to: secrets[3], retiring: Sample.time(50), limit: 3)
      retired[2].retired = Sample.time(50)
      #expect(
        try await store.webhookSecrets(account: account, at: Sample.time(20)) == [retired[3], retired[2], retired[1]])
      let kept = try await store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM webhook_secrets") }
      #expect(kept == 3)
    }
  }

  /// Secrets that are asked for at once are one.
  @Test func firstSecretIsOne() async throws {
    try await withAccounts { store, account, _ in
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<50 {
          group.addTask { try? await store.insertFirst(Sample.secret(account: account)) }
        }
      }
      let kept = try await store.webhookSecrets(account: account, at: Self.now)
      #expect(kept.count == 1)
    }
  }

  /// What is due is read from an index in its order, those passed over without a look at their rows.
  @Test func plans() async throws {
    var query = DueDeliveryQuery(now: Self.now, limit: 10)
    query.exceptIDs = [UUID()]
    query.exceptHosts = ["a", "b"]
    query.exceptAccounts = [UUID()]
    let selections = [
      (WebhookSelection(query), "SEARCH webhook_deliveries USING INDEX webhook_deliveries_due (due<?)"),
      (
        WebhookSelection(account: UUID(), state: nil, limit: 10),
        "SEARCH webhook_deliveries USING INDEX webhook_deliveries_by_created (account_id=?)"
      ),
    ]
    for (selection, expected) in selections {
      let plan = try await withStore { store in
        try await store.read { database in
          try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(selection.sql)", arguments: selection.arguments)
            .map { try $0.decode(String.self, forColumn: "detail") }.joined(separator: "; ")
        }
      }
      #expect(plan == expected)
    }
  }

  /// The trigger that each job's end runs finds its delivery by an index.
  @Test func triggerPlan() async throws {
    let plan = try await withStore { store in
      try await store.read { database in
        try Row.fetchAll(
          database,
          sql: """
            EXPLAIN QUERY PLAN
            SELECT 1 FROM webhook_deliveries WHERE subject_id = ? AND state = 1 AND subject = 1
            """, arguments: [UUID()]
        ).map { try $0.decode(String.self, forColumn: "detail") }.joined(separator: "; ")
      }
    }
    #expect(plan == "SEARCH webhook_deliveries USING INDEX webhook_deliveries_waiting (subject_id=?)")
  }
}

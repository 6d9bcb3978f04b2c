import Foundation
import GRDB
import Testing

@testable import Storage

struct GroupCommitQueueTests {
  /// 2,000 callers at once are all answered, and all there after the folder is opened again.
  @Test func writesManyCallersDurably() async throws {
    let folder = TemporaryFolder()
    let account = Sample.account()
    let store = try await SQLiteStore.open(folder: folder.url)
    try await store.insert(account)
    let ids = try await withThrowingTaskGroup(of: UUID.self) { group in
      for _ in 0..<2_000 {
        group.addTask {
          let job = Sample.job(account: account.id)
          try await store.insert(job)
          return job.id
        }
      }
      return try await group.reduce(into: Set<UUID>()) { $0.insert($1) }
    }
    try await store.close()
    let reopened = try await SQLiteStore.open(folder: folder.url)
    let kept = try await reopened.jobs(JobRowQuery(limit: 5_000), account: account.id).map(\.id)
    try await reopened.close()
    #expect(kept.count == 2_000 && Set(kept) == ids)
  }

  /// Writes that break a constraint fail by themselves; the good ones of the same batch are kept.
  @Test func failsAlone() async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      let taken = Sample.job(account: account.id)
      try await store.insert(taken)
      let held = await HeldWriter(store)
      let outcomes = Task {
        try await withThrowingTaskGroup(of: (Int, StoreError.Code?).self) { group in
          for index in 0..<60 {
            group.addTask {
              let job =
                switch index % 3 {
                case 0: Sample.job(account: account.id)
                case 1: taken
                default: Sample.job(account: UUID())
                }
              return (index, try await codeThrown { try await store.insert(job) })
            }
          }
          return try await group.reduce(into: [Int: StoreError.Code]()) { $0[$1.0] = $1.1 }
        }
      }
      try await held.release()
      let codes = try await outcomes.value
      let expected = Dictionary(
        uniqueKeysWithValues: (0..<60).filter { $0 % 3 > 0 }
          .map { ($0, $0 % 3 == 1 ? StoreError.Code.alreadyExists : .conflict) })
      let count = try await store.jobs(JobRowQuery(limit: 100), account: account.id).count
      #expect(codes == expected)
      #expect(count == 21)
    }
  }

  /// A write of several rows that fails in the middle leaves none of them.
  @Test func writesAllOrNothing() async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      let good = Sample.job(account: account.id)
      let code = try await codeThrown { try await store.insert([good, Sample.job(account: UUID())]) }
      let none = try await store.jobs(JobRowQuery(limit: 10), account: account.id)
      try await store.insert([good, Sample.job(account: account.id)])
      let both = try await store.jobs(JobRowQuery(limit: 10), account: account.id)
      #expect(code == .conflict && none.isEmpty && both.count == 2)
    }
  }

  /// A full disk refuses the write; once there is room the store goes on.
  @Test func outlivesAFullDisk() async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      try await store.write { try $0.execute(sql: "PRAGMA max_page_count = 1") }
      var large = Sample.job(account: account.id)
      large.results = Data(count: 1 << 20)
      let code = try await codeThrown { [large] in try await store.insert(large) }
      try await store.write { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
      try await store.insert(large)
      #expect(code == .unavailable)
      #expect(try await store.job(large.id, account: account.id) == large)
    }
  }

  /// A caller that is canceled while it waits leaves no write; one canceled before it asks writes nothing either.
  @Test(.timeLimit(.minutes(1))) func withdrawsACanceledWrite() async throws {
    try await withStore { store in
      let held = await HeldWriter(store)
      let waiting = Task { try await store.insert(Sample.account("waiting")) }
      let early = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        try await store.insert(Sample.account("early"))
      }
      // Canceled once it is in the queue, and only then: before, it would not have entered it.
      while store.waitingWrites == 0 { await Task.yield() }
      waiting.cancel()
      let left = store.waitingWrites
      try await held.release()
      #expect(left == 0)
      for result in [await waiting.result, await early.result] {
        #expect(throws: CancellationError.self) { try result.get() }
      }
      #expect(try await store.account(named: "waiting") == nil)
      #expect(try await store.account(named: "early") == nil)
    }
  }

  /// A caller that is canceled while its write is being written gets the write's real outcome.
  @Test func completesAWriteThatHasBegun() async throws {
    try await withStore { store in
      let gate = DispatchSemaphore(value: 0)
      let (started, start) = AsyncStream<Void>.makeStream()
      let account = Sample.account("begun")
      let caller = Task {
        try await store.write { database in
          start.finish()
          gate.wait()
          try database.execute(
            sql: "INSERT INTO accounts (id, name, created) VALUES (?, ?, 0)", arguments: [account.id, account.name])
        }
      }
      for await _ in started {}
      caller.cancel()
      gate.signal()
      try await caller.value
      #expect(try await store.account(named: "begun")?.id == account.id)
    }
  }

  /// When the queue is full one more caller is refused at once, and those before it are not harmed.
  @Test func refusesWhenFull() async throws {
    var limits = GroupCommitLimits()
    limits.queueCount = 2
    try await withStore(limits: limits) { store in
      let held = await HeldWriter(store)
      let codes = Task {
        try await withThrowingTaskGroup(of: StoreError.Code?.self) { group in
          for index in 0..<5 {
            group.addTask { try await codeThrown { try await store.insert(Sample.account("\(index)")) } }
          }
          var codes: [StoreError.Code?] = []
          // Three are refused while the writer is held; only then can the other two be written.
          for try await code in group {
            codes.append(code)
            if codes.count == 3 { try await held.release() }
          }
          return codes
        }
      }
      let answers = try await codes.value
      #expect(answers == [.overloaded, .overloaded, .overloaded, nil, nil])
    }
  }

  /// Closing waits for what was taken; what comes later is refused, closing again is not.
  @Test func closesAfterTheLastWrite() async throws {
    let folder = TemporaryFolder()
    let store = try await SQLiteStore.open(folder: folder.url)
    let writes = (0..<50).map { index in
      Task { try await codeThrown { try await store.insert(Sample.account("\(index)")) } }
    }
    try await store.close()
    try await store.close()
    var answered = 0
    for write in writes where try await write.value == nil { answered += 1 }
    let late = try await codeThrown { try await store.insert(Sample.account("late")) }
    let read = try await codeThrown { _ = try await store.account(named: "0") }
    let reopened = try await SQLiteStore.open(folder: folder.url)
    let kept = try await reopened.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM accounts") }
    try await reopened.close()
    #expect(kept == answered)
    #expect(late == .unavailable && read == .unavailable)
  }
}

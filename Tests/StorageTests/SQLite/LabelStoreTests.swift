import Foundation
import Testing

@testable import Storage

struct LabelStoreTests {
  /// A store with two accounts.
  private func withAccounts(_ body: (SQLiteStore, _ owner: UUID, _ stranger: UUID) async throws -> Void) async throws {
    try await withStore { store in
      let accounts = [Sample.account("owner"), Sample.account("stranger")]
      for account in accounts { try await store.insert(account) }
      try await body(store, accounts[0].id, accounts[1].id)
    }
  }

  /// A label comes with its first version or without one, and both are read as they were written.
  @Test(arguments: [false, true])
  func keepsALabel(hasVersion: Bool) async throws {
    try await withAccounts { store, owner, _ in
      let label = Sample.label(account: owner)
      let version = Sample.labelVersion(label: label.id)
      try await store.insert(label, version: hasVersion ? version : nil)
      #expect(try await store.label(label.id, account: owner) == label)
      #expect(try await store.labelVersion(version.id, account: owner) == (hasVersion ? version : nil))
    }
  }

  /// A label whose version fails, or belongs to another, leaves nothing behind.
  @Test func insertsBothOrNeither() async throws {
    try await withAccounts { store, owner, _ in
      let first = Sample.label("first", account: owner)
      let version = Sample.labelVersion(label: first.id)
      try await store.insert(first, version: version)
      let second = Sample.label("second", account: owner)
      var taken = Sample.labelVersion(label: second.id)
      taken.id = version.id
      let codes = [
        try await codeThrown { [taken] in try await store.insert(second, version: taken) },
        try await codeThrown { try await store.insert(second, version: version) },
      ]
      #expect(codes == [.alreadyExists, .conflict])
      #expect(try await store.label(second.id, account: owner) == nil)
    }
  }

  /// A name is unique among an account's labels that are not deleted; a deleted label is read by its id alone.
  @Test func keepsNamesUnique() async throws {
    try await withAccounts { store, owner, stranger in
      let first = Sample.label("spam", account: owner)
      try await store.insert(first, version: nil)
      let second = Sample.label("spam", account: owner)
      let taken = try await codeThrown { try await store.insert(second, version: nil) }
      try await store.insert(Sample.label("spam", account: stranger), version: nil)
      var change = LabelChange(updated: Sample.time(1))
      change.isDeleted = true
      let deleted = try await store.update(label: first.id, change, account: owner)
      try await store.insert(second, version: nil)
      let again = try await store.update(label: first.id, change, account: owner)
      #expect(taken == .alreadyExists && deleted?.isDeleted == true && again == nil)
      #expect(try await store.labels(LabelRowQuery(limit: 10), account: owner) == [second])
      #expect(try await store.label(first.id, account: owner)?.isDeleted == true)
    }
  }

  /// A change writes what it gives and leaves the rest; archived twice, a label keeps the first time.
  @Test func changes() async throws {
    try await withAccounts { store, owner, _ in
      var label = Sample.label(account: owner)
      try await store.insert(label, version: nil)
      func apply(_ seconds: Double, _ set: (inout LabelChange, inout LabelRecord) -> Void) async throws -> Bool {
        var change = LabelChange(updated: Sample.time(seconds))
        label.updated = Sample.time(seconds)
        set(&change, &label)
        return try await store.update(label: label.id, change, account: owner) == label
      }
      let isRenamed = try await apply(1) {
        $0.name = "renamed"
        $1.name = "renamed"
      }
      let isDisabled = try await apply(2) {
        $0.isDisabled = true
        $1.isDisabled = true
      }
      let isArchived = try await apply(3) {
        $0.isArchived = true
        $1.archived = Sample.time(3)
      }
      let staysArchived = try await apply(4) { change, _ in change.isArchived = true }
      let isBack = try await apply(5) {
        $0.isArchived = false
        $1.archived = nil
      }
      #expect([isRenamed, isDisabled, isArchived, staysArchived, isBack] == Array(repeating: true, count: 5))
    }
  }

  /// What each query leaves, newest first; `b` is archived and deleted is none.
  @Test(arguments: [
    ([:], "dca"), (["archived": ""], "dcba"), (["tags": "x"], "da"), (["tags": "xy"], "dca"), (["tags": "z"], ""),
    (["limit": "2"], "dc"), (["limit": "2", "after": "c"], "a"), (["archived": "", "after": "c"], "ba"),
  ])
  func filters(filter: [String: String], expected: String) async throws {
    try await withAccounts { store, owner, _ in
      var tags: [Character: UUID] = [:]
      for name in "xyz" {
        let tag = Sample.labelTag(String(name), account: owner)
        tags[name] = tag.id
        try await store.insert(tag, limit: 10)
      }
      var labels: [Character: LabelRecord] = [:]
      for (index, name) in "abcd".enumerated() {
        var label = Sample.label(String(name), account: owner, created: Sample.time(Double(index)))
        if name == "b" { label.archived = Sample.time() }
        labels[name] = label
        try await store.insert(label, version: nil)
      }
      for (name, own) in [("a", "xy"), ("c", "y"), ("d", "x")] {
        let label = try #require(labels[Character(name)])
        _ = try await store.setTags(own.compactMap { tags[$0] }, label: label.id, account: owner)
      }
      var query = LabelRowQuery(limit: filter["limit"].flatMap(Int.init) ?? 10)
      query.includesArchived = filter["archived"] != nil
      query.tags = (filter["tags"] ?? "").compactMap { tags[$0] }
      query.after = filter["after"].flatMap { labels[Character($0)] }.map { PageCursor(created: $0.created, id: $0.id) }
      #expect(try await store.labels(query, account: owner).map(\.name).joined() == expected)
    }
  }

  /// Versions number themselves 1, 2, 3 however many callers commit at once; one equal to an earlier one is written only
  /// when that is asked for, whoever came first.
  @Test func numbersVersionsAndFindsEquals() async throws {
    try await withAccounts { store, owner, _ in
      let label = Sample.label(account: owner)
      try await store.insert(label, version: nil)
      let written = try await withThrowingTaskGroup(of: WrittenLabelVersion.self) { group in
        for digest in 0..<20 {
          let version = Sample.labelVersion(label: label.id, digest: UInt8(digest / 2))
          group.addTask { try await store.insert(version, account: owner, evenIfEqual: false) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let versions = try await store.labelVersions(label: label.id, account: owner, limit: 20)
      let equals = written.compactMap { if case .equal(let version) = $0 { version } else { nil } }
      #expect(versions.map(\.number) == Array((1...10).reversed()))
      let newest = try await store.labelVersions(label: label.id, account: owner, limit: 3)
      #expect(newest == Array(versions.prefix(3)))
      #expect(Set(equals) == Set(versions) && equals.count == 10)
      let first = try #require(versions.last)
      let confirmed = try await store.insert(
        Sample.labelVersion(label: label.id, digest: first.digest.first ?? 0), account: owner, evenIfEqual: true)
      let again = try await store.insert(
        Sample.labelVersion(label: label.id, digest: first.digest.first ?? 0), account: owner, evenIfEqual: false)
      guard case .written(let eleventh) = confirmed else {
        Issue.record("nothing was written")
        return
      }
      #expect(eleventh.number == 11 && again == .equal(first))
    }
  }

  /// A version's parent is one of its own label's; no version for a label that is not there, or is deleted.
  @Test func refusesStrangersAsParents() async throws {
    try await withAccounts { store, owner, stranger in
      let label = Sample.label("mine", account: owner)
      let other = Sample.label("other", account: owner)
      let parent = Sample.labelVersion(label: other.id)
      try await store.insert(label, version: nil)
      try await store.insert(other, version: parent)
      func code(_ version: LabelVersionRecord, _ account: UUID) async throws -> StoreError.Code? {
        try await codeThrown { _ = try await store.insert(version, account: account, evenIfEqual: true) }
      }
      var child = Sample.labelVersion(label: label.id)
      child.parentID = parent.id
      let strange = try await code(child, owner)
      child.parentID = nil
      let foreign = try await code(child, stranger)
      var change = LabelChange(updated: Sample.time(1))
      change.isDeleted = true
      _ = try await store.update(label: label.id, change, account: owner)
      let deleted = try await code(child, owner)
      #expect(strange == .notFound && foreign == .notFound && deleted == .notFound)
      var grandchild = Sample.labelVersion(label: other.id, digest: 9)
      grandchild.parentID = parent.id
      #expect(try await code(grandchild, owner) == nil)
      #expect(try await store.labelVersion(grandchild.id, account: owner)?.parentID == parent.id)
    }
  }

  /// A user has one draft of a label, which the next one replaces; each user has his own.
  @Test func keepsOneDraftOfEachUser() async throws {
    try await withAccounts { store, owner, stranger in
      let label = Sample.label(account: owner)
      try await store.insert(label, version: nil)
      let users = [UUID(), UUID()]
      var first = Sample.labelDraft("one", label: label.id, user: users[0])
      let saved = try await store.save(first, account: owner)
      let others = try await store.save(Sample.labelDraft("two", label: label.id, user: users[1]), account: owner)
      let id = first.id
      #expect(saved == first && others?.text == "two")
      first.id = UUID()
      first.text = "three"
      first.options = nil
      first.updated = Sample.time(1)
      let replaced = try await store.save(first, account: owner)
      first.id = id
      #expect(replaced == first)
      #expect(try await store.labelDraft(label: label.id, user: users[0], account: owner) == first)
      let strange = try await store.labelDraft(label: label.id, user: users[0], account: stranger)
      let taken = try await store.save(first, account: stranger)
      let deleted = try await store.deleteLabelDraft(label: label.id, user: users[0], account: stranger)
      #expect(strange == nil && taken == nil && !deleted)
      let deletions = [
        try await store.deleteLabelDraft(label: label.id, user: users[0], account: owner),
        try await store.deleteLabelDraft(label: label.id, user: users[0], account: owner),
      ]
      #expect(deletions == [true, false])
      #expect(try await store.labelDraft(label: label.id, user: users[1], account: owner) == others)
    }
  }

  /// Tags are changed, set and deleted; a deleted one is on no label any more.
  @Test func tags() async throws {
    try await withAccounts { store, owner, stranger in
      let label = Sample.label(account: owner)
      try await store.insert(label, version: nil)
      var a = Sample.labelTag("a", account: owner)
      let b = Sample.labelTag("b", account: owner)
      let foreign = Sample.labelTag("a", account: stranger)
      for tag in [b, a] { try await store.insert(tag, limit: 2) }
      try await store.insert(foreign, limit: 2)
      let codes = [
        try await codeThrown { try await store.insert(Sample.labelTag("b", account: owner), limit: 3) },
        try await codeThrown { try await store.insert(Sample.labelTag("c", account: owner), limit: 2) },
        try await codeThrown { _ = try await store.setTags([b.id, foreign.id], label: label.id, account: owner) },
      ]
      #expect(codes == [.alreadyExists, .conflict, .notFound])
      #expect(try await store.label(label.id, account: owner)?.tags == [])
      #expect(try await store.setTags([b.id, a.id], label: label.id, account: owner) == [a, b])
      var change = LabelTagChange(updated: Sample.time(1))
      change.color = "#ff0000"
      a.color = "#ff0000"
      a.updated = Sample.time(1)
      #expect(try await store.update(labelTag: a.id, change, account: owner) == a)
      #expect(try await store.label(label.id, account: owner)?.tags == [a, b])
      #expect(try await store.deleteLabelTag(b.id, account: owner))
      #expect(try await store.label(label.id, account: owner)?.tags == [a])
      #expect(try await store.labelTags(account: owner) == [a])
    }
  }

  /// Another account reads and writes nothing, though it knows every id.
  @Test func isolates() async throws {
    try await withAccounts { store, owner, stranger in
      let label = Sample.label(account: owner)
      let version = Sample.labelVersion(label: label.id)
      let tag = Sample.labelTag("a", account: owner)
      try await store.insert(label, version: version)
      try await store.insert(tag, limit: 10)
      var change = LabelChange(updated: Sample.time(1))
      change.name = "taken over"
      var tagChange = LabelTagChange(updated: Sample.time(1))
      tagChange.name = "taken over"
      let reads = [
        try await store.label(label.id, account: stranger) == nil,
        try await store.labels(LabelRowQuery(limit: 10), account: stranger).isEmpty,
        try await store.labelVersion(version.id, account: stranger) == nil,
        try await store.labelVersions(label: label.id, account: stranger, limit: 9).isEmpty,
        try await store.labelTags(account: stranger).isEmpty,
      ]
      let writes = [
        try await store.update(label: label.id, change, account: stranger) == nil,
        try await store.update(labelTag: tag.id, tagChange, account: stranger) == nil,
        try await store.deleteLabelTag(tag.id, account: stranger) == false,
        try await store.setTags([], label: label.id, account: stranger) == nil,
      ]
      #expect(reads == Array(repeating: true, count: 5) && writes == Array(repeating: true, count: 4))
      #expect(try await store.label(label.id, account: owner) == label)
      #expect(try await store.labelTags(account: owner) == [tag])
    }
  }
}

extension Sample {
  fileprivate static func label(_ name: String = "rude", account: UUID, created: Date = time()) -> LabelRecord {
    LabelRecord(
      id: UUID(), accountID: account, name: name, description: "what it is for", isDisabled: false, created: created,
      updated: created)
  }

  fileprivate static func labelVersion(label: UUID, digest: UInt8 = 1) -> LabelVersionRecord {
    LabelVersionRecord(
      id: UUID(), labelID: label, number: 1, text: "LABEL \"rude\" { \"you fool\" }",
      digest: Data(repeating: digest, count: 32), description: "a start", parentID: nil, creatorID: UUID(),
      options: Data([1, 2]), globalContext: "a forum", signalCount: 1, signalTokens: 2, complexityScore: 1.5,
      created: time())
  }

  fileprivate static func labelDraft(_ text: String, label: UUID, user: UUID) -> LabelDraftRecord {
    LabelDraftRecord(
      id: UUID(), labelID: label, userID: user, text: text, options: Data([1]), globalContext: "a forum",
      created: time(), updated: time())
  }

  fileprivate static func labelTag(_ name: String, account: UUID) -> LabelTagRecord {
    LabelTagRecord(id: UUID(), accountID: account, name: name, color: nil, created: time(), updated: time())
  }
}

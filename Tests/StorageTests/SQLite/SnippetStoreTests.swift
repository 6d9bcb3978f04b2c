import Foundation
import Testing

@testable import Storage

struct SnippetStoreTests {
  /// A store with two accounts, each with the tags `a`, `b` and `c`.
  private func withAccounts(_ body: (SQLiteStore, _ owner: UUID, _ stranger: UUID) async throws -> Void) async throws {
    try await withStore { store in
      let accounts = [Sample.account("owner"), Sample.account("stranger")]
      for account in accounts {
        try await store.insert(account)
        for name in ["a", "b", "c"] { try await store.insert(Sample.tag(name, account: account.id), limit: 10) }
      }
      try await body(store, accounts[0].id, accounts[1].id)
    }
  }

  /// Snippets are read as they were written, by name, and found by any of their tags.
  @Test(arguments: [
    ([], "xyz"), (["a"], "xy"), (["b"], "x"), (["b", "a"], "xy"), (["c"], ""), (["c", "b"], "x"), (["d"], ""),
  ])
  func findsByTags(tags: [String], expected: String) async throws {
    try await withAccounts { store, owner, _ in
      let snippets = [("z", []), ("x", ["a", "b"]), ("y", ["a"])].map { name, tags in
        Sample.snippet(name, tags: tags, account: owner)
      }
      for snippet in snippets { try await store.insert(snippet, limit: 10) }
      let found = try await store.snippets(tags: tags, account: owner)
      #expect(found == snippets.sorted { $0.name < $1.name }.filter { expected.contains($0.name) })
    }
  }

  /// A change writes what it gives and leaves the rest.
  @Test func changes() async throws {
    try await withAccounts { store, owner, _ in
      var snippet = Sample.snippet("x", tags: ["a"], account: owner)
      try await store.insert(snippet, limit: 10)
      var change = SnippetChange(updated: Sample.time(1))
      change.tags = ["b", "c"]
      snippet.tags = ["b", "c"]
      snippet.updated = Sample.time(1)
      #expect(try await store.update(snippet: snippet.id, change, account: owner) == snippet)
      change = SnippetChange(updated: Sample.time(2))
      change.name = "w"
      change.content = "LABEL"
      snippet.name = "w"
      snippet.content = "LABEL"
      snippet.updated = Sample.time(2)
      #expect(try await store.update(snippet: snippet.id, change, account: owner) == snippet)
      change = SnippetChange(updated: Sample.time(3))
      change.tags = []
      #expect(try await store.update(snippet: snippet.id, change, account: owner)?.tags == [])
    }
  }

  /// A name is taken once in an account, a tag has to be there, and no account has more than it may; what is refused
  /// leaves nothing behind.
  @Test func refuses() async throws {
    try await withAccounts { store, owner, stranger in
      let first = Sample.snippet("x", tags: ["a"], account: owner)
      try await store.insert(first, limit: 2)
      func code(_ snippet: SnippetRecord, limit: Int = 2) async throws -> StoreError.Code? {
        try await codeThrown { try await store.insert(snippet, limit: limit) }
      }
      #expect(try await code(Sample.snippet("x", tags: [], account: owner)) == .alreadyExists)
      #expect(try await code(Sample.snippet("y", tags: ["a", "d"], account: owner)) == .notFound)
      #expect(try await code(Sample.snippet("y", tags: [], account: owner), limit: 1) == .conflict)
      #expect(try await code(Sample.snippet("x", tags: ["a"], account: stranger), limit: 1) == nil)
      var change = SnippetChange(updated: Sample.time(1))
      change.name = "renamed"
      change.tags = ["d"]
      let changed = try await codeThrown { [change] in
        _ = try await store.update(snippet: first.id, change, account: owner)
      }
      #expect(changed == .notFound)
      #expect(try await store.snippets(tags: [], account: owner) == [first])
      let tags = [
        try await codeThrown { try await store.insert(Sample.tag("a", account: owner), limit: 10) },
        try await codeThrown { try await store.insert(Sample.tag("e", account: owner), limit: 3) },
      ]
      #expect(tags == [.alreadyExists, .conflict])
    }
  }

  /// Another account sees, changes and deletes nothing, though it knows the id; the owner deletes once.
  @Test func isolates() async throws {
    try await withAccounts { store, owner, stranger in
      let snippet = Sample.snippet("x", tags: ["a"], account: owner)
      try await store.insert(snippet, limit: 10)
      var change = SnippetChange(updated: Sample.time(1))
      change.name = "taken over"
      let update = try await store.update(snippet: snippet.id, change, account: stranger)
      let deletion = try await store.deleteSnippet(snippet.id, account: stranger)
      #expect(update == nil && !deletion)
      #expect(try await store.snippets(tags: ["a"], account: stranger).isEmpty)
      #expect(try await store.snippets(tags: ["a"], account: owner) == [snippet])
      let deletions = [
        try await store.deleteSnippet(snippet.id, account: owner),
        try await store.deleteSnippet(snippet.id, account: owner),
      ]
      #expect(deletions == [true, false])
    }
  }
}

extension Sample {
  fileprivate static func snippet(_ name: String, tags: [String], account: UUID) -> SnippetRecord {
    SnippetRecord(
      id: UUID(), accountID: account, name: name, description: "what \(name) is for",
      content: "LABEL \"\(name)\" { \"x\" }", tags: tags, created: time(), updated: time())
  }

  fileprivate static func tag(_ name: String, account: UUID) -> SnippetTagRecord {
    SnippetTagRecord(id: UUID(), accountID: account, name: name, created: time())
  }
}

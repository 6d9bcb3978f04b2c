import Foundation
import Testing

@testable import Storage

struct RetainedContentStoreTests {
  private func retained(_ name: String, size: Int = 10) -> RetainedContent {
    RetainedContent(hash: "sha256::\(name)", data: Data(repeating: 7, count: size))
  }

  private func names(_ store: SQLiteStore, _ account: UUID) async throws -> String {
    let hashes = "abcdefgh".map { "sha256::\($0)" }
    return try await store.retainedContents(hashes: hashes, account: account).keys.map { String($0.suffix(1)) }
      .sorted().joined()
  }

  /// Contents are read by their hashes, by their own account alone, and no more bytes of them than asked for.
  @Test func keepsContents() async throws {
    try await withTwoAccounts { store, owner, stranger in
      try await store.retain(
        [retained("a"), retained("b", size: 20)], account: owner, at: Sample.time(), limits: .init())
      let read = try await store.retainedContents(
        hashes: ["sha256::a", "sha256::a", "sha256::z", "sha256::b\u{0}"], account: owner)
      #expect(read == ["sha256::a": Data(repeating: 7, count: 10), "sha256::b": Data(repeating: 7, count: 20)])
      #expect(try await names(store, stranger) == "")
      #expect(try await store.retainedContents(hashes: [], account: owner).isEmpty)
      let hashes = try await store.retainedHashes(["sha256::a", "sha256::z"], account: owner)
      #expect(hashes == ["sha256::a"])
      #expect(try await store.retainedHashes(["sha256::a"], account: stranger) == [])
      #expect(try await store.retainedHashes([], account: owner) == [])
      let code = try await codeThrown {
        _ = try await store.retainedContents(hashes: ["sha256::a", "sha256::b"], account: owner, byteLimit: 29)
      }
      #expect(code == .conflict)
    }
  }

  /// The oldest makes room, by count and by bytes; what is evaluated again is the newest. What has no room at all is
  /// not kept, and other accounts are left alone.
  @Test(arguments: [(3, 1_000, "cde"), (10, 40, "ade"), (10, 29, "e"), (2, 1_000, "de")])
  func dropsTheOldest(count: Int, bytes: Int, expected: String) async throws {
    try await withTwoAccounts { store, owner, stranger in
      try await store.retain([retained("a")], account: stranger, at: Sample.time(), limits: .init())
      var limits = RetainedContentLimits()
      for (second, name) in ["a", "b", "c", "d"].enumerated() {
        try await store.retain([retained(name)], account: owner, at: Sample.time(Double(second)), limits: limits)
      }
      limits.count = count
      limits.bytes = bytes
      if expected.hasPrefix("a") {
        try await store.retain([retained("a")], account: owner, at: Sample.time(5), limits: .init())
      }
      try await store.retain(
        [retained("e", size: 20), retained("f", size: 2_000)], account: owner, at: Sample.time(6), limits: limits)
      #expect(try await names(store, owner) == expected)
      #expect(try await names(store, stranger) == "a")
    }
  }

  /// Those of all accounts go in bounded steps, oldest first, and what they took is free again.
  @Test func deletesTheOld() async throws {
    try await withTwoAccounts { store, owner, stranger in
      try await store.retain([retained("a"), retained("b")], account: owner, at: Sample.time(), limits: .init())
      try await store.retain([retained("a")], account: stranger, at: Sample.time(1), limits: .init())
      try await store.retain([retained("c")], account: owner, at: Sample.time(2), limits: .init())
      try await store.retain([retained("b")], account: owner, at: Sample.time(3), limits: .init())
      let counts = [
        try await store.deleteRetainedContents(keptBefore: Sample.time(2), limit: 1),
        try await store.deleteRetainedContents(keptBefore: Sample.time(2), limit: 10),
        try await store.deleteRetainedContents(keptBefore: Sample.time(2), limit: 10),
      ]
      #expect(counts == [1, 1, 0])
      let owners = try await names(store, owner)
      #expect(owners == "bc")
      #expect(try await names(store, stranger) == "")
      var limits = RetainedContentLimits()
      limits.count = 3
      try await store.retain([retained("d")], account: owner, at: Sample.time(4), limits: limits)
      #expect(try await names(store, owner) == "bcd")
    }
  }
}

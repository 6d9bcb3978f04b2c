internal import Foundation
internal import Gateway
internal import HTTPTypes
internal import Storage
internal import TestSupport
internal import Testing

/// Loading, listing and removing an account's lists of known images.
struct HashListRoutesTests {
  /// A list is told with all that is counted of it, and with nothing that is on it.
  @Test func loadsAndLists() async throws {
    let fixture = try await HashListFixture()
    let text = """
      # ours
      md5:\(String(repeating: "1", count: 32))
      sha1:\(String(repeating: "2", count: 40))
      sha1:\(String(repeating: "2", count: 40))
      sha256:\(HashListFixture.other) label
      pdq:\(String(repeating: "3", count: 64)),80
      pdq:\(String(repeating: "4", count: 64)),7
      """
    let loaded = try await fixture.load(text, as: "ours-1.a_b", query: "?distance=20")
    #expect(loaded.status == 200, "\(loaded.body)")
    let list = try #require(loaded.json["hashList"] as? [String: Any])
    #expect(list["name"] as? String == "ours-1.a_b" && list["distance"] as? Int == 20)
    let counts = list["counts"] as? [String: Int]
    #expect(
      counts == [
        "md5": 1, "sha1": 1, "sha256": 1, "pdq": 1, "repeatedEntries": 1, "lowQuality": 1, "otherKinds": 0,
      ])
    #expect(list["memoryBytes"] as? String == "104")
    let hash = try #require(list["fileHash"] as? String)
    #expect(hash.hasPrefix("sha256::") && hash.count == 72)
    let keys = try await fixture.rest.engine.store.keys(account: fixture.rest.engine.account)
    let admin = try #require(keys.first { $0.name == "admin" })
    #expect(list["apiTokenId"] as? String == admin.id.uuidString.lowercased())
    #expect((list["created"] as? String)?.hasSuffix("Z") == true)
    let listed = try await fixture.lists(key: fixture.rest.engine.writer)
    #expect(listed.count == 1 && RESTFixture.canonical(listed.first) == RESTFixture.canonical(list))
    for digits in ["1111", "2222", "0000000000", "3333", "label"] { #expect(!loaded.body.contains(digits)) }
    #expect(fixture.files.count == 1)
    let mode = try FileManager.default.attributesOfItem(atPath: fixture.file().path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  /// Lists are an administrator's to change and a writer's to see.
  @Test func roles() async throws {
    let fixture = try await HashListFixture()
    let engine = fixture.rest.engine
    for key in [engine.writer, engine.evaluator] {
      #expect(try await fixture.load("", key: key).status == 403)
      #expect(try await fixture.remove(key: key).status == 403)
    }
    #expect(try await fixture.rest.send(.get, "/v1/hash-lists", key: engine.evaluator).status == 403)
    #expect(try await fixture.rest.send(.get, "/v1/hash-lists", key: engine.writer).status == 200)
    #expect(fixture.files.isEmpty)
  }

  /// A file with a line that is none is refused with the line's number, and the list before holds on.
  @Test(arguments: [
    ("md5:12\n", "line 1: `md5` has 32 hex digits, not 2"),
    ("# a\n\nsha256:\(HashListFixture.other)\nfoo:12\n", "line 4: the kinds are"),
    ("pdq:\(HashListFixture.other),101", "line 1: a quality is a number from 0 to 100"),
    ("hash,type\n\"\(HashListFixture.other),sha256\n", "line 2: a quoted field is not closed"),
    ("type,hash\nmd5,\(HashListFixture.other)\n", "line 2: `md5` has 32 hex digits, not 64"),
    ("\(HashListFixture.other)g\n", "line 1: an entry is 32, 40 or 64 hex digits"),
    ("sha256:\(HashListFixture.other.dropLast())g\n", "line 1: `sha256` has hex digits only"),
    ("\u{0}\u{1}\u{2}", "line 1: an entry is"), (String(repeating: "#", count: 4_097), "line 1: a line is at most"),
    ("a1abfd41\n\(String(repeating: "x\n", count: 400_000))", "line 1: an entry is"),
  ])
  func refusesFiles(text: String, says: String) async throws {
    let fixture = try await HashListFixture()
    #expect(try await fixture.load("sha256:\(HashListFixture.digest)").status == 200)
    let answer = try await fixture.load(text)
    #expect(answer.status == 400 && answer.json["code"] as? Int == 3, "\(answer.body)")
    #expect((answer.json["message"] as? String)?.hasPrefix(says) == true, "\(answer.body)")
    #expect(fixture.files.count == 1)
    #expect(try await fixture.evaluate().status == 499)
    #expect((try await fixture.lists().first?["counts"] as? [String: Int])?["sha256"] == 1)
  }

  /// A name is plain, and a distance one of those there are.
  @Test(arguments: [
    "%2E%2E", "-a", ".a", "a%2Fb", "a%20b", "%C3%A4", "a%0Ab", String(repeating: "a", count: 129), "a?distance=64",
    "a?distance=-1", "a?distance=x", "a?distance=4294967296",
  ])
  func refusesNamesAndDistances(path: String) async throws {
    let fixture = try await HashListFixture()
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let answer = try await fixture.load("", as: parts[0], query: parts.count > 1 ? "?\(parts[1])" : "")
    #expect(answer.status == 400, "\(answer.status) \(answer.body)")
    #expect(fixture.files.isEmpty)
  }

  /// What the path says counts, whatever the query says, and the query is no file.
  @Test func theFileIsTheBody() async throws {
    let fixture = try await HashListFixture()
    let answer = try await fixture.load("# nothing\n", as: "a", query: "?name=b&chunk=bWQ1OjEy")
    #expect(answer.status == 200, "\(answer.body)")
    #expect(try await fixture.names() == ["a"])
    // No body at all is a mistake and no empty list.
    let none = try await fixture.rest.send(.put, "/v1/hash-lists/c", key: fixture.rest.engine.admin)
    #expect(none.status == 400 && none.body.contains("there is no file"), "\(none.body)")
    let large = try await fixture.rest.send(
      .put, "/v1/hash-lists/c", key: fixture.rest.engine.admin, headers: [.contentLength: "\((1 << 30) + 1)"])
    #expect(large.status == 413, "\(large.body)")
  }

  /// Another account's list can neither be seen nor removed nor replaced, though it has the same name.
  @Test func accountsAreApart() async throws {
    let fixture = try await HashListFixture()
    let other = try await fixture.rest.engine.otherAccount()
    #expect(try await fixture.load("sha256:\(HashListFixture.digest)").status == 200)
    #expect(try await fixture.names(key: other.admin).isEmpty)
    let removed = try await fixture.remove(key: other.admin)
    #expect(removed.status == 404 && removed.json["code"] as? Int == 5, "\(removed.body)")
    #expect(try await fixture.load("sha256:\(HashListFixture.other)", key: other.admin).status == 200)
    #expect(try await fixture.names() == ["mine"])
    #expect(fixture.files.count == 2)
    #expect(try await fixture.evaluate().status == 499)
    #expect(try await fixture.remove(key: other.admin).status == 200)
    #expect(try await fixture.remove(key: other.admin).status == 404)
    #expect(try await fixture.evaluate().status == 499)
    #expect(fixture.files.count == 1)
  }

  /// What is over the account's or the server's room is refused before the file has come, and changes nothing; what
  /// a list replaces makes room.
  @Test func refusesWhatIsTooMuch() async throws {
    let engine = try await TestEngine(hashListBytes: 32 * 20_000)
    let fixture = try await HashListFixture(engine: engine)
    func entries(_ count: Int, from first: Int) -> String {
      (first..<first + count).map { number in
        let digits = String(number, radix: 16)
        return "sha256:\(String(repeating: "0", count: 64 - digits.count))\(digits)\n"
      }.joined()
    }
    let asked = Tally()
    let pieces = (0..<8).map { entries(15_000, from: 15_000 * $0) }
    let error = await #expect(throws: GatewayError.self) {
      _ = try await fixture.service.load(
        ListPieces(pieces, note: { asked.add() }), caller: engine.caller)
    }
    #expect(error?.code == .resourceExhausted && error?.message.contains("no room") == true)
    #expect(asked.count == 2)
    #expect(fixture.files.isEmpty)

    #expect(try await fixture.load(entries(12_000, from: 0)).status == 200)
    let more = try await fixture.load(entries(8_001, from: 0), as: "more")
    #expect(more.status == 429, "\(more.body)")
    #expect(try await fixture.load(entries(20_000, from: 9)).status == 200)
    #expect(try await fixture.load("# none\n", as: "none").status == 200)
    #expect(try await fixture.load(entries(1, from: 0), as: "none").status == 429)
    #expect(fixture.files.count == 2)
  }

  /// An account has so many lists, and what it has can still be replaced.
  @Test func countsLists() async throws {
    let fixture = try await HashListFixture()
    for number in 0..<HashListLimits.lists {
      #expect(try await fixture.load("# \(number)\n", as: "list-\(number)").status == 200)
    }
    let more = try await fixture.load("# more\n", as: "more")
    #expect(more.status == 429 && more.body.contains("100 hash lists"), "\(more.body)")
    #expect(try await fixture.load("sha256:\(HashListFixture.digest)\n", as: "list-7").status == 200)
    #expect(try await fixture.evaluate().status == 499)
    #expect(fixture.files.count == HashListLimits.lists)
  }

  /// A few loads of an account are under way at once, and one more waits for nobody.
  @Test func boundsLoadsAtOnce() async throws {
    let fixture = try await HashListFixture()
    let gate = TestGate()
    let caller = fixture.rest.engine.caller
    let begun = Tally()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<HashListLimits.loadsOfAccount {
        group.addTask {
          let pieces = ListPieces(["sha256:", HashListFixture.other], as: "list-\(number)") {
            begun.add()
            await gate.pass()
          }
          _ = try await fixture.service.load(pieces, caller: caller)
        }
      }
      try await until { begun.count == HashListLimits.loadsOfAccount }
      let more = try await fixture.load("# more\n", as: "more")
      #expect(more.status == 429, "\(more.body)")
      // Of another account there is room.
      let other = try await fixture.rest.engine.otherAccount()
      #expect(try await fixture.load("# more\n", as: "more", key: other.admin).status == 200)
      gate.open()
      try await group.waitForAll()
    }
    #expect(try await fixture.names() == ["list-0", "list-1"])
    #expect(try await fixture.load("# more\n", as: "more").status == 200)
  }

  /// What breaks off, what is cancelled and what takes too long leave the list before, and no file.
  @Test func whatDoesNotComeToItsEndChangesNothing() async throws {
    struct BrokenOff: Error {}
    let late = Tally()
    let engine = try await TestEngine(pause: { time in
      if late.count > 0 { return }
      try await Task.sleep(for: time)
    })
    let fixture = try await HashListFixture(engine: engine)
    #expect(try await fixture.load("sha256:\(HashListFixture.digest)").status == 200)
    let piece = "sha256:\(HashListFixture.other)\n"
    let broken = await #expect(throws: GatewayError.self) {
      _ = try await fixture.service.load(ListPieces([piece]) { throw BrokenOff() }, caller: engine.caller)
    }
    #expect(broken?.code == .cancelled)
    // One whose sender left, so that there seem to be no more pieces.
    let gate = TestGate()
    let begun = Tally()
    let load = Task {
      let pieces = ListPieces([piece]) {
        begun.add()
        await gate.pass()
      }
      return try await fixture.service.load(pieces, caller: engine.caller)
    }
    try await until { begun.count == 1 }
    load.cancel()
    let left = await #expect(throws: GatewayError.self) { try await load.value }
    #expect(left?.code == .cancelled)
    late.add()
    let never = TestGate()
    let tooLate = await #expect(throws: GatewayError.self) {
      _ = try await fixture.service.load(ListPieces([piece]) { await never.pass() }, caller: engine.caller)
    }
    #expect(tooLate?.code == .deadlineExceeded)
    #expect(fixture.files.count == 1)
    #expect(try await fixture.evaluate().status == 499)
  }

  /// The log says who loaded, replaced and removed what, and what was refused; and nothing of what was in it.
  @Test func saysWhoDidWhat() async throws {
    let log = RecordingLog()
    let engine = try await TestEngine(logger: log.logger)
    let fixture = try await HashListFixture(engine: engine)
    let secret = String(repeating: "c0ffee42", count: 8)
    #expect(try await fixture.load("sha256:\(secret) a label\n").status == 200)
    #expect(try await fixture.load("sha256:\(secret)\npdq:\(secret)\n").status == 200)
    #expect(try await fixture.load("sha256:\(secret)\nmd5:\(secret)\n").status == 400)
    #expect(try await fixture.remove().status == 200)
    let keys = try await engine.store.keys(account: engine.account)
    let admin = try #require(keys.first { $0.name == "admin" }).id.uuidString.lowercased()
    let lines = log.lines.filter { $0.contains("a hash list") }
    let messages = [
      "a hash list was loaded", "a hash list was loaded", "a hash list was not loaded", "a hash list was removed",
    ]
    #expect(lines.count == messages.count, "\(lines)")
    for (line, message) in zip(lines, messages) {
      #expect(line.hasPrefix(message))
      #expect(line.contains(admin) && line.contains("mine"), "\(line)")
      #expect(line.contains(engine.account.uuidString.lowercased()))
    }
    #expect(lines[0].contains("\"sha256\": 1") && lines[0].contains("\"pdq\": 0"), "\(lines[0])")
    #expect(lines[0].contains("\"file\": sha256::") && !lines[0].contains("replaces"), "\(lines[0])")
    #expect(lines[1].contains("\"replaces\": sha256::"), "\(lines[1])")
    #expect(lines[2].contains("line 2"), "\(lines[2])")
    let all = log.lines.joined()
    #expect(!all.contains("c0ffee42") && !all.contains("a label"))
  }
}

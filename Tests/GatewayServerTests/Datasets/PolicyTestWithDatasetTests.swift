internal import ContentIntake
internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes
internal import SignalScoring
internal import Storage
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// `TestPolicyWithDataset`: drafts tried on what a dataset has.
struct PolicyTestWithDatasetTests {
  private static let draft = #"LABEL \"Cats\" { =(\"cat\") }"#

  private func test(
    _ fixture: RESTFixture, _ set: String, draft: String = draft, _ extra: String = ""
  ) async throws -> RESTFixture.Answer {
    try await fixture.send(
      .post, "/v1/test_policy_with_dataset", #"{"policyDraft": "\#(draft)", "datasetId": "\#(set)"\#(extra)}"#)
  }

  private func results(_ answer: RESTFixture.Answer) -> [[String: Any]] {
    answer.lines.compactMap { $0["result"] as? [String: Any] }
  }

  /// Each item has a line with its report and its id: all items, or those that are named. The job is of type TEST.
  @Test(arguments: [[], [1], [2, 0]])
  func triesItems(named: [Int]) async throws {
    let engine = try await TestEngine(
      sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader("my CAT"))
    let fixture = try await RESTFixture(engine: engine)
    let ids = try await fixture.contents([
      #"{"text": "a cat", "metadata": {"k": "v"}}"#, #"{"text": "rain"}"#,
      #"{"image": "\#(TestImages.png.base64EncodedString())"}"#,
    ])
    let set = try await fixture.dataset("set", ids)
    let items = named.map { "\"\(set.items[$0])\"" }.joined(separator: ",")
    let answer = try await test(fixture, set.id, #", "datasetItemIds": [\#(items)], "threshold": 0.4"#)
    #expect(answer.status == 200, "\(answer.body)")
    var matches: [String: [String]] = [:]
    for result in results(answer) {
      let report = result["report"] as? [String: Any] ?? [:]
      #expect(result["policyValid"] as? Bool == true && report["threshold"] as? Double == 0.4)
      #expect(result["contentHash"] as? String == report["contentHash"] as? String)
      let item = result["datasetItemId"] as? String ?? ""
      matches[item] = (report["labelMatches"] as? [String: Any])?.keys.sorted()
      if item == set.items[0] { #expect(report["contentMetadata"] as? [String: String] == ["k": "v"]) }
    }
    let expected = Dictionary(uniqueKeysWithValues: zip(set.items, [["Cats"], [], ["Cats"]]))
    #expect(matches == expected.filter { each in named.isEmpty || named.contains { set.items[$0] == each.key } })
    let jobs = Set(results(answer).compactMap { $0["jobId"] as? String })
    let job = try await fixture.get("/v1/jobs/\(jobs.first ?? "")").json["job"] as? [String: Any]
    #expect(jobs.count == 1 && job?["jobType"] as? String == "JOB_TYPE_TEST")
    #expect(job?["status"] as? String == "JOB_STATUS_COMPLETED")
  }

  /// A large dataset is read a page at a time, each a job: every item is tried once.
  @Test func triesLargeDatasets() async throws {
    let fixture = try await RESTFixture()
    let contents = (0..<1_100).map { number in
      let text = number.isMultiple(of: 100) ? "cat \(number)" : "\(number)"
      let data = try? Clavata_Shared_V1_ContentData.with { $0.text = text }.serializedData()
      return ContentRecord(
        id: UUID(), accountID: fixture.engine.account, hash: ContentHash.hash(of: text), modality: 1, title: nil,
        data: data ?? Data(), labels: [], created: Date(), updated: Date())
    }
    _ = try await fixture.engine.store.insert(contents)
    let set = try await fixture.dataset()
    guard let id = UUID(uuidString: set.id) else { throw TestFailure("no id") }
    let items = try await fixture.engine.store.append(
      contents.map { NewDatasetItem(contentID: $0.id, labels: nil) }, to: id, account: fixture.engine.account,
      at: Date(), limits: DatasetLimits())
    let results = results(try await test(fixture, set.id))
    #expect(results.count == 1_100)
    #expect(Set(results.compactMap { $0["datasetItemId"] as? String }) == Set(items.map { $0.id.wire }))
    let matching = results.filter {
      (($0["report"] as? [String: Any])?["labelMatches"] as? [String: Any])?.isEmpty == false
    }
    #expect(matching.count == 11)
    let jobs = Set(results.compactMap { $0["jobId"] as? String })
    #expect(jobs.count == 3)
    for job in jobs {
      let kept = try await fixture.get("/v1/jobs/\(job)").json["job"] as? [String: Any]
      #expect(kept?["status"] as? String == "JOB_STATUS_COMPLETED")
    }
  }

  /// A draft that does not compile is one answer, and no job.
  @Test func anInvalidDraftIsOneAnswer() async throws {
    let fixture = try await RESTFixture()
    let set = try await fixture.dataset("set", try await fixture.contents(texts: "a", "b"))
    let answer = try await test(fixture, set.id, draft: "LABEL")
    let result = results(answer).first ?? [:]
    #expect(answer.status == 200 && answer.lines.count == 1)
    #expect(result["policyValid"] as? Bool == false && result["error"] != nil && result["report"] == nil)
    #expect((try await fixture.get("/v1/jobs").json["jobs"] as? [Any])?.isEmpty == true)
  }

  /// What cannot be tried is told before anything is.
  @Test(arguments: [
    ("", "", 400, "the dataset has no items"), ("NONE", "", 404, "no dataset has the id"),
    ("FULL", #", "datasetItemIds": ["NONE"]"#, 404, "the dataset has no item with the id"),
    ("FULL", #", "datasetItemIds": ["x"]"#, 400, "datasetItemIds: must be a UUID"),
    ("FULL", #", "threshold": 7"#, 400, "threshold: must be"),
    ("FULL", #", "options": {"stack": "best"}"#, 400, "options.stack: must be one of"),
  ])
  func refuses(set: String, extra: String, status: Int, says: String) async throws {
    let fixture = try await RESTFixture()
    let empty = try await fixture.dataset("empty").id
    let full = try await fixture.dataset("full", try await fixture.contents(texts: "a")).id
    let none = UUID().uuidString
    let id = set == "NONE" ? none : set == "FULL" ? full : empty
    let answer = try await test(fixture, id, extra.replacing("NONE", with: none))
    #expect(answer.status == status && answer.body.contains(says), "\(answer.status) \(answer.body)")
  }

  /// An image that came onto a list of known ones since it was added is not looked at, and the refusal names its item.
  @Test func refusesWhatHasBecomeKnown() async throws {
    let folder = try TemporaryFolder()
    let first = try await RESTFixture(engine: TestEngine(folder: folder))
    let image = #"{"image": "\#(TestImages.png.base64EncodedString())"}"#
    let set = try await first.dataset("set", try await first.contents([#"{"text": "a cat"}"#, image]))
    try await first.engine.store.close()

    let file = folder.url.appending(path: "list.txt")
    let hash = TestImages.png.withUnsafeBytes { ContentHash.hash(of: $0) }
    try Data(hash.replacing("::", with: ":").utf8).write(to: file)
    let fixture = try await RESTFixture(
      engine: TestEngine(known: [KnownImageList.load(file, name: "list")], folder: folder), key: "second")
    let refused = try await test(fixture, set.id)
    #expect(
      refused.body.contains("the item \(set.items[1]): the image is on a list of known images"), "\(refused.body)")
    #expect(results(refused).isEmpty)
    #expect(results(try await test(fixture, set.id, #", "datasetItemIds": ["\#(set.items[0])"]"#)).count == 1)
  }

  /// A dataset that is tried takes one of its account's places for drafts, as a draft by itself does.
  @Test func draftsInWorkAreBounded() async throws {
    let gate = GateScorer()
    let fixture = try await RESTFixture(scorers: [gate])
    let set = try await fixture.dataset("set", try await fixture.contents(texts: "wait yes"))
    let draft = #"LABEL \"L\" { \"yes\" }"#
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<WorkGate.accountLimit {
        group.addTask { try await test(fixture, set.id, draft: draft).status }
      }
      while gate.begun < WorkGate.accountLimit { try await Task.sleep(for: .milliseconds(2)) }
      let refused = try await test(fixture, set.id, draft: draft)
      #expect(refused.status == 429 && refused.body.contains("too many drafts"))
      gate.open()
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == Array(repeating: 200, count: WorkGate.accountLimit))
  }
}

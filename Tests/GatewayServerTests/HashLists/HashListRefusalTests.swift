internal import Foundation
internal import Gateway
internal import GuardedFetching
internal import HTTPTypes
internal import Storage
internal import TestSupport
internal import Testing

@testable internal import GatewayServer

/// An image that is on an account's list refuses that account's requests, on every way in, and nobody else's.
struct HashListRefusalTests {
  private static let image = HashListFixture.image.base64EncodedString()

  /// The refusal is the one that the server's own lists make: a `PrecheckFailure` with the content's hash as a value.
  private func isRefusal(_ answer: RESTFixture.Answer, item: Int = 0) -> Bool {
    let error = answer.json["error"] as? [String: Any] ?? answer.json
    let details = error["details"] as? [[String: Any]] ?? []
    return answer.status == 499 && error["code"] as? Int == 1 && details.count == 1
      && details.first?["type"] as? String == "PRECHECK_FAILURE_TYPE_NCMEC"
      && details.first?["details"] as? String == "sha256::\(HashListFixture.digest)"
      && (details.first?["message"] as? String)?.hasPrefix("contentData[\(item)]:") == true
  }

  /// From a list's load on until its removal or its replacing, and not before or after; for its own account alone.
  @Test func holdsAtOnceAndForItsAccountAlone() async throws {
    let fixture = try await HashListFixture()
    let other = try await fixture.rest.engine.otherAccount()
    guard
      case .version(let policy, _) = try await fixture.rest.engine.engine.catalog.create(
        key: "others", draft: .init(text: RESTFixture.policy), account: other.id)
    else {
      Issue.record("the policy does not compile")
      return
    }
    func theirs() async throws -> Int {
      try await fixture.evaluate(key: other.admin, policy: policy.id.uuidString).status
    }
    #expect(try await fixture.evaluate().status == 200)
    #expect(try await theirs() == 200)
    #expect(try await fixture.load("sha256:\(HashListFixture.digest)").status == 200)
    let refused = try await fixture.evaluate()
    #expect(isRefusal(refused, item: 1), "\(refused.body)")
    #expect(try await theirs() == 200)
    #expect(try await fixture.load("sha256:\(HashListFixture.other)").status == 200)
    #expect(try await fixture.evaluate().status == 200)
    #expect(try await fixture.load("sha256:\(HashListFixture.digest)", as: "second").status == 200)
    #expect(try await fixture.evaluate().status == 499)
    #expect(try await fixture.remove("mine").status == 200)
    #expect(try await fixture.evaluate().status == 499)
    #expect(try await fixture.remove("second").status == 200)
    #expect(try await fixture.evaluate().status == 200)
    #expect(try await theirs() == 200)
    #expect(fixture.files.isEmpty)
    // The scores of an image that was evaluated before are remembered; that is no way around a list.
    #expect(try await fixture.load("sha256:\(HashListFixture.digest)").status == 200)
    #expect(try await fixture.evaluate().status == 499)
  }

  /// Evaluation, jobs, drafts, labels, the shapes of other APIs.
  @Test func everyWayIn() async throws {
    let engine = try await TestEngine(
      sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader("nothing"),
      compatibility: .init(moderations: "test"))
    let fixture = try await HashListFixture(engine: engine)
    let label = try await fixture.rest.label("cats", #"LABEL "Cats" { =("cat") }"#)
    let contents = #""contentData": [{"image": "\#(Self.image)"}]"#
    let requests = [
      ("/v1/jobs/stream", #"{\#(contents), "policyId": "\#(fixture.rest.policyID)"}"#),
      ("/v1/jobs", #"{\#(contents), "policyId": "\#(fixture.rest.policyID)"}"#),
      ("/v1/test_policy", #"{\#(contents), "policyDraft": "LABEL \"a\" { \"b\" }"}"#),
    ]
    let evaluation = """
      {"contentData": {"image": "\(Self.image)"}, "labelVersionIds": ["\(label.version)"]}
      """
    let moderation = """
      {"input": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,\(Self.image)"}}]}
      """
    let path = try #require(Self.labelPath(fixture.rest))
    for (path, body) in requests + [(path, evaluation), ("/v1/moderations", moderation)] {
      let answer = try await fixture.rest.send(.post, path, body)
      #expect(answer.status == 200, "\(path): \(answer.body)")
    }
    #expect(try await fixture.load("sha256:\(HashListFixture.digest)").status == 200)
    for (path, body) in requests + [(path, evaluation)] {
      let answer = try await fixture.rest.send(.post, path, body)
      #expect(isRefusal(answer), "\(path): \(answer.body)")
    }
    let moderated = try await fixture.rest.send(.post, "/v1/moderations", moderation)
    #expect(moderated.status == 400 && moderated.body.contains("known_image"), "\(moderated.body)")
  }

  /// An image that was in a dataset before its list came is not tried on drafts after it.
  @Test func contentsThatWereThereBefore() async throws {
    let fixture = try await HashListFixture()
    let set = try await fixture.rest.dataset("set", try await fixture.rest.contents([#"{"image": "\#(Self.image)"}"#]))
    let request = #"{"policyDraft": "LABEL \"a\" { \"b\" }", "datasetId": "\#(set.id)"}"#
    let before = try await fixture.rest.send(.post, "/v1/test_policy_with_dataset", request)
    #expect(before.status == 200 && before.body.contains(HashListFixture.digest), "\(before.body)")
    #expect(try await fixture.load("sha256:\(HashListFixture.digest)").status == 200)
    let refused = try await fixture.rest.send(.post, "/v1/test_policy_with_dataset", request)
    #expect(isRefusal(refused), "\(refused.body)")
  }

  private static func labelPath(_ fixture: RESTFixture) -> String? {
    RouteTable.routes(ServiceSet(engine: fixture.engine.engine)).first {
      $0.method == "clavata.gateway.v1.LabelsService/EvaluateLabels"
    }?.path
  }

  /// A list outlives the server; what the server was loading when it died does not.
  @Test func outlivesTheServer() async throws {
    let folder = try TemporaryFolder()
    var first: TestEngine? = try await TestEngine(folder: folder)
    var fixture = try await HashListFixture(engine: try #require(first))
    #expect(try await fixture.load("sha256:\(HashListFixture.digest)").status == 200)
    #expect(try await fixture.load("sha256:\(HashListFixture.other)", as: "other").status == 200)
    #expect(try await fixture.remove("other").status == 200)
    let listed = RESTFixture.canonical(try await fixture.lists())
    try await first?.store.close()
    first = nil
    let orphans = folder.url.appending(path: "store/\(HashListFiles.folderName)")
    for name in [UUID().uuidString.lowercased(), "\(UUID().uuidString.lowercased()).draft"] {
      try Data("torn".utf8).write(to: orphans.appending(path: name))
    }

    let second = try await TestEngine(
      sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader("nothing"), folder: folder)
    let policy = try await second.policy(RESTFixture.policy, key: "again").uuidString
    fixture = try await HashListFixture(engine: second, policy: policy)
    #expect(isRefusal(try await fixture.evaluate(), item: 1))
    #expect(RESTFixture.canonical(try await fixture.lists()) == listed)
    #expect(fixture.files.count == 3)
    try await fixture.service.settle()
    #expect(fixture.files.count == 1)
    #expect(try await fixture.evaluate().status == 499)
    #expect(try await fixture.remove().status == 200)
    #expect(try await fixture.evaluate().status == 200)
    try await second.store.close()
  }

  /// A list that cannot be read any more lets no image of its account pass, and no other account's images wait for it;
  /// loaded again or removed, all is well.
  @Test(arguments: [true, false]) func aDamagedListLetsNothingPass(isRemoved: Bool) async throws {
    let folder = try TemporaryFolder()
    var first: TestEngine? = try await TestEngine(folder: folder)
    var fixture = try await HashListFixture(engine: try #require(first))
    #expect(try await fixture.load("sha256:\(HashListFixture.other)").status == 200)
    let file = try fixture.file()
    try await first?.store.close()
    first = nil
    var bytes = try Data(contentsOf: file)
    bytes[40] ^= 1
    try bytes.write(to: file)

    let second = try await TestEngine(
      sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader("nothing"), folder: folder)
    let other = try await second.otherAccount()
    guard
      case .version(let theirs, _) = try await second.engine.catalog.create(
        key: "others", draft: .init(text: RESTFixture.policy), account: other.id)
    else {
      Issue.record("the policy does not compile")
      return
    }
    let policy = try await second.policy(RESTFixture.policy, key: "again").uuidString
    fixture = try await HashListFixture(engine: second, policy: policy)
    let refused = try await fixture.evaluate()
    #expect(refused.status == 503 && refused.body.contains("cannot be read"), "\(refused.body)")
    #expect(try await fixture.evaluate(key: other.admin, policy: theirs.id.uuidString).status == 200)
    let text = #"{"contentData": [{"text": "a"}], "policyId": "\#(policy)"}"#
    #expect(try await fixture.rest.send(.post, "/v1/jobs/stream", text).status == 200)
    let mended =
      isRemoved ? try await fixture.remove() : try await fixture.load("sha256:\(HashListFixture.other)")
    #expect(mended.status == 200, "\(mended.body)")
    #expect(try await fixture.evaluate().status == 200)
    try await second.store.close()
  }

  /// A batch job's row with an image that is on the list has its error, and the others their reports.
  @Test func rowsOfBatchJobs() async throws {
    try await ScriptedServer.run { _, _ in
      .file(HashListFixture.image)
    } _: { host in
      var configuration = FetchConfiguration()
      let loopback = try #require(AddressNetwork("127.0.0.0/8"))
      configuration.addresses.allowed = [loopback]
      configuration.ports.insert(try #require(URLComponents(string: host.baseURL)?.port))
      let engine = try await TestEngine(
        sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader("nothing"),
        fetcher: try GuardedFetcher(configuration: configuration))
      let fixture = try await HashListFixture(engine: engine)
      let rows = "ref_id,type,content\n1,text,a cat\n2,image_url,\(host.baseURL)/a.png\n"
      #expect(try await Self.output(of: rows, fixture).compactMap { $0["error"] as? [String: Any] }.isEmpty)
      #expect(try await fixture.load("sha256:\(HashListFixture.digest)").status == 200)
      let lines = try await Self.output(of: rows, fixture)
      #expect(lines.count == 2 && lines.first?["report"] != nil, "\(lines)")
      let error = lines.last?["error"] as? [String: Any]
      #expect(error?["code"] as? Int == 1, "\(lines)")
      #expect(error?["message"] as? String == "the image is on a list of known images")
      // The same by a URL in a request, where it is told as other refusals are.
      let answer = try await fixture.rest.send(
        .post, "/v1/jobs",
        #"{"contentData": [{"imageUrl": "\#(host.baseURL)/a.png"}], "policyId": "\#(fixture.rest.policyID)"}"#)
      #expect(isRefusal(answer), "\(answer.body)")
    }
  }

  /// The lines that come of a batch job.
  private static func output(of rows: String, _ fixture: HashListFixture) async throws -> [[String: Any]] {
    func path(_ address: Any?) -> String { String((address as? String ?? "").dropFirst("http://gavel.test".count)) }
    let made = try await fixture.rest.send(
      .post, "/v1/batch-jobs", #"{"name": "rows", "policyId": "\#(fixture.rest.policyID)"}"#)
    let id = made.json["batchJobId"] as? String ?? ""
    let uploaded = try await fixture.rest.send(
      .put, path(made.json["inputFileUploadUrl"]), body: Array(rows.utf8), key: nil)
    #expect(uploaded.status == 200, "\(uploaded.body)")
    await fixture.rest.engine.engine.batchRunner.perform(try #require(UUID(uuidString: id)))
    let listed = try await fixture.rest.get("/v1/batch-jobs?batchJobIds=\(id)")
    let batch = (listed.json["batchJobs"] as? [[String: Any]])?.first
    return try await fixture.rest.send(.get, path(batch?["outputFileUrl"]), key: nil).lines
  }
}

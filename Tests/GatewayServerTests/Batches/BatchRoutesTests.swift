internal import Foundation
internal import Gateway
internal import GatewayServer
internal import HTTPTypes
internal import Storage
internal import TestSupport
internal import Testing

/// Batch jobs at the boundary.
struct BatchRoutesTests {
  private let header = BatchFixture.header

  /// From the file to the output: a line a row, in their order, each with the report that `Evaluate` gives.
  @Test func answersEveryRow() async throws {
    let fixture = try await BatchFixture()
    let (id, path) = try await fixture.create(name: "comments.csv")
    #expect(try await fixture.state(id) == "BATCH_JOB_STATE_INITIALIZED")
    let rows = (0..<40).map { "row \($0), text, \"\($0.isMultiple(of: 3) ? "a cat" : "a \"\"stone\"\"") \($0)\"" }
    let uploaded = try await fixture.upload(
      rows.joined(separator: "\r\n"), to: path, header: "\u{feff}ref_id, type, content\r\n")
    #expect(uploaded.status == 200 && uploaded.json["rows"] as? Int == 40, "\(uploaded.body)")
    #expect(try await fixture.state(id) == "BATCH_JOB_STATE_QUEUED")
    try await fixture.run(id)

    let batch = try await fixture.batch(id)
    #expect(batch["state"] as? String == "BATCH_JOB_STATE_COMPLETED" && batch["name"] as? String == "comments.csv")
    #expect(batch["policyId"] as? String == fixture.policyID)
    let output = try await fixture.output(id)
    #expect(output.status == 200 && output.headers[.contentType] == "application/x-ndjson")
    #expect(output.headers[.contentLength] == "\(output.body.utf8.count)")
    #expect(output.lines.compactMap { $0["refId"] as? String } == (0..<40).map { "row \($0)" })
    let outcomes = output.lines.map { ($0["report"] as? [String: Any])?["result"] as? String }
    #expect(outcomes == (0..<40).map { $0.isMultiple(of: 3) ? "OUTCOME_TRUE" : "OUTCOME_FALSE" })

    let evaluated = try await fixture.rest.send(
      .post, "/v1/jobs/stream", #"{"contentData":[{"text":"a cat 0"}],"policyId":"\#(fixture.policyID)"}"#)
    let report = (evaluated.json["result"] as? [String: Any])?["policyEvaluationReport"] as? [String: Any]
    let first = output.lines.first?["report"] as? [String: Any]
    #expect(report != nil && first.map { NSDictionary(dictionary: $0) } == report.map { NSDictionary(dictionary: $0) })
    // What was judged is not kept.
    #expect(fixture.files.map { URL(filePath: $0).lastPathComponent } == ["output.jsonl"])
  }

  /// A row that cannot be judged has an error in its place; the others have their reports.
  @Test func oneBadRowSpoilsNoOther() async throws {
    let fixture = try await BatchFixture()
    let long = String(repeating: "cat ", count: 300_000)
    let output = try await fixture.output(
      of: "1,text,a cat\n2,image_url,https://example.com/a.png\n3,text,\(long)\n4,image_url,\n5,text,\n6,text,a dog")
    #expect(output.lines.compactMap { $0["refId"] as? String } == ["1", "2", "3", "4", "5", "6"])
    let outcomes = output.lines.map { ($0["report"] as? [String: Any])?["result"] as? String }
    #expect(outcomes == ["OUTCOME_TRUE", nil, nil, nil, "OUTCOME_FALSE", "OUTCOME_TRUE"])
    let errors = output.lines.map { $0["error"] as? [String: Any] }
    #expect(errors.map { $0?["code"] as? Int } == [nil, 3, 3, 3, nil, nil])
    #expect(
      errors.compactMap { $0?["message"] as? String }.allSatisfy { !$0.contains("contentData") && !$0.contains("cat") })
  }

  /// A file that is not one of rows is refused with its line, and ends the batch job, which says so from then on.
  @Test(arguments: [
    ("1,video,a\n", "line 2"), ("1,text,a\n2,text\n", "line 3"), ("1,text,\"a\n", "line 2"), ("", "no rows"),
  ])
  func refusesBadFiles(_ rows: String, _ words: String) async throws {
    let fixture = try await BatchFixture()
    let (id, path) = try await fixture.create()
    let answer = try await fixture.upload(rows, to: path)
    #expect(answer.status == 400 && answer.json["code"] as? Int == 3)
    #expect((answer.json["message"] as? String)?.contains(words) == true, "\(answer.body)")
    #expect(try await fixture.state(id) == "BATCH_JOB_STATE_ERROR")
    for (verb, path) in [(HTTPRequest.Method.post, "cancel"), (.post, "start"), (.get, "")] {
      let told = try await fixture.rest.send(
        verb, "/v1/batch-jobs/\(id)\(path.isEmpty ? "" : "/\(path)")", key: fixture.rest.engine.admin)
      let error = told.json["error"] as? [String: Any]
      #expect(error?["errorCode"] as? String == "BATCH_JOB_ERROR_INVALID_INPUT_FILE", "\(told.body)")
      #expect((error?["errorMessage"] as? String)?.contains(words) == true)
    }
    let again = try await fixture.upload("1,text,a\n", to: path)
    #expect(again.status == 400 && again.json["code"] as? Int == 9)
    #expect(fixture.files.isEmpty)
  }

  /// What is wrong with the policy is in the answer; what is wrong with the request is a status.
  @Test func checksThePolicy() async throws {
    let fixture = try await BatchFixture()
    func create(_ body: String) async throws -> RESTFixture.Answer {
      try await fixture.rest.send(.post, "/v1/batch-jobs", body)
    }
    func code(_ answer: RESTFixture.Answer) -> String? {
      (answer.json["error"] as? [String: Any])?["errorCode"] as? String
    }
    let unknown = try await create(#"{"name": "a", "policyId": "\#(UUID().uuidString)"}"#)
    #expect(unknown.status == 200 && code(unknown) == "BATCH_JOB_ERROR_INVALID_POLICY")
    #expect(unknown.json["name"] as? String == "a" && unknown.json["inputFileUploadUrl"] == nil)
    _ = try await fixture.rest.send(.patch, "/v1/policies/\(fixture.policyID)", #"{"disabled": true}"#)
    let disabled = try await create(#"{"name": "a", "policyId": "\#(fixture.policyID)"}"#)
    #expect(disabled.status == 200 && code(disabled) == "BATCH_JOB_ERROR_INVALID_POLICY")
    _ = try await fixture.rest.send(.patch, "/v1/policies/\(fixture.policyID)", #"{"disabled": false}"#)
    let statuses = try await [
      create(#"{"policyId": "7"}"#), create("{}"), create(#"{"policyId": 7}"#),
      create(#"{"name": "\#(String(repeating: "n", count: 257))", "policyId": "\#(fixture.policyID)"}"#),
      create(#"{"policyId": "\#(fixture.policyID)", "webhookUrl": "https://10.0.0.1/"}"#),
      create(#"{"policyId": "\#(fixture.policyID)", "webhookUrl": "http://example.com/"}"#),
      create(#"{"policyId": "\#(fixture.policyID)", "webhookUrl": ""}"#),
    ].map(\.status)
    #expect(statuses == [400, 400, 400, 400, 400, 400, 200])
    #expect(fixture.files.isEmpty)
  }

  /// An address holds for its own file of its own batch job, until it expires, and not a byte of it may be other.
  @Test func refusesOtherAddresses() async throws {
    let fixture = try await BatchFixture()
    let (id, path) = try await fixture.create()
    let (otherID, _) = try await fixture.create()
    let tampered = [
      path.replacing(id, with: otherID), path.replacing("/input", with: "/output"),
      path.replacing("expires=", with: "expires=9"), path.replacing("expires=", with: "expires=%2B"),
      String(path.dropLast()), path + "A", path.replacing("signature=", with: "signature=A"),
      String(path.prefix { $0 != "?" }), path.replacing(id, with: "7"),
      path.replacing("signature=", with: "signature=" + String(repeating: "A", count: 43) + "&x="),
    ]
    for path in tampered {
      for (verb, body) in [(HTTPRequest.Method.put, header + "1,text,a\n"), (.post, "x"), (.get, "")] {
        let answer = try await fixture.rest.send(verb, path, body: Array(body.utf8), key: fixture.rest.engine.admin)
        #expect([403, 404, 405, 501].contains(answer.status), "\(verb) \(path): \(answer.status) \(answer.body)")
      }
    }
    #expect(try await fixture.state(id) == "BATCH_JOB_STATE_INITIALIZED")
    // The very last moment, and the one after it.
    fixture.pass(4 * 3_600 - 1)
    #expect(try await fixture.upload("1,text,a\n", to: path).status == 200)
    fixture.pass(1)
    #expect(try await fixture.upload("1,text,a\n", to: path).status == 403)

    try await fixture.run(id)
    let output = try await fixture.outputPath(id)
    #expect(try await fixture.rest.send(.get, output, key: nil).status == 200)
    #expect(try await fixture.rest.send(.get, output.replacing(id, with: otherID), key: nil).status == 403)
    #expect(try await fixture.rest.send(.put, output.replacing("/output", with: "/input"), key: nil).status == 403)
    fixture.pass(3_600)
    #expect(try await fixture.rest.send(.get, output, key: nil).status == 403)
    let fresh = try await fixture.outputPath(id)
    #expect(fresh != output)
    #expect(try await fixture.rest.send(.get, fresh, key: nil).status == 200)
  }

  /// Another account sees, cancels and fetches nothing.
  @Test func accountsAreApart() async throws {
    let fixture = try await BatchFixture()
    let other = try await fixture.rest.engine.otherAccount()
    let (id, path) = try await fixture.create()
    #expect(try await fixture.upload("1,text,a\n", to: path).status == 200)
    let listed = try await fixture.rest.send(.get, "/v1/batch-jobs?batchJobIds=\(id)", key: other.admin)
    #expect(listed.status == 200 && (listed.json["batchJobs"] as? [Any])?.isEmpty == true)
    for (verb, path) in [(HTTPRequest.Method.post, "/cancel"), (.post, "/start"), (.get, "")] {
      #expect(try await fixture.rest.send(verb, "/v1/batch-jobs/\(id)\(path)", key: other.admin).status == 404)
      #expect(try await fixture.rest.send(verb, "/v1/batch-jobs/\(id)\(path)", key: nil).status == 401)
    }
    let made = try await fixture.rest.send(
      .post, "/v1/batch-jobs", body: Array(#"{"policyId": "\#(fixture.policyID)"}"#.utf8), key: other.admin)
    #expect((made.json["error"] as? [String: Any])?["errorCode"] as? String == "BATCH_JOB_ERROR_INVALID_POLICY")
    #expect(try await fixture.state(id) == "BATCH_JOB_STATE_QUEUED")
  }

  /// A second upload takes the place of the first, until the batch job runs; what breaks off changes nothing.
  @Test func aSecondUploadReplacesTheFirst() async throws {
    let fixture = try await BatchFixture()
    let (id, path) = try await fixture.create()
    #expect(try await fixture.upload("first,text,a\n", to: path).status == 200)
    #expect(
      try await fixture.rest.send(.post, path, body: Array((header + "second,text,a\n").utf8), key: nil).status == 200)
    #expect(fixture.files.count == 1)
    await #expect(throws: BrokenOff.self) {
      _ = try await fixture.engine.batches.uploads.take(
        BreakingOff(pieces: [Array((header + "third,text,a\n").utf8)]), for: Self.ticket(path))
    }
    #expect(fixture.files.count == 1)
    try await fixture.run(id)
    #expect(try await fixture.output(id).lines.compactMap { $0["refId"] as? String } == ["second"])
    let late = try await fixture.upload("fourth,text,a\n", to: path)
    #expect(late.status == 400 && late.json["code"] as? Int == 9)
  }

  /// A file over the limit is refused while it comes, whatever is in it, and the batch job still waits for one.
  @Test func limitsFiles() async throws {
    let fixture = try await BatchFixture()
    let (id, path) = try await fixture.create()
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    let pieces = [Array("no header\n".utf8)] + Array(repeating: piece, count: BatchLimits.inputBytes / piece.count)
    await #expect(throws: BatchInputTooLarge.self) {
      _ = try await fixture.engine.batches.uploads.take(
        BreakingOff(pieces: pieces), for: Self.ticket(path))
    }
    #expect(try await fixture.state(id) == "BATCH_JOB_STATE_INITIALIZED")
    #expect(fixture.files.isEmpty)
    #expect(try await fixture.upload("1,text,a\n", to: path).status == 200)
  }

  /// Cancelled before its file, before its turn, or after its end: one end, told the same each time.
  @Test func cancels() async throws {
    let fixture = try await BatchFixture()
    func cancel(_ id: String) async throws -> String? {
      try await fixture.rest.send(.post, "/v1/batch-jobs/\(id)/cancel", "{}").json["state"] as? String
    }
    let (waiting, path) = try await fixture.create()
    #expect(try await cancel(waiting) == "BATCH_JOB_STATE_CANCELLED")
    #expect(try await fixture.upload("1,text,a\n", to: path).status == 400)
    fixture.pass(1)
    let (queued, queuedPath) = try await fixture.create()
    #expect(try await fixture.upload("1,text,a\n", to: queuedPath).status == 200)
    #expect(try await cancel(queued) == "BATCH_JOB_STATE_CANCELLED")
    #expect(fixture.files.isEmpty)
    try await fixture.run(queued)
    #expect(try await fixture.state(queued) == "BATCH_JOB_STATE_CANCELLED")
    let (done, donePath) = try await fixture.create()
    #expect(try await fixture.upload("1,text,a\n", to: donePath).status == 200)
    try await fixture.run(done)
    #expect(try await cancel(done) == "BATCH_JOB_STATE_COMPLETED")
    #expect(try await fixture.output(done).status == 200)
    #expect(try await fixture.rest.send(.post, "/v1/batch-jobs/\(UUID())/cancel", "{}").status == 404)
    let listed = try await fixture.rest.get(
      "/v1/batch-jobs?states=BATCH_JOB_STATE_CANCELLED&states=BATCH_JOB_STATE_ERROR")
    #expect(
      (listed.json["batchJobs"] as? [[String: Any]])?.compactMap { $0["batchJobId"] as? String } == [queued, waiting])
    #expect(try await fixture.rest.get("/v1/batch-jobs?batchJobIds=7").status == 400)
  }

  /// Cancelled in the middle: the work is left off, and nothing of it stays.
  @Test func cancelsWhatRuns() async throws {
    let gate = GateScorer()
    let fixture = try await BatchFixture(scorers: [gate], policy: #"LABEL "L" { "yes" }"#)
    let (id, path) = try await fixture.create()
    #expect(try await fixture.upload("1,text,yes one\n2,text,wait\n3,text,yes two\n", to: path).status == 200)
    async let run: Void = fixture.run(id)
    // The work has a low priority: a test that only yields would not let it run.
    while gate.begun < 3 { try await Task.sleep(for: .milliseconds(2)) }
    #expect(try await fixture.state(id) == "BATCH_JOB_STATE_SUBMITTED")
    let answer = try await fixture.rest.send(.post, "/v1/batch-jobs/\(id)/cancel", "{}")
    #expect(answer.json["state"] as? String == "BATCH_JOB_STATE_CANCELLED")
    // The gate was never opened.
    try await run
    #expect(try await fixture.state(id) == "BATCH_JOB_STATE_CANCELLED")
    #expect(fixture.files.isEmpty)
  }

  /// Wherever a server left off, with whatever beyond what it had kept as written, the next one ends with the same output.
  @Test(arguments: [0, 16, 32, 40], ["", "{\"refId\":", "{\"refId\":\"17\",\"error\":{}}\n{\"re"])
  func resumesWhereItWasLeft(_ done: Int, _ beyond: String) async throws {
    let fixture = try await BatchFixture()
    let rows = (0..<40).map { "\($0),text,a cat \($0)\n" }.joined()
    let whole = try await fixture.output(of: rows).body
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: true).map { $0 + "\n" }
    let kept = lines.prefix(done).joined()

    let (id, path) = try await fixture.create()
    #expect(try await fixture.upload(rows, to: path).status == 200)
    let uuid = try #require(UUID(uuidString: id))
    let progress = BatchProgress(rows: done, failedRows: 0, outputBytes: kept.utf8.count)
    var events: [BatchEvent] = [.began, .checked, .submitted, .wrote(progress)]
    if done == 40 { events += [.evaluated] }
    for event in events { #expect(try await fixture.store.apply(event, to: uuid, at: Date()) != nil) }
    let folder = fixture.rest.engine.dataFolder.appending(path: "\(BatchFiles.folderName)/\(id)")
    try Data((kept + beyond).utf8).write(to: folder.appending(path: "output.jsonl"))

    try await fixture.run(id)
    #expect(try await fixture.state(id) == "BATCH_JOB_STATE_COMPLETED")
    #expect(try await fixture.output(id).body == whole)
  }

  /// An input that is not what came ends the batch job; an output that was taken away is made anew.
  @Test func checksItsFiles() async throws {
    let fixture = try await BatchFixture()
    let (id, path) = try await fixture.create()
    #expect(try await fixture.upload("1,text,a\n2,text,b\n", to: path).status == 200)
    let folder = fixture.rest.engine.dataFolder.appending(path: "\(BatchFiles.folderName)/\(id)")
    let input = folder.appending(path: try #require(fixture.files.first.map { URL(filePath: $0).lastPathComponent }))
    try Data((header + "1,text,a\n").utf8).write(to: input)
    try await fixture.run(id)
    #expect(try await fixture.state(id) == "BATCH_JOB_STATE_ERROR")
    #expect(fixture.files.isEmpty)

    let (second, secondPath) = try await fixture.create()
    #expect(try await fixture.upload("1,text,a\n2,text,b\n", to: secondPath).status == 200)
    let uuid = try #require(UUID(uuidString: second))
    for event in [.began, .checked, .submitted, .wrote(BatchProgress(rows: 1, failedRows: 0, outputBytes: 500))]
      as [BatchEvent]
    {
      #expect(try await fixture.store.apply(event, to: uuid, at: Date()) != nil)
    }
    try await fixture.run(second)
    #expect(try await fixture.output(second).lines.compactMap { $0["refId"] as? String } == ["1", "2"])
  }

  /// A policy that is gone when the turn comes ends the batch job; a new version of it changes nothing.
  @Test func keepsToItsVersion() async throws {
    let fixture = try await BatchFixture()
    let (first, firstPath) = try await fixture.create()
    #expect(try await fixture.upload("1,text,a cat\n", to: firstPath).status == 200)
    _ = try await fixture.rest.send(
      .post, "/v1/policies/\(fixture.policyID)/versions",
      #"{"versionText": "LABEL \"A\" { =(\"stone\") }", "activate": true}"#)
    try await fixture.run(first)
    let report = try await fixture.output(first).lines.first?["report"] as? [String: Any]
    #expect(report?["result"] as? String == "OUTCOME_TRUE")
    #expect(try await fixture.batch(first)["policyVersionId"] as? String == report?["policyVersionId"] as? String)
    let (second, secondPath) = try await fixture.create()
    #expect(try await fixture.upload("1,text,a cat\n", to: secondPath).status == 200)
    _ = try await fixture.rest.send(.delete, "/v1/policies/\(fixture.policyID)", key: fixture.rest.engine.admin)
    try await fixture.run(second)
    let status = try await fixture.rest.get("/v1/batch-jobs/\(second)")
    #expect((status.json["error"] as? [String: Any])?["errorCode"] as? String == "BATCH_JOB_ERROR_INVALID_POLICY")
  }

  /// What is not needed any more goes: files that nothing names at once, batch jobs without a file after some hours, and
  /// those that ended after some days.
  @Test func removesWhatIsNotNeeded() async throws {
    let fixture = try await BatchFixture()
    let (done, path) = try await fixture.create()
    #expect(try await fixture.upload("1,text,a\n", to: path).status == 200)
    try await fixture.run(done)
    let (idle, _) = try await fixture.create()
    let (queued, queuedPath) = try await fixture.create()
    #expect(try await fixture.upload("1,text,a\n", to: queuedPath).status == 200)
    let files = BatchFiles(folder: fixture.rest.engine.dataFolder.appending(path: BatchFiles.folderName))
    _ = try await files.makeInput(of: UUID())
    _ = try await files.makeInput(of: try #require(UUID(uuidString: queued)))
    #expect(fixture.files.count == 4)

    try await fixture.engine.batchRetention.sweep(at: Date())
    #expect(fixture.files.count == 2)
    #expect(try await fixture.state(idle) == "BATCH_JOB_STATE_INITIALIZED")
    try await fixture.engine.batchRetention.sweep(at: Date().addingTimeInterval(6 * 3_600))
    #expect(try await fixture.state(idle) == "BATCH_JOB_STATE_ERROR")
    #expect(try await fixture.output(done).status == 200)
    try await fixture.engine.batchRetention.sweep(at: Date().addingTimeInterval(8 * 86_400))
    #expect(try await fixture.batch(done).isEmpty)
    #expect(try await fixture.state(queued) == "BATCH_JOB_STATE_QUEUED")
    #expect(fixture.files.count == 1)
  }

  private static func ticket(_ path: String) -> BatchTicket {
    let parts = URLComponents(string: path)
    func value(_ name: String) -> String { parts?.queryItems?.first { $0.name == name }?.value ?? "" }
    let id = path.split(separator: "/").dropFirst(2).first.map(String.init) ?? ""
    return BatchTicket(batch: id, expires: value("expires"), signature: value("signature"))
  }
}

private struct BrokenOff: Error {}

/// Pieces of a file, and then the connection is gone.
private struct BreakingOff: AsyncSequence, Sendable {
  struct AsyncIterator: AsyncIteratorProtocol {
    var pieces: ArraySlice<[UInt8]>

    mutating func next() async throws -> [UInt8]? {
      guard let piece = pieces.popFirst() else { throw BrokenOff() }
      return piece
    }
  }

  let pieces: [[UInt8]]

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pieces: pieces[...]) }
}

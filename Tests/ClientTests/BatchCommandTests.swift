internal import Foundation
internal import TestSupport
internal import Testing

/// `gavel batch` against a server in a process of its own, which is killed in the middle.
struct BatchCommandTests {
  private static let key = "gavel_batch_command_test_key"
  private static let header = "ref_id,type,content\n"

  private func gavel(_ arguments: [String], _ server: ServerProcess) async throws -> Program.Result {
    var gavel = Program.gavel
    gavel.environment = ["GAVEL_API_KEY": Self.key, "GAVEL_SERVER": server.address]
    return try await gavel.run(["batch"] + arguments)
  }

  private func ids(_ output: URL) throws -> [String] {
    try String(contentsOf: output, encoding: .utf8).split(separator: "\n").compactMap { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["report"] == nil ? nil : object?["refId"] as? String
    }
  }

  /// One command does all steps, and says what is wrong with a file or a policy; what was made can be listed, fetched
  /// again and cancelled.
  @Test func runsListsAndCancels() async throws {
    let folder = try ServerProcess.folder()
    let server = try await ServerProcess.start(folder: folder, key: Self.key)
    defer { server.kill() }
    let policy = try await server.policyID()
    let input = folder.url.appending(path: "comments.csv")
    let output = folder.url.appending(path: "reports.jsonl")
    try Data((Self.header + "1, text, a cat\n2, text, \"a dog, not\na cat\"\n").utf8).write(to: input)

    let run = try await gavel(["run", input.path, "--policy", policy, "--output", output.path], server)
    #expect(run.status == 0 && run.errors.contains("2 rows"), "\(run.errors)")
    #expect(try ids(output) == ["1", "2"])
    let listed = try await gavel(["list"], server)
    #expect(listed.output.contains("completed") && listed.output.contains("comments.csv"))
    let id = String(listed.output.prefix { $0 != " " })
    let again = try await gavel(["run", "--batch", id], server)
    let fetched = try String(contentsOf: output, encoding: .utf8)
    #expect(again.status == 0 && again.output == fetched)
    let cancelled = try await gavel(["cancel", id], server)
    #expect(cancelled.status == 0 && cancelled.output.contains("completed"))

    try Data((Self.header + "1,text,a\n2,video,b\n").utf8).write(to: input)
    let bad = try await gavel(["run", input.path, "--policy", policy], server)
    #expect(bad.status == 1 && bad.errors.contains("line 3") && bad.output.isEmpty, "\(bad.errors)")
    let unknown = try await gavel(["run", input.path, "--policy", UUID().uuidString], server)
    #expect(unknown.status == 1 && unknown.errors.contains("no policy"))
    let missing = try await gavel(["run", input.path + "x", "--policy", policy], server)
    #expect(missing.status == 2)
  }

  /// A key that is over its rate waits as it is told to, and is not given up on.
  @Test func waitsWhereItsKeyIsOverItsRate() async throws {
    let folder = try ServerProcess.folder()
    let server = try await ServerProcess.start(
      folder: folder, key: Self.key, arguments: ["--rate-limit", "1", "--rate-limit-burst", "2"])
    defer { server.kill() }
    // With the call that makes the batch job, all that it may ask for at once.
    let policy = try await server.policyID()
    let input = folder.url.appending(path: "comments.csv")
    let output = folder.url.appending(path: "reports.jsonl")
    try Data((Self.header + "1,text,a cat\n").utf8).write(to: input)
    let run = try await gavel(["run", input.path, "--policy", policy, "--output", output.path], server)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try ids(output) == ["1"])
  }

  /// kill -9 again and again in the middle of batch jobs: the next server goes on, and every row has one line, in order.
  @Test func everyRowHasOneLineAfterKills() async throws {
    let folder = try ServerProcess.folder()
    var server = try await ServerProcess.start(folder: folder, key: Self.key)
    defer { server.kill() }
    let policy = try await server.policyID()
    let rows = 4_000
    let times = Kills.count(6)
    var killed = 0
    var batch: String?
    var seen = 0
    while killed < times {
      let id: String
      if let batch {
        id = batch
      } else {
        id = try await upload(rows: rows, to: server, policy: policy)
        batch = id
        seen = -1
      }
      // Until it has come further than the server before it.
      let status = try await server.send("GET", "/v1/batch-jobs/\(id)")
      let done = try #require(status["rowsDone"] as? Int)
      #expect(done >= seen)
      let state = (status["batchJob"] as? [String: Any])?["state"] as? String
      if state == "BATCH_JOB_STATE_COMPLETED" {
        try await expectEveryLine(of: id, rows: rows, on: server, in: folder)
        batch = nil
        continue
      }
      guard done > seen else {
        await Task.yield()
        continue
      }
      seen = done
      server.kill()
      killed += 1
      server = try await ServerProcess.start(folder: folder, key: Self.key)
    }
    if let batch { try await expectEveryLine(of: batch, rows: rows, on: server, in: folder) }
    #expect(killed == times)
  }

  private func upload(rows: Int, to server: ServerProcess, policy: String) async throws -> String {
    let created = try await server.send("POST", "/v1/batch-jobs", #"{"name": "kills", "policyId": "\#(policy)"}"#)
    let text = (0..<rows).map { "\($0),text,a cat sat on the mat \($0)\n" }.joined()
    let uploaded = try await server.send(
      "PUT", to: created["inputFileUploadUrl"] as? String ?? "", Self.header + text)
    #expect(uploaded["rows"] as? Int == rows)
    return try #require(created["batchJobId"] as? String)
  }

  /// Waits for its end.
  private func expectEveryLine(
    of batch: String, rows: Int, on server: ServerProcess, in folder: TemporaryFolder
  ) async throws {
    let output = folder.url.appending(path: "\(batch).jsonl")
    let run = try await gavel(["run", "--batch", batch, "--output", output.path], server)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try ids(output) == (0..<rows).map(String.init))
  }
}

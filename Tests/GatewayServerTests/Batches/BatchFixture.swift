internal import Foundation
internal import Gateway
internal import GatewayServer
internal import HTTPTypes
internal import SignalScoring
internal import Storage
internal import TestSupport
internal import Testing

/// Batch jobs over REST in the process, run when a test says so.
struct BatchFixture: Sendable {
  static let header = "ref_id,type,content\n"

  let rest: RESTFixture
  private let moment: MovingClock

  init(
    scorers: [any SignalScorer] = [], webhooks: WebhookClient? = nil, policy: String? = nil
  ) async throws {
    let moment = MovingClock()
    self.moment = moment
    // No test waits for another try.
    let engine = try await TestEngine(
      scorers: scorers, webhooks: webhooks, now: { moment.now }, pause: { _ in })
    rest = try await RESTFixture(engine: engine)
    policyID =
      if let policy { try await engine.policy(policy, key: "of the test").uuidString.lowercased() } else {
        rest.policyID
      }
  }

  let policyID: String

  var engine: Engine { rest.engine.engine }
  var store: SQLiteStore { rest.engine.store }

  var now: Date { moment.now }

  func pass(_ time: TimeInterval) { moment.pass(time) }

  /// - Returns: its id and the path, with query, that its file goes to.
  func create(name: String = "a batch") async throws -> (id: String, path: String) {
    let answer = try await rest.send(
      .post, "/v1/batch-jobs", #"{"name": "\#(name)", "policyId": "\#(policyID)"}"#)
    let address = answer.json["inputFileUploadUrl"] as? String ?? ""
    try #require(answer.status == 200 && address.hasPrefix("http://gavel.test/v1/batch-jobs/"), "\(answer.body)")
    return (answer.json["batchJobId"] as? String ?? "", String(address.dropFirst("http://gavel.test".count)))
  }

  /// - Parameter rows: without the header.
  func upload(_ rows: String, to path: String, header: String = BatchFixture.header) async throws -> RESTFixture.Answer
  {
    try await rest.send(.put, path, body: Array((header + rows).utf8), key: nil)
  }

  func run(_ id: String) async throws {
    await engine.batchRunner.perform(try #require(UUID(uuidString: id)))
  }

  /// As `GetBatchJobs` answers it.
  func batch(_ id: String) async throws -> [String: Any] {
    let answer = try await rest.get("/v1/batch-jobs?batchJobIds=\(id)")
    return (answer.json["batchJobs"] as? [[String: Any]])?.first ?? [:]
  }

  func state(_ id: String) async throws -> String { try await batch(id)["state"] as? String ?? "" }

  /// The path, with query, of the output; empty where there is none.
  func outputPath(_ id: String) async throws -> String {
    let address = try await batch(id)["outputFileUrl"] as? String ?? ""
    return String(address.dropFirst("http://gavel.test".count))
  }

  func output(_ id: String) async throws -> RESTFixture.Answer {
    try await rest.send(.get, try await outputPath(id), key: nil)
  }

  /// The whole of one, from its making to its output.
  func output(of rows: String) async throws -> RESTFixture.Answer {
    let (id, path) = try await create()
    #expect(try await upload(rows, to: path).status == 200)
    try await run(id)
    return try await output(id)
  }

  /// The files that are there of any batch job.
  var files: [String] {
    let folder = rest.engine.dataFolder.appending(path: BatchFiles.folderName).path
    return (try? FileManager.default.subpathsOfDirectory(atPath: folder))?.filter { $0.contains("/") } ?? []
  }
}

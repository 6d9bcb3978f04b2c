internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOFoundationEssentialsCompat
internal import NIOHTTP1
internal import TestSupport
internal import Testing

/// kill -9 loses no job that was acknowledged, and ends none twice.
struct CrashRecoveryTests {
  private static let key = "gavel_crash_recovery_test_key"

  /// A hundred jobs are taken on, the server is killed in the middle, a second one ends every one of them.
  @Test func everyJobEndsOnceAfterAKill() async throws {
    let folder = try TemporaryFolder()
    let policies = folder.url.appending(path: "policies")
    try FileManager.default.createDirectory(at: policies, withIntermediateDirectories: true)
    try Data(#"LABEL "Cats" { =("cat") }"#.utf8).write(to: policies.appending(path: "cats.policy"))

    var server = try await ServerProcess.start(folder: folder, key: Self.key)
    let policy = try await server.policyID()
    var jobs: Set<String> = []
    let text = String(repeating: "a cat sat on the mat and looked at nothing in particular. ", count: 2_000)
    for _ in 0..<100 {
      let answer = try await server.send(
        "POST", "/v1/jobs", #"{"contentData":[{"text":"\#(text)"}],"policyId":"\#(policy)"}"#)
      let job = answer["job"] as? [String: Any]
      jobs.insert(job?["jobUuid"] as? String ?? "")
    }
    #expect(jobs.count == 100)
    server.kill()

    server = try await ServerProcess.start(folder: folder, key: Self.key)
    var ended: [String: String] = [:]
    for _ in 0..<1_500 where ended.count < jobs.count {
      for job in jobs where ended[job] == nil {
        let answer = try await server.send("GET", "/v1/jobs/\(job)")
        let found = answer["job"] as? [String: Any]
        let status = found?["status"] as? String ?? ""
        guard status == "JOB_STATUS_COMPLETED" else { continue }
        ended[job] = status
        #expect((found?["results"] as? [Any])?.count == 1)
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(ended.count == 100)
    let listed = try await server.send("GET", "/v1/jobs?pageSize=1000")
    #expect((listed["jobs"] as? [Any])?.count == 100)
    server.kill()
  }
}

/// A `gavel serve` in a process of its own.
struct ServerProcess {
  private let process: Process
  let address: String
  private let key: String

  /// - Parameter arguments: beside those that every such server is started with.
  static func start(folder: TemporaryFolder, key: String, arguments: [String] = []) async throws -> ServerProcess {
    var gavel = Program.gavel
    gavel.environment = ["GAVEL_ADMIN_KEY": key]
    // Ports are the system's to give; the one asked for here was free a moment ago.
    let ports = try FreePorts.two()
    let process = try gavel.start(
      [
        "serve", "--plaintext", "--lexical-only", "--data", folder.url.appending(path: "data").path, "--policies",
        folder.url.appending(path: "policies").path, "--rest-port", String(ports.0), "--grpc-port", String(ports.1),
      ] + arguments)
    let server = ServerProcess(process: process, address: "http://127.0.0.1:\(ports.0)", key: key)
    for _ in 0..<3_000 {
      if (try? await server.send("GET", "/readyz"))?["status"] as? String == "ok" { return server }
      guard process.isRunning else { throw TestFailure("the server ended with \(process.terminationStatus)") }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw TestFailure("the server does not get ready")
  }

  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  func policyID() async throws -> String {
    let answer = try await send("GET", "/v1/policies")
    return ((answer["policies"] as? [[String: Any]])?.first)?["policyId"] as? String ?? ""
  }

  func send(_ method: String, _ path: String, _ body: String? = nil) async throws -> [String: Any] {
    try await send(method, to: address + path, key: key, body)
  }

  /// - Parameter key: nil sends none.
  func send(_ method: String, to url: String, key: String? = nil, _ body: String?) async throws -> [String: Any] {
    var request = HTTPClientRequest(url: url)
    request.method = .RAW(value: method)
    if let key { request.headers.add(name: "Authorization", value: "Bearer \(key)") }
    if let body { request.body = .bytes(ByteBuffer(string: body)) }
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    let bytes = try await response.body.collect(upTo: 64 << 20)
    return (try JSONSerialization.jsonObject(with: Data(buffer: bytes))) as? [String: Any] ?? [:]
  }
}

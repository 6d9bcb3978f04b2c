internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOFoundationEssentialsCompat
internal import NIOHTTP1
internal import TestSupport

/// A `gavel serve` in a process of its own.
struct ServerProcess {
  private let process: Process
  let address: String
  private let key: String

  /// A folder for one, with a policy that looks for cats.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let policies = folder.url.appending(path: "policies")
    try FileManager.default.createDirectory(at: policies, withIntermediateDirectories: true)
    try Data(#"LABEL "Cats" { =("cat") }"#.utf8).write(to: policies.appending(path: "cats.policy"))
    return folder
  }

  /// - Parameter arguments: beside those that every such server is started with.
  static func start(folder: TemporaryFolder, key: String, arguments: [String] = []) async throws -> ServerProcess {
    var gavel = Program.gavel
    gavel.environment = ["GAVEL_ADMIN_KEY": key]
    let log = folder.url.appending(path: "server.log")
    let process = try gavel.start(
      [
        "serve", "--plaintext", "--lexical-only", "--data", folder.url.appending(path: "data").path, "--policies",
        folder.url.appending(path: "policies").path, "--rest-port", "0", "--grpc-port", "0",
      ] + arguments, errors: log)
    for _ in 0..<6_000 {
      // It says where it listens once it does.
      let said = try String(contentsOf: log, encoding: .utf8)
      if said.hasSuffix("\n"), let address = said.firstMatch(of: /rest=(http:\/\/\S+)/)?.1 {
        return ServerProcess(process: process, address: String(address), key: key)
      }
      guard process.isRunning else {
        throw TestFailure("the server ended with \(process.terminationStatus): \(said)")
      }
      try await Task.sleep(for: .milliseconds(5))
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

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

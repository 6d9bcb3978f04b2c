internal import AsyncHTTPClient
internal import Foundation
internal import GatewayProtocol
internal import NIOCore
internal import NIOHTTP1
internal import SwiftProtobuf

/// The steps of a batch job, from the side that asks for it.
struct BatchClient {
  /// What a file's way there or back may take.
  private static let transferTime: TimeAmount = .hours(4)
  private static let pollTime: Duration = .seconds(1)
  /// Seconds that a server which asks for more time is left alone, at most.
  private static let longestPause = 60
  /// Calls in a row that may fail before the waiting is given up.
  private static let failedPolls = 30

  private enum Poll {
    case status(BatchStatus)
    /// The key is over its rate.
    case later(Duration)
  }

  let connection: ServerConnection

  /// - Throws: `ServerRefusal`, also where the policy cannot be used.
  func create(name: String, policy: String) async throws -> Clavata_Gateway_V1_CreateBatchJobResponse {
    let created: Clavata_Gateway_V1_CreateBatchJobResponse = try await connection.call(
      .POST, "/v1/batch-jobs",
      Clavata_Gateway_V1_CreateBatchJobRequest.with {
        $0.name = name
        $0.policyID = policy
      })
    guard !created.hasError else { throw ServerRefusal(message: created.error.errorMessage, isInput: true) }
    return created
  }

  /// - Parameter address: signed; no key is sent to it.
  func upload(_ file: OutgoingFile, to address: String) async throws {
    var request = HTTPClientRequest(url: address)
    request.method = .PUT
    _ = try await connection.send(file, as: "text/csv", by: request, timeout: Self.transferTime)
  }

  /// Waits for its end.
  ///
  /// - Parameter report: is told how far it has come.
  func end(of id: String, report: (BatchStatus) -> Void) async throws -> BatchStatus {
    var failures = 0
    while true {
      var pause = Self.pollTime
      do {
        switch try await poll(id) {
        case .status(let status):
          report(status)
          if status.hasEnded { return status }
          failures = 0
        case .later(let asked): pause = asked
        }
      } catch let error as ServerRefusal where error.isUnreachable {
        failures += 1
        if failures == Self.failedPolls { throw error }
      }
      try await Task.sleep(for: pause)
    }
  }

  /// - Parameter address: signed; no key is sent to it.
  /// - Parameter file: written whole or not at all; nil is standard output.
  func fetch(_ address: String, to file: String?) async throws {
    let response: HTTPClientResponse
    do {
      response = try await connection.client.execute(HTTPClientRequest(url: address), timeout: Self.transferTime)
    } catch {
      throw ServerRefusal(message: "the output cannot be fetched: \(error)")
    }
    guard response.status == .ok else {
      let body = try await response.body.collect(upTo: ServerArguments.answerBytes)
      throw ServerRefusal(message: ServerConnection.message(of: response.status, body))
    }
    guard let file else { return try await Self.write(response.body, to: .standardOutput) }
    let part = URL(filePath: file + ".part")
    guard FileManager.default.createFile(atPath: part.path, contents: nil),
      let handle = try? FileHandle(forWritingTo: part)
    else { throw SettingError("\(file): cannot be written") }
    do {
      try await Self.write(response.body, to: handle)
      try handle.close()
      guard rename(part.path, file) == 0 else { throw SettingError("\(file): cannot be written") }
    } catch {
      try? FileManager.default.removeItem(at: part)
      throw error
    }
  }

  private static func write(_ body: HTTPClientResponse.Body, to handle: FileHandle) async throws {
    for try await block in body { try handle.write(contentsOf: Data(block.readableBytesView)) }
  }

  private func poll(_ id: String) async throws -> Poll {
    let (status, headers, body) = try await connection.exchange(
      connection.request(.GET, "/v1/batch-jobs/\(Self.escaped(id))"), timeout: ServerArguments.timeout)
    if status == .tooManyRequests { return .later(Self.pause(headers.first(name: "Retry-After"))) }
    guard status == .ok else {
      throw ServerRefusal(
        message: ServerConnection.message(of: status, body), isUnreachable: status == .serviceUnavailable)
    }
    return .status(try BatchStatus(Array(buffer: body)))
  }

  /// - Parameter retryAfter: the header; one that is no number of seconds says nothing.
  private static func pause(_ retryAfter: String?) -> Duration {
    guard let seconds = retryAfter.flatMap({ Int($0) }) else { return pollTime }
    return max(pollTime, .seconds(min(seconds, longestPause)))
  }

  static func escaped(_ id: String) -> String {
    id.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-"])) ?? id
  }
}

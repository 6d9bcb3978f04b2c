internal import Gateway
internal import GatewayProtocol
internal import NIOCore
internal import SwiftProtobuf

/// A request that was read, ready to be run for its results.
struct StreamRun: Sendable {
  /// Takes the lines of results that are ready; its suspension holds the work back.
  typealias Emit = @Sendable (ByteBuffer) async throws -> Void

  /// Whether there will be one result and no more.
  var isSingle: Bool
  var run: @Sendable (Caller, Emit) async throws -> Void
}

/// Results as the lines of a stream: `{"result":...}` and a newline each.
enum StreamLines {
  private static let head = Array(#"{"result":"#.utf8)

  /// - Parameter appendJSON: appends one result's JSON.
  static func of<Result>(
    _ results: [Result], _ appendJSON: (Result, inout [UInt8]) throws -> Void
  ) rethrows -> ByteBuffer {
    var lines: [UInt8] = []
    for result in results {
      lines.append(contentsOf: head)
      try appendJSON(result, &lines)
      lines.append(UInt8(ascii: "}"))
      lines.append(UInt8(ascii: "\n"))
    }
    return ByteBuffer(bytes: lines)
  }

  static func of(_ results: [some Message]) throws -> ByteBuffer { try of(results, appendJSON) }

  private static func appendJSON(_ message: some Message, to out: inout [UInt8]) throws {
    try ProtoJSONWriter.encode(message, into: &out)
  }
}

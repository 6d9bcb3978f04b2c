internal import Foundation
internal import GRPCCore
internal import GRPCNIOTransportHTTP2

/// What a call over gRPC came to, in bytes.
struct RawCall: Sendable, Equatable {
  /// nil where it went well.
  var code: RPCError.Code?
  var message = ""
  /// All messages of the answer, or an error's details.
  var bytes = Data()

  /// - Parameter method: `package.Service/Method`.
  static func send(
    _ request: [UInt8], to method: String, key: String, over client: GRPCClient<HTTP2ClientTransport.Posix>
  ) async throws -> RawCall {
    let parts = method.split(separator: "/").map(String.init)
    do {
      return try await client.serverStreaming(
        request: ClientRequest(message: request, metadata: ["authorization": "Bearer \(key)"]),
        descriptor: MethodDescriptor(fullyQualifiedService: parts[0], method: parts[1]), serializer: Bytes(),
        deserializer: Bytes(), options: .defaults
      ) { response in
        var bytes = Data()
        for try await message in response.messages { bytes.append(contentsOf: message) }
        return RawCall(code: nil, bytes: bytes)
      }
    } catch let error as RPCError {
      var details = Data()
      for bytes in error.metadata[binaryValues: "grpc-status-details-bin"] { details.append(contentsOf: bytes) }
      return RawCall(code: error.code, message: error.message, bytes: details)
    }
  }

  /// Whether a text is anywhere in it.
  func contains(_ text: String) -> Bool {
    message.contains(text) || bytes.range(of: Data(text.utf8)) != nil
  }

  /// The same with another text in the place of each of `texts`, all of one length.
  func replacing(_ texts: [String: String]) -> RawCall {
    var call = self
    for (text, other) in texts {
      call.message = call.message.replacing(text, with: other)
      while let found = call.bytes.range(of: Data(text.utf8)) {
        call.bytes.replaceSubrange(found, with: Data(other.utf8))
      }
    }
    return call
  }

  /// Messages as they are on the wire.
  private struct Bytes: MessageSerializer, MessageDeserializer {
    func serialize<Contiguous: GRPCContiguousBytes>(_ message: [UInt8]) throws -> Contiguous { Contiguous(message) }

    func deserialize<Contiguous: GRPCContiguousBytes>(_ bytes: Contiguous) throws -> [UInt8] {
      bytes.withUnsafeBytes { Array($0) }
    }
  }
}

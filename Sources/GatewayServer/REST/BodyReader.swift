internal import GatewayProtocol
internal import Hummingbird
internal import NIOCore
internal import SwiftProtobuf

/// How a message is read from a request's body.
struct BodyReader<M: Message>: Sendable {
  /// - Throws: `WireFormatError`; `BodyTooLarge`.
  let read: @Sendable (RequestBody) async throws -> M

  /// All of the body at once.
  static var whole: BodyReader {
    BodyReader { body in
      let bytes = try await body.collect(upTo: RESTLimits.bodyBytes)
      return try ProtoJSONReader.decode(from: Array(buffer: bytes))
    }
  }

  /// The elements of a long list as they come, so that the body and the message are never held together.
  ///
  /// - Parameters:
  ///   - list: the field, which has most of the body.
  ///   - name: its name in JSON.
  ///   - protoName: its name in the `.proto` file.
  static func elements<Element: Message>(
    of list: any WritableKeyPath<M, [Element]> & Sendable, name: String, protoName: String
  ) -> BodyReader {
    BodyReader { body in
      var reader = ProtoJSONListReader(list, name: name, protoName: protoName)
      var failure: WireFormatError?
      var length = 0
      for try await part in body {
        length += part.readableBytes
        guard length <= RESTLimits.bodyBytes else { throw BodyTooLarge() }
        // After a failure the body is read to its end, so that its sender gets to the answer.
        guard failure == nil else { continue }
        do throws(WireFormatError) {
          try part.withUnsafeReadableBytes { (bytes) throws(WireFormatError) in try reader.take(bytes) }
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      return try reader.finish()
    }
  }
}

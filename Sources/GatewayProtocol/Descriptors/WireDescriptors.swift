package import SwiftProtobuf

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// The descriptors of every message and service that is spoken here, as the compiler of the `.proto` files wrote them.
///
/// Of the source info they have the places with a leading comment.
package enum WireDescriptors {
  /// One descriptor a file; a file comes after those it imports.
  package static let files = decoded(as: Google_Protobuf_FileDescriptorSet.self).file

  /// The bytes of each of ``files``, as they were written.
  package static var serializedFiles: [Data] {
    // A set of descriptors and an answer of reflection are one on the wire; the latter leaves its members packed.
    decoded(as: Grpc_Reflection_V1_FileDescriptorResponse.self).fileDescriptorProto
  }

  private static func decoded<M: Message>(as type: M.Type) -> M {
    guard
      let bytes = Data(base64Encoded: "\(EmbeddedDescriptors.base64)"),
      let message = try? M(serializedBytes: bytes)
    else {
      preconditionFailure("the embedded descriptors do not decode; `make protos` writes them anew")
    }
    return message
  }
}

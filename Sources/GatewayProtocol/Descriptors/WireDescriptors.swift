package import SwiftProtobuf

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The descriptors of every message and service that is spoken here, as the compiler of the `.proto` files wrote them.
package enum WireDescriptors {
  /// One descriptor a file; a file comes after those it imports.
  package static let files: [Google_Protobuf_FileDescriptorProto] = {
    guard
      let bytes = Data(base64Encoded: "\(EmbeddedDescriptors.base64)"),
      let set = try? Google_Protobuf_FileDescriptorSet(serializedBytes: bytes)
    else {
      preconditionFailure("the embedded descriptors do not decode; `make protos` writes them anew")
    }
    return set.file
  }()
}

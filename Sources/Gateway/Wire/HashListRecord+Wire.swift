package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

extension HashListRecord {
  package var wire: Gavel_Hashes_V1_HashList {
    .with {
      $0.name = name
      $0.hashListID = id.wire
      $0.created = .init(created)
      $0.apiTokenID = keyID.wire
      $0.fileHash = "sha256::" + fileHash.map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }.joined()
      $0.counts = .with {
        $0.md5 = UInt32(clamping: counts.md5)
        $0.sha1 = UInt32(clamping: counts.sha1)
        $0.sha256 = UInt32(clamping: counts.sha256)
        $0.pdq = UInt32(clamping: counts.pdq)
        $0.repeatedEntries = UInt32(clamping: counts.repeated)
        $0.lowQuality = UInt32(clamping: counts.lowQuality)
        $0.otherKinds = UInt32(clamping: counts.otherKinds)
      }
      $0.distance = UInt32(clamping: distance)
      $0.memoryBytes = UInt64(clamping: memoryBytes)
    }
  }
}

internal import Crypto
internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// Where a page of a list ended, as an opaque string that holds for one account and one query.
///
/// It carries a digest, so that a token of another query, or a mistyped one, is refused instead of skipping rows. It
/// protects nothing else: whatever it says, a query sees its own account's rows alone.
struct PageToken {
  private static let cursorBytes = 24
  private static let digestBytes = 12
  private let context: Data

  /// For jobs.
  init(query: Clavata_Gateway_V1_ListJobsRequest.Query, account: UUID) {
    var context = Data(account.wire.utf8)
    context.append((try? query.serializedData()) ?? Data())
    self.context = context
  }

  /// For any other list.
  ///
  /// - Parameters:
  ///   - list: its name.
  ///   - query: the request, but for where the page begins and how long it is.
  init(list: String, query: some Message, account: UUID) {
    var context = Data("\(list) \(account.wire)".utf8)
    context.append((try? query.serializedData()) ?? Data())
    self.context = context
  }

  func string(for cursor: PageCursor) -> String {
    string(key: Int64((cursor.created.timeIntervalSince1970 * 1e6).rounded()), id: cursor.id)
  }

  /// - Parameter key: what the list is sorted by.
  func string(key: Int64, id: UUID) -> String {
    var bytes = Data(capacity: Self.cursorBytes + Self.digestBytes)
    withUnsafeBytes(of: key.bigEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: id.uuid) { bytes.append(contentsOf: $0) }
    bytes.append(digest(of: bytes))
    return bytes.base64URL
  }

  /// - Throws: INVALID_ARGUMENT for a token that this query did not give.
  func cursor(from string: String) throws(GatewayError) -> PageCursor {
    let (micros, id) = try position(from: string)
    return PageCursor(created: Date(timeIntervalSince1970: Double(micros) / 1e6), id: id)
  }

  /// - Throws: INVALID_ARGUMENT for a token that this query did not give.
  func position(from string: String) throws(GatewayError) -> (key: Int64, id: UUID) {
    let refusal = GatewayError(.invalidArgument, "pageToken: is not one that this query gave")
    // 36 bytes are 48 characters of base64, without padding.
    guard string.utf8.count == (Self.cursorBytes + Self.digestBytes) / 3 * 4,
      let bytes = Data(base64URL: string),
      bytes.count == Self.cursorBytes + Self.digestBytes,
      digest(of: bytes.prefix(Self.cursorBytes)) == bytes.suffix(Self.digestBytes)
    else { throw refusal }
    let key = bytes.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    var id = UUID().uuid
    withUnsafeMutableBytes(of: &id) { $0.copyBytes(from: bytes.dropFirst(8).prefix(16)) }
    return (key, UUID(uuid: id))
  }

  private func digest(of cursor: Data) -> Data {
    var hash = SHA256()
    hash.update(data: context)
    hash.update(data: cursor)
    return Data(hash.finalize().prefix(Self.digestBytes))
  }
}

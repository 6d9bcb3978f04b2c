internal import Crypto
internal import Foundation
internal import Storage
internal import Synchronization

/// The signed addresses of batch jobs' files: who has one may use that file, until it expires, and nothing else.
final class BatchAddresses: Sendable {
  enum Purpose: String, Sendable {
    case input
    case output
  }

  private static let signatureBytes = 32

  private let files: BatchFiles
  private let server: PublicAddress
  private let secret = Mutex<SymmetricKey?>(nil)

  init(files: BatchFiles, server: PublicAddress) {
    self.files = files
    self.server = server
  }

  func address(of purpose: Purpose, _ batch: UUID, until expiry: Date) async throws -> String {
    let expires = String(Int64(expiry.timeIntervalSince1970))
    let code = HMAC<SHA256>.authenticationCode(for: Self.text(purpose, batch, expires), using: try await key())
    let base = try await server.base()
    return
      "\(base)/v1/batch-jobs/\(batch.wire)/\(purpose.rawValue)?expires=\(expires)&signature=\(Data(code).base64URL)"
  }

  /// The batch job whose file the address is for.
  ///
  /// - Throws: PERMISSION_DENIED, which says nothing of whether there is such a batch job.
  func batch(_ ticket: BatchTicket, for purpose: Purpose, at moment: Date) async throws -> UUID {
    let refusal = GatewayError(.permissionDenied, "the address is not one that this server gave")
    guard let batch = UUID(uuidString: ticket.batch), ticket.expires.utf8.count <= 20,
      let signature = Self.signature(ticket.signature)
    else { throw refusal }
    // Compares in constant time, and before anything is made of what was signed.
    let isGenuine = HMAC<SHA256>.isValidAuthenticationCode(
      signature, authenticating: Self.text(purpose, batch, ticket.expires), using: try await key())
    guard isGenuine, let expires = Int64(ticket.expires) else { throw refusal }
    guard moment.timeIntervalSince1970 < Double(expires) else {
      throw GatewayError(.permissionDenied, "the address has expired")
    }
    return batch
  }

  private static func text(_ purpose: Purpose, _ batch: UUID, _ expires: String) -> Data {
    Data("batch \(purpose.rawValue)\n\(batch.wire)\n\(expires)".utf8)
  }

  private static func signature(_ text: String) -> Data? {
    // 32 bytes are 43 characters of base64.
    guard text.utf8.count == 43, let bytes = Data(base64URL: text), bytes.count == signatureBytes else { return nil }
    return bytes
  }

  private func key() async throws -> SymmetricKey {
    if let key = secret.withLock({ $0 }) { return key }
    let proposed = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    let key = SymmetricKey(data: try await files.secret(orKeep: proposed))
    secret.withLock { $0 = key }
    return key
  }
}

package import Foundation
package import Storage
internal import Synchronization

/// Tells who shows a key.
///
/// Keys that were let in are remembered for a moment, so that a busy key costs no look-up a request; `lifetime` is
/// therefore how long a revoked key may still be let in.
package final class Authenticator: Sendable {
  package static let lifetime: TimeInterval = 2
  /// Remembered keys, at most: what is let in is what counts, so that wrong keys cannot push right ones out.
  package static let capacity = 4_096

  private struct Entry {
    var key: KeyRecord
    var until: Date
  }

  private struct Memory {
    /// By the key's hash: no key stays in memory in the clear.
    var entries: [Data: Entry] = [:]
    /// How often keys were forgotten: what was looked up before the last time is not remembered after it.
    var changes = 0
  }

  private let store: any Store
  private let now: @Sendable () -> Date
  private let memory = Mutex(Memory())
  private let logins: LastLogins

  package init(store: any Store, now: @escaping @Sendable () -> Date = { Date() }) {
    self.store = store
    self.now = now
    logins = LastLogins(store: store)
  }

  /// - Parameter header: the `Authorization` header: `Bearer <key>`.
  /// - Throws: UNAUTHENTICATED; the message does not tell an unknown key from a revoked one.
  package func caller(authorization header: String?) async throws(GatewayError) -> Caller {
    guard let header, let key = Self.bearer(header) else {
      throw GatewayError(.unauthenticated, "an `authorization: Bearer <key>` header is required")
    }
    guard key.utf8.count <= APIKey.maximumBytes else { throw Self.refusal }
    let moment = now()
    let hash = APIKey.hash(key)
    let (entry, changes) = memory.withLock { ($0.entries[hash], $0.changes) }
    if let entry, entry.until > moment, Self.isUsable(entry.key, at: moment) {
      return Caller(entry.key)
    }
    let record: KeyRecord?
    do {
      record = try await store.key(hash: hash)
    } catch {
      throw GatewayError(error)
    }
    guard let record, APIKey.hashesAreEqual(record.hash, hash), Self.isUsable(record, at: moment) else {
      memory.withLock { $0.entries[hash] = nil }
      throw Self.refusal
    }
    memory.withLock {
      guard $0.changes == changes else { return }
      if $0.entries.count >= Self.capacity { $0.entries.removeAll(keepingCapacity: true) }
      $0.entries[hash] = Entry(key: record, until: moment.addingTimeInterval(Self.lifetime))
    }
    if let user = record.userID { logins.note(user, at: moment) }
    return Caller(record)
  }

  /// Lets go of what is remembered of a key, so that a change of it holds at once.
  package func forget(key id: UUID) { forget { $0.id == id } }

  /// The same of all keys of a person.
  package func forget(user id: UUID) { forget { $0.userID == id } }

  private func forget(where isMeant: (KeyRecord) -> Bool) {
    memory.withLock {
      $0.changes += 1
      for (hash, entry) in $0.entries where isMeant(entry.key) { $0.entries[hash] = nil }
    }
  }

  /// Checks that a caller may use a method.
  ///
  /// - Parameter method: `package.Service/Method`.
  /// - Throws: PERMISSION_DENIED; for a method without an entry too.
  package static func authorize(_ caller: Caller, for method: String) throws(GatewayError) {
    switch MethodRoles.access(to: method) {
    case .open: return
    case .least(let role) where caller.role.covers(role): return
    case .least(let role):
      throw GatewayError(.permissionDenied, "this needs a key of role \(role.rawValue), not \(caller.role.rawValue)")
    case nil:
      throw GatewayError(.permissionDenied, "this method is not open to API keys")
    }
  }

  private static let refusal = GatewayError(.unauthenticated, "the API key is not valid")

  private static func bearer(_ header: String) -> String? {
    let bytes = header.utf8
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    guard let start = bytes.firstIndex(where: { !isBlank($0) }) else { return nil }
    guard let end = bytes[start...].firstIndex(where: isBlank) else { return nil }
    // Letters differ from their capitals in this bit alone.
    guard bytes[start..<end].lazy.map({ $0 | 0x20 }).elementsEqual("bearer".utf8),
      let first = bytes[end...].firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return nil }
    return String(header[first...last])
  }

  private static func isUsable(_ key: KeyRecord, at moment: Date) -> Bool {
    key.state == .enabled && key.expires.map { $0 > moment } ?? true
  }
}

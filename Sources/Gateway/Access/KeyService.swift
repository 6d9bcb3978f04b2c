package import Foundation
package import Storage

/// An account's API keys: made, listed, switched.
package struct KeyService: Sendable {
  /// The account of a server that nobody divided further.
  package static let defaultAccount = "default"
  /// Its id, the same on every machine, so that the ids of a folder's policies are too.
  package static let defaultAccountID = UUID(
    uuid: (0x04, 0xf7, 0xa1, 0x49, 0xfb, 0x94, 0x51, 0xc5, 0x81, 0x9c, 0x30, 0xc0, 0x4f, 0x00, 0x47, 0x4b))

  /// Bytes of a key's name, at most.
  package static let maximumNameBytes = 256
  /// Keys that an account may have beside those that are revoked or expired, of which as many are remembered: far more
  /// than services to tell apart.
  package static let maximumKeys = 1_000

  private let store: any Store
  private let now: @Sendable () -> Date

  package init(store: any Store, now: @escaping @Sendable () -> Date = { Date() }) {
    self.store = store
    self.now = now
  }

  /// The default account, made where there is none.
  package func account() async throws(GatewayError) -> AccountRecord {
    do {
      if let account = try await store.account(named: Self.defaultAccount) { return account }
      let account = AccountRecord(id: Self.defaultAccountID, name: Self.defaultAccount, created: Date())
      try await store.insert(account)
      return account
    } catch {
      throw GatewayError(error)
    }
  }

  /// The first admin key of an account that has no key yet.
  ///
  /// - Parameter chosen: the key to take; nil makes one.
  /// - Returns: the key in the clear where it was made here; nil where the account has keys, or the key was chosen.
  package func makeFirstAdmin(of account: AccountRecord, chosen: String?) async throws(GatewayError) -> String? {
    do {
      guard try await store.keys(account: account.id).isEmpty else { return nil }
    } catch {
      throw GatewayError(error)
    }
    let key = chosen ?? APIKey.generate()
    _ = try await keep(key, name: "first admin", role: .admin, expires: nil, account: account.id)
    return chosen == nil ? key : nil
  }

  /// - Returns: the key in the clear, to be shown once, and what is kept of it.
  /// - Throws: INVALID_ARGUMENT for a name that is too long or not printable, or an expiry that is past;
  ///   RESOURCE_EXHAUSTED where the account has too many keys.
  package func create(
    name: String, role: KeyRole, expires: Date?, account: UUID
  ) async throws(GatewayError) -> (key: String, record: KeyRecord) {
    let moment = now()
    if let expires, expires <= moment { throw GatewayError(.invalidArgument, "expires: must be in the future") }
    // Names are printed on terminals.
    guard name.utf8.count <= Self.maximumNameBytes, !name.unicodeScalars.contains(where: { $0.isControl }) else {
      throw GatewayError(
        .invalidArgument, "name: must be at most \(Self.maximumNameBytes) bytes, with no control characters")
    }
    let key = APIKey.generate()
    return (key, try await keep(key, name: name, role: role, expires: expires, account: account))
  }

  /// Newest first.
  package func list(account: UUID) async throws(GatewayError) -> [KeyRecord] {
    do { return try await store.keys(account: account) } catch { throw GatewayError(error) }
  }

  /// - Throws: NOT_FOUND; FAILED_PRECONDITION for a key that was revoked: that is final.
  package func set(_ state: KeyState, key: UUID, account: UUID) async throws(GatewayError) -> KeyRecord {
    do {
      guard let record = try await store.setState(state, key: key, account: account, at: now()) else {
        throw GatewayError(.notFound, "no key has the id \(key.wire)")
      }
      return record
    } catch {
      throw GatewayError(error)
    }
  }

  private func keep(
    _ key: String, name: String, role: KeyRole, expires: Date?, account: UUID
  ) async throws(GatewayError) -> KeyRecord {
    guard (APIKey.minimumBytes...APIKey.maximumBytes).contains(key.utf8.count) else {
      throw GatewayError(
        .invalidArgument, "a key must be \(APIKey.minimumBytes) to \(APIKey.maximumBytes) bytes long")
    }
    guard key.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
      throw GatewayError(.invalidArgument, "a key must be of printable ASCII characters without spaces")
    }
    let record = KeyRecord(
      id: UUID(), accountID: account, name: name, hash: APIKey.hash(key), suffix: APIKey.suffix(of: key), role: role,
      state: .enabled, created: now(), expires: expires)
    do {
      guard try await store.insert(record, limit: Self.maximumKeys) else {
        throw GatewayError(
          .resourceExhausted, "the account has \(Self.maximumKeys) keys already: revoke those that are not in use")
      }
      return record
    } catch {
      throw GatewayError(error)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control || properties.generalCategory == .format }
}

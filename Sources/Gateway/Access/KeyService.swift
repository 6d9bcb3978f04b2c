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
      // By its id first: its name is its administrators' to change.
      if let account = try await store.account(Self.defaultAccountID) { return account }
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
    try check(name: name, expires: expires)
    let key = APIKey.generate()
    return (key, try await keep(key, name: name, role: role, expires: expires, account: account))
  }

  /// A key of a person, with that person's role.
  ///
  /// - Throws: as above; NOT_FOUND where the account has no such user.
  package func create(
    name: String, user: UUID, expires: Date?, account: UUID
  ) async throws(GatewayError) -> (key: String, record: KeyRecord, user: UserRecord) {
    try check(name: name, expires: expires)
    let key = APIKey.generate()
    let record = Self.record(
      of: key, name: name, role: .evaluator, expires: expires, account: account, created: now())
    do {
      guard let kept = try await store.insert(record, ofUser: user, limit: Self.maximumKeys) else { throw Self.isFull }
      return (key, kept.key, kept.user)
    } catch let error as StoreError where error.code == .notFound {
      throw UserService.missing(user)
    } catch {
      throw GatewayError(error)
    }
  }

  private func check(name: String, expires: Date?) throws(GatewayError) {
    if let expires, expires <= now() { throw GatewayError(.invalidArgument, "expires: must be in the future") }
    // Names are printed on terminals.
    try FieldText.requirePrintable(name, field: "name", limit: Self.maximumNameBytes)
  }

  /// What is kept of a key.
  static func record(
    of key: String, name: String, role: KeyRole, expires: Date?, account: UUID, user: UUID? = nil, created: Date
  ) -> KeyRecord {
    KeyRecord(
      id: UUID(), accountID: account, name: name, hash: APIKey.hash(key), suffix: APIKey.suffix(of: key), role: role,
      state: .enabled, created: created, expires: expires, userID: user)
  }

  private static let isFull = GatewayError(
    .resourceExhausted, "the account has \(maximumKeys) keys already: revoke those that are not in use")

  /// Newest first.
  package func list(account: UUID) async throws(GatewayError) -> [KeyRecord] {
    do { return try await store.keys(account: account) } catch { throw GatewayError(error) }
  }

  /// - Parameter keepingAdmin: whether the account's last valid admin key is to stay valid.
  /// - Throws: NOT_FOUND; FAILED_PRECONDITION for a key that was revoked, for that is final, and for the last admin
  ///   key.
  package func set(
    _ state: KeyState, key: UUID, account: UUID, keepingAdmin: Bool = false
  ) async throws(GatewayError) -> KeyRecord {
    do {
      let changed = try await store.setState(
        state, key: key, account: account, at: now(), keepingAdmin: keepingAdmin)
      guard let record = changed else {
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
    let record = Self.record(of: key, name: name, role: role, expires: expires, account: account, created: now())
    do {
      guard try await store.insert(record, limit: Self.maximumKeys) else { throw Self.isFull }
      return record
    } catch {
      throw GatewayError(error)
    }
  }
}

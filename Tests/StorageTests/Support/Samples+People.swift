import Foundation

@testable import Storage

extension Sample {
  static func bytes() -> Data { Data((0..<32).map { _ in UInt8.random(in: 0...255) }) }

  static func invite(
    account: UUID, email: String = "ada@example.com", role: KeyRole = .writer, created: Date = time(),
    expires: Date = time(1_000)
  ) -> InviteRecord {
    InviteRecord(
      id: .random(in: 1...UInt32.max), accountID: account, email: email, role: role, firstName: "Ada", lastName: "L",
      created: created, expires: expires, codeHash: bytes())
  }

  static func user(_ invite: InviteRecord) -> UserRecord {
    UserRecord(
      id: UUID(), accountID: invite.accountID, email: invite.email, role: invite.role, firstName: invite.firstName,
      lastName: invite.lastName, created: time(1), updated: time(1))
  }

  /// A key of a user.
  static func key(of user: UserRecord) -> KeyRecord {
    var key = key(account: user.accountID)
    key.userID = user.id
    key.role = user.role
    return key
  }
}

extension SQLiteStore {
  /// Makes a user with a key, as an accepted invite does.
  func person(
    _ account: UUID, email: String = "ada@example.com", role: KeyRole = .writer
  ) async throws -> (user: UserRecord, key: KeyRecord)? {
    let invite = Sample.invite(account: account, email: email, role: role)
    guard try await insert(invite, limit: 100) == .kept, let hash = invite.codeHash else { return nil }
    return try await accept(codeHash: hash, at: Sample.time(1), keyLimit: 100, userLimit: 100) { invite in
      let user = Sample.user(invite)
      return (user, Sample.key(of: user))
    }
  }
}

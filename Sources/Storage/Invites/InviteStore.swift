package import Foundation

/// Invites, and the people they become.
package protocol InviteStore: Sendable {
  /// Keeps an invite in place of one for the same address that is not pending.
  ///
  /// - Parameter limit: invites of an account, and users.
  func insert(_ invite: InviteRecord, limit: Int) async throws -> InviteInsertion
  /// Newest first.
  func invites(account: UUID) async throws -> [InviteRecord]
  /// Lets an invite have a new code.
  ///
  /// - Returns: nil where the account has no such invite.
  /// - Throws: `conflict` for one that was accepted.
  func renew(invite: UInt32, codeHash: Data, expires: Date, account: UUID, at: Date) async throws -> InviteRecord?
  /// False where the account has no such invite. The user it became, if it did, stays.
  func delete(invite: UInt32, account: UUID) async throws -> Bool
  /// Lets in whoever has the code: in one transaction the invite is accepted, and the user and their first key are
  /// kept.
  ///
  /// - Parameters:
  ///   - codeHash: of the code that was shown.
  ///   - make: from the invite, the user and the key to keep.
  ///   - keyLimit: as of `insert(_:limit:)` for keys.
  ///   - userLimit: users of an account.
  /// - Returns: nil where no pending invite has this code.
  /// - Throws: `conflict` where the account has as many keys or users as it may have, or a user with this address.
  func accept(
    codeHash: Data, at: Date, keyLimit: Int, userLimit: Int,
    make: @escaping @Sendable (InviteRecord) -> (user: UserRecord, key: KeyRecord)
  ) async throws -> (user: UserRecord, key: KeyRecord)?
}

/// What became of an invite that was to be kept.
package enum InviteInsertion: Sendable, Hashable {
  case kept
  /// Another has its id.
  case idIsTaken
  /// An invite for the address is pending.
  case isInvited
  /// The address is that of a user of the account.
  case isUser
  /// There are as many as there may be.
  case isFull
}

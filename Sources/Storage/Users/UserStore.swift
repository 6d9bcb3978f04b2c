package import Foundation

/// People, their keys, and what they have been shown. People come by accepted invites: see `InviteStore`.
///
/// INVARIANT: an account that has a valid admin key has one after every change here.
package protocol UserStore: Sendable {
  func user(_ id: UUID, account: UUID) async throws -> UserRecord?
  /// By address.
  func users(account: UUID) async throws -> [UserRecord]
  /// Changes a user and, with the role, that of all their keys.
  ///
  /// - Returns: nil where the account has no such user.
  /// - Throws: `conflict` where no admin key of the account would be valid after it.
  func update(user: UUID, _ change: UserChange, account: UUID) async throws -> UserRecord?
  /// Deletes a user and revokes all their keys, which stay, as the account's own.
  ///
  /// - Returns: the user as it was; nil where the account has no such user.
  /// - Throws: `conflict` where no admin key of the account would be valid after it.
  func delete(user: UUID, account: UUID, at: Date) async throws -> UserRecord?
  /// Keeps a key of a user with that user's role, whatever its own, within the bounds of `insert(_:limit:)`.
  ///
  /// - Returns: the key and whose it is; nil where the account has as many keys as it may have.
  /// - Throws: `notFound` where the account has no such user.
  func insert(
    _ key: KeyRecord, ofUser user: UUID, limit: Int
  ) async throws -> (key: KeyRecord, user: UserRecord)?
  /// Notes that a user was there, unless that was noted since then.
  func noteLogin(user: UUID, at: Date, unlessSince: Date) async throws

  /// Notes an introduction that is not to be shown again; once more it only takes the outcome's place.
  ///
  /// - Parameter outcome: the wire's number of it.
  /// - Returns: false, with nothing kept, where as many are noted as may be.
  func resolve(tour: String, outcome: Int, of viewer: TourViewer, at: Date, limit: Int) async throws -> Bool
  /// By name.
  func resolvedTours(of viewer: TourViewer) async throws -> [String]
}

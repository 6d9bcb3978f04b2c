package import Foundation

/// Which lists of known images accounts have; what is on them stands in files (`HashListFiles`).
package protocol HashListStore: Sendable {
  /// Keeps a list in place of the one of its name, unless it is too much beside the others.
  ///
  /// - Parameter limits: what there may be, this list included.
  func keep(_ list: HashListRecord, within limits: HashListUsage) async throws -> HashListChange
  /// - Returns: the list as it was; nil where the account has none of the name.
  func removeHashList(named name: String, account: UUID) async throws -> HashListRecord?
  /// By their names.
  func hashLists(account: UUID) async throws -> [HashListRecord]
  /// What there is beside a list of this name, which need not be there.
  func hashListUsage(besides name: String, account: UUID) async throws -> HashListUsage
  /// The ids of all lists of all accounts.
  func hashListIDs() async throws -> Set<UUID>
  /// The accounts that have lists.
  func hashListAccounts() async throws -> [UUID]
}

package import Foundation

/// The contents that accounts keep to try policies on.
package protocol ContentStore: Sendable {
  /// Keeps contents, each once: one whose hash the account has already keeps its id and its time of creation, gets the
  /// labels that it has not, and the title where there is one.
  ///
  /// - Returns: for each, in order, the content as it is kept, or why it is not: `conflict` where the account, or the
  ///   content's labels, would be over a limit. The others are kept all the same.
  func insert(
    _ contents: [ContentRecord], limits: ContentStoreLimits
  ) async throws -> [Result<ContentRecord, StoreError>]
  /// In the order of the ids, each once; those that the account has not are left out.
  ///
  /// - Throws: `conflict` where they are more bytes together than the limit.
  func contents(_ ids: [UUID], account: UUID, byteLimit: Int) async throws -> [ContentRecord]
  /// Newest first.
  func contentIDs(_ query: ContentRowQuery, account: UUID) async throws -> [UUID]
  /// Of those hashes that the account has contents of.
  func contentIDs(hashes: [String], account: UUID) async throws -> [String: UUID]
  /// All, or none.
  ///
  /// - Throws: `notFound` where the account has not one of them; `alreadyExists` where it has another content with the
  ///   hash; `conflict` over a limit.
  func update(_ changes: [ContentChange], account: UUID, limits: ContentStoreLimits) async throws
  /// Deletes those that no dataset has.
  ///
  /// - Parameter namedDatasets: how many datasets are named of each that is not deleted.
  /// - Throws: `notFound`, with nothing deleted, where the account has not one of them.
  func deleteContents(_ ids: [UUID], account: UUID, namedDatasets: Int) async throws -> ContentDeletion
  /// Labels in use, by name, at most so many.
  func contentLabels(account: UUID, limit: Int) async throws -> [String]
}

extension ContentStore {
  /// The same within the usual limits.
  package func insert(_ contents: [ContentRecord]) async throws -> [Result<ContentRecord, StoreError>] {
    try await insert(contents, limits: ContentStoreLimits())
  }

  /// The same, however many bytes they are.
  package func contents(_ ids: [UUID], account: UUID) async throws -> [ContentRecord] {
    try await contents(ids, account: account, byteLimit: .max)
  }
}

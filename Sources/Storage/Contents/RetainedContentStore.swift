package import Foundation

/// Contents of evaluated jobs, by their hashes: kept only where retention is on.
package protocol RetainedContentStore: Sendable {
  /// Keeps contents from this moment on, those that are there too. What an account has too much is dropped, oldest
  /// first.
  func retain(
    _ contents: [RetainedContent], account: UUID, at: Date, limits: RetainedContentLimits
  ) async throws
  /// By hash; those that are not kept, or not any more, are left out.
  ///
  /// - Throws: `conflict` where they are more bytes together than the limit.
  func retainedContents(hashes: [String], account: UUID, byteLimit: Int) async throws -> [String: Data]
  /// Those of the hashes that contents are kept of.
  func retainedHashes(_ hashes: [String], account: UUID) async throws -> Set<String>
  /// Deletes those of all accounts that were kept before then, oldest first, at most `limit`; how many it deleted.
  func deleteRetainedContents(keptBefore: Date, limit: Int) async throws -> Int
}

extension RetainedContentStore {
  /// The same, however many bytes they are.
  package func retainedContents(hashes: [String], account: UUID) async throws -> [String: Data] {
    try await retainedContents(hashes: hashes, account: account, byteLimit: .max)
  }
}

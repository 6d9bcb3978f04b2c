package import Foundation

/// Texts of labels kept for reuse, and the tags they bear.
package protocol SnippetStore: Sendable {
  /// Throws `alreadyExists` where the name is taken, `notFound` where one of its tags is not there, `conflict` where the
  /// account has as many snippets as it may.
  func insert(_ snippet: SnippetRecord, limit: Int) async throws
  /// Those that bear one of the tags, all where none is named; by name.
  func snippets(tags: [String], account: UUID) async throws -> [SnippetRecord]
  /// Writes what is given and answers the snippet as it is kept; nil where the account has no such snippet. Throws as
  /// `insert` does.
  func update(snippet: UUID, _ change: SnippetChange, account: UUID) async throws -> SnippetRecord?
  /// False where the account has no such snippet.
  func deleteSnippet(_ id: UUID, account: UUID) async throws -> Bool
  /// Throws `alreadyExists` where the name is taken, `conflict` where the account has as many tags as it may.
  func insert(_ tag: SnippetTagRecord, limit: Int) async throws
}

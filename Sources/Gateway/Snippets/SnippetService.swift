internal import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// Label snippets over the wire: texts that are kept to begin new labels with, copied from policies.
package struct SnippetService: Sendable {
  /// Of an account.
  package static let snippets = 1_000
  /// Of an account.
  package static let tags = 1_000
  package static let tagsOfSnippet = 50
  package static let nameBytes = 256
  package static let tagBytes = 64
  package static let descriptionBytes = 4 << 10
  /// A list answers with all of them: no snippet is as large as a policy may be.
  package static let contentBytes = 16 << 10

  private let catalog: PolicyCatalog
  private let store: any SnippetStore

  package init(catalog: PolicyCatalog, store: any SnippetStore) {
    self.catalog = catalog
    self.store = store
  }

  package func list(
    _ request: Clavata_Gateway_V1_ListLabelSnippetsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListLabelSnippetsResponse {
    let tags = try Self.distinct(request.tags)
    do {
      let snippets = try await store.snippets(tags: tags, account: caller.accountID)
      return .with { $0.snippets = snippets.map { .init($0) } }
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: NOT_FOUND for the policy or a tag, ALREADY_EXISTS for the name.
  package func create(
    _ request: Clavata_Gateway_V1_CreateLabelSnippetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CreateLabelSnippetResponse {
    try FieldText.requireName(request.name, limit: Self.nameBytes)
    try FieldText.requireText(request.description_p, field: "description", limit: Self.descriptionBytes)
    let tags = try Self.distinct(request.tags)
    let content = try await content(of: request.policyID, caller: caller)
    let now = Date()
    let snippet = SnippetRecord(
      id: .random(), accountID: caller.accountID, name: request.name, description: request.description_p,
      content: content, tags: tags.sorted(), created: now, updated: now)
    do { try await store.insert(snippet, limit: Self.snippets) } catch { throw GatewayError(error, name: snippet.name) }
    return .with { $0.snippet = .init(snippet) }
  }

  /// Changes what is given. A policy that is given is copied again.
  package func update(
    _ request: Clavata_Gateway_V1_UpdateLabelSnippetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CreateLabelSnippetResponse {
    let id = try Identifier.uuid(request.id, field: "id")
    var change = SnippetChange(updated: Date())
    if request.hasName {
      try FieldText.requireName(request.name, limit: Self.nameBytes)
      change.name = request.name
    }
    if request.hasDescription_p {
      try FieldText.requireText(request.description_p, field: "description", limit: Self.descriptionBytes)
      change.description = request.description_p
    }
    if request.hasTags { change.tags = try Self.distinct(request.tags.tags) }
    if request.hasPolicyID { change.content = try await content(of: request.policyID, caller: caller) }
    let updated: SnippetRecord?
    do {
      updated = try await store.update(snippet: id, change, account: caller.accountID)
    } catch {
      throw GatewayError(error, name: request.name)
    }
    guard let updated else { throw Self.missing(id) }
    return .with { $0.snippet = .init(updated) }
  }

  package func delete(
    _ request: Clavata_Gateway_V1_DeleteLabelSnippetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_DeleteLabelSnippetResponse {
    let id = try Identifier.uuid(request.id, field: "id")
    do {
      guard try await store.deleteSnippet(id, account: caller.accountID) else { throw Self.missing(id) }
      return .with { $0.success = true }
    } catch {
      throw GatewayError(error)
    }
  }

  package func createTag(
    _ request: Clavata_Gateway_V1_CreateSnippetTagRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CreateSnippetTagResponse {
    try FieldText.requireName(request.name, limit: Self.tagBytes)
    let tag = SnippetTagRecord(id: .random(), accountID: caller.accountID, name: request.name, created: Date())
    do { try await store.insert(tag, limit: Self.tags) } catch { throw GatewayError(error, name: tag.name) }
    return .with {
      $0.id = tag.id.wire
      $0.name = tag.name
    }
  }

  /// The text of a policy's active version.
  private func content(of policyID: String, caller: Caller) async throws(GatewayError) -> String {
    let policy = try await catalog.policy(Identifier.policy(policyID), account: caller.accountID)
    guard let id = policy.activeVersionID, let version = try await catalog.version(id, account: caller.accountID)
    else { throw GatewayError(.failedPrecondition, "the policy `\(policy.key)` has no active version") }
    guard version.text.utf8.count <= Self.contentBytes else {
      throw GatewayError(
        .failedPrecondition, "the text of `\(policy.key)` is over a snippet's limit of \(Self.contentBytes) bytes")
    }
    return version.text
  }

  private static func missing(_ id: UUID) -> GatewayError {
    GatewayError(.notFound, "no label snippet has the id \(id.wire)")
  }

  /// Tags as they are named, each once.
  private static func distinct(_ tags: [String]) throws(GatewayError) -> [String] {
    guard tags.count <= tagsOfSnippet else {
      throw GatewayError(.invalidArgument, "tags: must be at most \(tagsOfSnippet)")
    }
    for tag in tags { try FieldText.requireName(tag, field: "tags", limit: tagBytes) }
    return Set(tags).sorted()
  }
}

extension Clavata_Gateway_V1_LabelSnippet {
  fileprivate init(_ record: SnippetRecord) {
    self = .with {
      $0.id = record.id.wire
      $0.name = record.name
      $0.description_p = record.description
      $0.content = record.content
      $0.tags = record.tags
      $0.createdAt = .init(record.created)
      $0.updatedAt = .init(record.updated)
    }
  }
}

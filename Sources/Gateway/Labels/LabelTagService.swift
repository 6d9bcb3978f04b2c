internal import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// The tags that labels are found by.
package struct LabelTagService: Sendable {
  /// Of an account.
  package static let tags = 1_000
  package static let tagsOfLabel = 50
  package static let nameBytes = 64
  package static let colorBytes = 32

  private let store: any LabelStore

  package init(store: any LabelStore) {
    self.store = store
  }

  /// By name.
  package func list(
    _ request: Clavata_Gateway_V1_ListLabelTagsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListLabelTagsResponse {
    do {
      let tags = try await store.labelTags(account: caller.accountID)
      return .with { $0.tags = tags.map { .init($0) } }
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: ALREADY_EXISTS for a name that is taken.
  package func create(
    _ request: Clavata_Gateway_V1_CreateLabelTagRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CreateLabelTagResponse {
    try FieldText.requireName(request.name, limit: Self.nameBytes)
    try FieldText.requireText(request.color, field: "color", limit: Self.colorBytes)
    let now = Date()
    let tag = LabelTagRecord(
      id: .random(), accountID: caller.accountID, name: request.name, color: request.hasColor ? request.color : nil,
      created: now, updated: now)
    do { try await store.insert(tag, limit: Self.tags) } catch { throw GatewayError(error, name: tag.name) }
    return .with { $0.tag = .init(tag) }
  }

  /// - Throws: NOT_FOUND; ALREADY_EXISTS for a name that is taken.
  package func update(
    _ request: Clavata_Gateway_V1_UpdateLabelTagRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UpdateLabelTagResponse {
    let id = try Identifier.uuid(request.labelTagID, field: "labelTagId")
    var change = LabelTagChange(updated: Date())
    if request.hasName {
      try FieldText.requireName(request.name, limit: Self.nameBytes)
      change.name = request.name
    }
    if request.hasColor {
      try FieldText.requireText(request.color, field: "color", limit: Self.colorBytes)
      change.color = request.color
    }
    let tag: LabelTagRecord?
    do {
      tag = try await store.update(labelTag: id, change, account: caller.accountID)
    } catch {
      throw GatewayError(error, name: request.name)
    }
    guard let tag else { throw Self.missing(id) }
    return .with { $0.tag = .init(tag) }
  }

  /// Takes the tag off every label that bears it.
  package func delete(
    _ request: Clavata_Gateway_V1_DeleteLabelTagRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_DeleteLabelTagResponse {
    let id = try Identifier.uuid(request.labelTagID, field: "labelTagId")
    do {
      guard try await store.deleteLabelTag(id, account: caller.accountID) else { throw Self.missing(id) }
      return .init()
    } catch {
      throw GatewayError(error)
    }
  }

  /// Gives a label these tags and no others.
  ///
  /// - Throws: NOT_FOUND for the label or a tag.
  package func set(
    _ request: Clavata_Gateway_V1_SetLabelTagsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_SetLabelTagsResponse {
    let labelID = try Identifier.uuid(request.labelID, field: "labelId")
    let ids = try Identifier.uuids(request.tagIds, field: "tagIds", limit: Self.tagsOfLabel)
    do {
      let tags = try await store.setTags(ids, label: labelID, account: caller.accountID)
      guard let tags else { throw LabelCatalog.missing(label: labelID) }
      return .with { $0.tags = tags.map { .init($0) } }
    } catch {
      throw GatewayError(error)
    }
  }

  private static func missing(_ id: UUID) -> GatewayError {
    GatewayError(.notFound, "no label tag has the id \(id.wire)")
  }
}

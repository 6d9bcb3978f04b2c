internal import Foundation
package import GatewayProtocol
internal import PolicyLanguage
internal import Storage
internal import SwiftProtobuf

/// Labels over the wire: made, named, put away.
package struct LabelService: Sendable {
  package static let nameBytes = 256
  package static let descriptionBytes = 4 << 10
  package static let maximumPageSize = 1_000
  /// Labels that one call makes.
  package static let batchItems = 100
  /// Tags that one query names.
  package static let maximumFilters = 1_000

  let catalog: LabelCatalog
  let tokens: TokenCounter

  package init(catalog: LabelCatalog, tokens: TokenCounter) {
    self.catalog = catalog
    self.tokens = tokens
  }

  /// A label, with its first version where a text is given. A text with an error is an answer, and nothing is made.
  ///
  /// - Throws: ALREADY_EXISTS for a name that is taken.
  package func create(
    _ request: Clavata_Gateway_V1_CreateLabelRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CreateLabelResponse {
    let label = try Self.record(
      name: request.name, description: request.hasDescription_p ? request.description_p : nil,
      isDisabled: request.disabled, account: caller.accountID)
    guard request.hasInitialVersionText else {
      try await catalog.create(label, version: nil)
      return .with {
        $0.valid = true
        $0.label = .init(label)
      }
    }
    let draft = try LabelVersionDraft(
      text: request.initialVersionText, options: request.hasLabelEvalOptions ? request.labelEvalOptions : nil,
      globalContext: request.hasGlobalContext ? request.globalContext : nil)
    switch LabelText.read(draft.text) {
    case .failure(let error): return .with { $0.error = .init(error) }
    case .success(let text):
      let version = draft.record(text, label: label.id, creator: caller.authorID, tokens: tokens)
      try await catalog.create(label, version: version)
      let wire = try Clavata_Shared_V1_LabelVersion(version)
      return .with {
        $0.valid = true
        $0.label = .init(label)
        $0.labelVersion = wire
      }
    }
  }

  /// Each item by itself: what is wrong with one is told in its place, and the others are made.
  ///
  /// - Throws: INVALID_ARGUMENT for no items, or too many.
  package func createAll(
    _ request: Clavata_Gateway_V1_BatchCreateLabelsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_BatchCreateLabelsResponse {
    guard (1...Self.batchItems).contains(request.items.count) else {
      throw GatewayError(.invalidArgument, "items: must be 1 to \(Self.batchItems)")
    }
    var response = Clavata_Gateway_V1_BatchCreateLabelsResponse()
    for item in request.items {
      guard !Task.isCancelled else { throw GatewayError(CancellationError()) }
      response.results.append(try await result(of: item, caller: caller))
    }
    return response
  }

  private func result(
    of item: Clavata_Gateway_V1_BatchCreateLabelsRequest.Item, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_BatchCreateLabelsResponse.ItemResult {
    let request = Clavata_Gateway_V1_CreateLabelRequest.with {
      $0.name = item.name
      $0.initialVersionText = item.initialVersionText
      if item.hasDescription_p { $0.description_p = item.description_p }
      if item.hasDisabled { $0.disabled = item.disabled }
    }
    do {
      let created = try await create(request, caller: caller)
      return .with {
        $0.success = created.valid
        if created.valid {
          $0.label = created.label
          $0.labelVersion = created.labelVersion
        } else {
          let error = created.error
          $0.errorMessage = "line \(error.line), column \(error.column): \(error.message)"
        }
      }
    } catch let error where error.isOfTheRequest {
      return .with { $0.errorMessage = error.message }
    }
  }

  package func get(
    _ request: Clavata_Gateway_V1_GetLabelRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetLabelResponse {
    let label = try await label(request.labelID, caller: caller)
    return .with { $0.label = .init(label) }
  }

  /// Newest first, in pages.
  package func list(
    _ request: Clavata_Gateway_V1_ListLabelsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListLabelsResponse {
    let size = try PageSize.checked(
      request.pageSize, usual: Self.maximumPageSize, maximum: Self.maximumPageSize)
    guard request.tagIds.count <= Self.maximumFilters else {
      throw GatewayError(.invalidArgument, "tagIds: names more than \(Self.maximumFilters) tags")
    }
    var query = LabelRowQuery(limit: size + 1)
    query.includesArchived = request.includeArchived
    for id in request.tagIds { query.tags.append(try Identifier.uuid(id, field: "tagIds")) }
    var list = request
    list.clearPageSize()
    list.pageToken = ""
    let token = PageToken(list: "labels", query: list, account: caller.accountID)
    if !request.pageToken.isEmpty { query.after = try token.cursor(from: request.pageToken) }
    let labels = try await catalog.labels(query, account: caller.accountID)
    return .with {
      $0.labels = labels.prefix(size).map { .init($0) }
      if labels.count > size, let last = labels.prefix(size).last {
        $0.nextPageToken = token.string(for: PageCursor(created: last.created, id: last.id))
      }
    }
  }

  package func update(
    _ request: Clavata_Gateway_V1_UpdateLabelRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UpdateLabelResponse {
    var change = LabelChange(updated: Date())
    if request.hasName {
      try FieldText.requireName(request.name, limit: Self.nameBytes)
      change.name = request.name
    }
    if request.hasDisabled { change.isDisabled = request.disabled }
    let label = try await update(request.labelID, change, caller: caller)
    return .with { $0.label = .init(label) }
  }

  package func delete(
    _ request: Clavata_Gateway_V1_DeleteLabelRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_DeleteLabelResponse {
    var change = LabelChange(updated: Date())
    change.isDeleted = true
    let label = try await update(request.labelID, change, caller: caller)
    return .with {
      $0.labelID = label.id.wire
      $0.deleted = true
    }
  }

  package func archive(
    _ request: Clavata_Gateway_V1_ArchiveLabelRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ArchiveLabelResponse {
    var change = LabelChange(updated: Date())
    change.isArchived = true
    let label = try await update(request.labelID, change, caller: caller)
    return .with { $0.label = .init(label) }
  }

  package func unarchive(
    _ request: Clavata_Gateway_V1_UnarchiveLabelRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UnarchiveLabelResponse {
    var change = LabelChange(updated: Date())
    change.isArchived = false
    let label = try await update(request.labelID, change, caller: caller)
    return .with { $0.label = .init(label) }
  }

  /// - Throws: NOT_FOUND; INVALID_ARGUMENT for what is no id.
  func label(_ id: String, caller: Caller) async throws(GatewayError) -> LabelRecord {
    try await catalog.label(Identifier.uuid(id, field: "labelId"), account: caller.accountID)
  }

  private func update(
    _ id: String, _ change: LabelChange, caller: Caller
  ) async throws(GatewayError) -> LabelRecord {
    try await catalog.update(Identifier.uuid(id, field: "labelId"), change, account: caller.accountID)
  }

  private static func record(
    name: String, description: String?, isDisabled: Bool, account: UUID
  ) throws(GatewayError) -> LabelRecord {
    try FieldText.requireName(name, limit: nameBytes)
    if let description {
      try FieldText.requireText(description, field: "description", limit: descriptionBytes)
    }
    let now = Date()
    return LabelRecord(
      id: .random(), accountID: account, name: name, description: description, isDisabled: isDisabled, created: now,
      updated: now)
  }
}

extension GatewayError {
  /// Whether what was asked is the reason, and not the state that the server is in.
  fileprivate var isOfTheRequest: Bool {
    switch code {
    case .invalidArgument, .notFound, .alreadyExists, .failedPrecondition, .outOfRange: true
    default: false
    }
  }
}

internal import ContentIntake
internal import Foundation
package import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension ContentService {
  private typealias Update = Clavata_Gateway_V1_UpdateCustomerContentsRequest.Body.Update

  /// Changes title, text and labels, those that the mask names; without a mask, those that are given. All contents, or
  /// none.
  ///
  /// - Throws: NOT_FOUND; INVALID_ARGUMENT for a mask with another field, a text for an image, or one content twice;
  ///   ALREADY_EXISTS where another content has the text.
  package func update(
    _ request: Clavata_Gateway_V1_UpdateCustomerContentsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UpdateCustomerContentsResponse {
    let ids = try Identifier.uuids(
      request.updates.map(\.customerContentID), field: "updates.customerContentId", limit: ContentBounds.items,
      areRequired: true)
    guard ids.count == request.updates.count else {
      throw GatewayError(.invalidArgument, "updates: names a content twice")
    }
    let now = Date()
    var changes: [ContentChange] = []
    for (id, body) in zip(ids, request.updates) {
      changes.append(try await change(of: id, body.update, at: now, account: caller.accountID))
    }
    do {
      try await store.update(changes, account: caller.accountID, limits: ContentStoreLimits())
      return .with { $0.customerContentIds = ids.map(\.wire) }
    } catch {
      throw GatewayError(error)
    }
  }

  private func change(
    of id: UUID, _ update: Update, at moment: Date, account: UUID
  ) async throws(GatewayError) -> ContentChange {
    let fields = try Self.fields(of: update)
    var change = ContentChange(id: id, updated: moment)
    if fields.contains("title") {
      try FieldText.requireLength(of: update.title, field: "update.title", limit: ContentLimits.titleBytes)
      try FieldText.requirePrintable(update.title, field: "update.title")
      change.title = update.title.isEmpty ? .removed : .text(update.title)
    }
    if fields.contains("labels") { change.labels = try ContentLabels.checked(update.labels, field: "update.labels") }
    if fields.contains("text") { change.body = try await body(of: id, update, account: account) }
    return change
  }

  private static func fields(of update: Update) throws(GatewayError) -> Set<String> {
    guard update.hasUpdateMask, !update.updateMask.paths.isEmpty else {
      var given: Set<String> = []
      if update.hasTitle { given.insert("title") }
      if update.hasText { given.insert("text") }
      if !update.labels.isEmpty { given.insert("labels") }
      return given
    }
    let fields = Set(update.updateMask.paths.prefix(ContentBounds.items))
    guard fields.isSubset(of: ["title", "text", "labels"]) else {
      throw GatewayError(.invalidArgument, "update.updateMask: may name `title`, `text` and `labels`")
    }
    return fields
  }

  /// The content with another text: its metadata stays.
  private func body(of id: UUID, _ update: Update, account: UUID) async throws(GatewayError) -> ContentChange.Body {
    guard update.hasText else { throw GatewayError(.invalidArgument, "update.text: is required by the mask") }
    guard update.text.utf8.count <= ContentLimits.textBytes else {
      throw GatewayError(.invalidArgument, "update.text: must be at most \(ContentLimits.textBytes) bytes")
    }
    do {
      guard let record = try await store.contents([id], account: account).first else { throw Self.missing(id) }
      guard record.modality == Clavata_Shared_V1_ContentModality.text.rawValue else {
        throw GatewayError(.invalidArgument, "update.text: the content \(id.wire) is not a text")
      }
      var wire = try Clavata_Shared_V1_ContentData(serializedBytes: record.data)
      wire.text = update.text
      wire.contentHash = ContentHash.hash(of: update.text)
      return ContentChange.Body(hash: wire.contentHash, data: try wire.serializedData())
    } catch {
      throw GatewayError(error)
    }
  }
}

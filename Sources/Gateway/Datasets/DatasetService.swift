internal import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// Datasets over the wire: made, listed, changed, deleted. What is in them is in the extensions.
package struct DatasetService: Sendable {
  /// Datasets that one call deletes.
  package static let deletedAtOnce = 100
  package static let nameBytes = 256
  package static let notesBytes = 4 << 10

  let store: any DatasetStore & ContentStore
  let retention: ContentRetention
  let searches = SearchTurns()

  package init(store: any DatasetStore & ContentStore, retention: ContentRetention) {
    self.store = store
    self.retention = retention
  }

  /// There are no public datasets beside them.
  package func list(
    _ request: Clavata_Gateway_V1_ListDatasetsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListDatasetsResponse {
    do {
      let datasets = try await store.datasets(account: caller.accountID)
      return .with { $0.datasets = datasets.map(\.wire) }
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: ALREADY_EXISTS for the name; FAILED_PRECONDITION where the account has as many as it may.
  package func create(
    _ request: Clavata_Gateway_V1_CreateDatasetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CreateDatasetResponse {
    try Self.check(name: request.name)
    try Self.check(notes: request.notes)
    let now = Date()
    let dataset = DatasetRecord(
      id: .timeOrdered(at: now), accountID: caller.accountID, name: request.name, notes: request.notes, created: now,
      updated: now)
    do { try await store.insert(dataset, limits: DatasetLimits()) } catch {
      throw GatewayError(error, name: dataset.name)
    }
    return .with { $0.datasetID = dataset.id.wire }
  }

  /// Changes what is given.
  package func update(
    _ request: Clavata_Gateway_V1_UpdateDatasetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UpdateDatasetResponse {
    let id = try Self.id(request.datasetID)
    var change = DatasetChange(updated: Date())
    if request.hasName {
      try Self.check(name: request.name)
      change.name = request.name
    }
    if request.hasNotes {
      try Self.check(notes: request.notes)
      change.notes = request.notes
    }
    do { _ = try await store.update(dataset: id, change, account: caller.accountID) } catch {
      throw GatewayError(error, name: request.name)
    }
    return .with { $0.success = true }
  }

  /// With their items, not with their contents.
  ///
  /// - Throws: NOT_FOUND, with nothing deleted.
  package func delete(
    _ request: Clavata_Gateway_V1_DeleteDatasetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_DeleteDatasetResponse {
    let ids = try Identifier.uuids(
      request.datasetIds, field: "datasetIds", limit: Self.deletedAtOnce, areRequired: true)
    for id in ids { _ = try await dataset(id, account: caller.accountID) }
    do {
      // Each is a write of its own, for it may have many items.
      for id in ids { _ = try await store.deleteDataset(id, account: caller.accountID) }
      return .with { $0.success = true }
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: NOT_FOUND: no dataset is public.
  package func clone(
    _ request: Clavata_Gateway_V1_ClonePublicDatasetToAccountRequest, caller: Caller
  ) throws(GatewayError) -> Clavata_Gateway_V1_ClonePublicDatasetToAccountResponse {
    let id = try Identifier.uuid(request.sourceDatasetID, field: "sourceDatasetId")
    throw GatewayError(.notFound, "no public dataset has the id \(id.wire): this server has no public datasets")
  }

  static func id(_ text: String) throws(GatewayError) -> UUID { try Identifier.uuid(text, field: "datasetId") }

  /// - Throws: NOT_FOUND.
  func dataset(_ id: UUID, account: UUID) async throws(GatewayError) -> DatasetRecord {
    let dataset: DatasetRecord?
    do { dataset = try await store.dataset(id, account: account) } catch { throw GatewayError(error) }
    guard let dataset else { throw GatewayError(.notFound, "no dataset has the id \(id.wire)") }
    return dataset
  }

  private static func check(name: String) throws(GatewayError) {
    try FieldText.requireName(name, limit: nameBytes)
    try FieldText.requirePrintable(name, field: "name")
  }

  private static func check(notes: String) throws(GatewayError) {
    try FieldText.requireText(notes, field: "notes", limit: notesBytes)
  }
}

extension DatasetRecord {
  fileprivate var wire: Clavata_Gateway_V1_ListDatasetsResponse.Dataset {
    .with {
      $0.datasetID = id.wire
      $0.name = name
      $0.notes = notes
      $0.created = .init(created)
      $0.updated = .init(updated)
    }
  }
}

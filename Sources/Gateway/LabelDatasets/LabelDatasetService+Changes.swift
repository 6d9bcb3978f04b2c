internal import Foundation
package import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// Expectations are changed, items are removed.
extension LabelDatasetService {
  /// - Throws: NOT_FOUND.
  package func update(
    _ request: Clavata_Gateway_V1_UpdateItemExpectedResultRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UpdateItemExpectedResultResponse {
    let id = try Identifier.uuid(request.labelDatasetItemID, field: "labelDatasetItemId")
    let change = try Self.change(
      expected: request.expectedResult, notes: request.hasNotes ? request.notes : nil, at: Date())
    do {
      let rows = try await store.updateExpectations([(id, change)], label: nil, account: caller.accountID)
      guard let row = rows.first?.flatMap(\.self) else { throw Self.missing(item: id) }
      return .with { $0.item = .init(row) }
    } catch {
      throw GatewayError(error)
    }
  }

  /// Items by their ids, each by itself; or all that the filters name, which are counted and not answered.
  ///
  /// - Throws: NOT_FOUND for a label; INVALID_ARGUMENT for neither updates nor `selectAll`, or too many.
  package func updateAll(
    _ request: Clavata_Gateway_V1_BatchUpdateItemExpectedResultRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_BatchUpdateItemExpectedResultResponse {
    let now = Date()
    if request.selectAll {
      let selection = try await selection(request.filters, label: request.labelID, caller: caller)
      let change = ExpectationChange(
        expected: try EvaluationResult(request.uniformExpectedResult, field: "uniformExpectedResult"), notes: nil,
        updated: now)
      do {
        let count = try await store.updateExpectations(selection, change, account: caller.accountID)
        return .with { $0.successCount = Int32(clamping: count) }
      } catch {
        throw GatewayError(error)
      }
    }
    guard (1...LabelDatasetLimits.ids).contains(request.updates.count) else {
      throw GatewayError(
        .invalidArgument, "updates: must be 1 to \(LabelDatasetLimits.ids), or `selectAll` with a `labelId`")
    }
    let label = try await label(request.labelID, caller: caller)
    var changes: [(item: UUID, change: ExpectationChange)] = []
    var checked: [Result<UUID, GatewayError>] = []
    for update in request.updates {
      do throws(GatewayError) {
        let id = try Identifier.uuid(update.labelDatasetItemID, field: "labelDatasetItemId")
        changes.append(
          (
            id,
            try Self.change(expected: update.expectedResult, notes: update.hasNotes ? update.notes : nil, at: now)
          ))
        checked.append(.success(id))
      } catch {
        checked.append(.failure(error))
      }
    }
    do {
      let rows = try await store.updateExpectations(changes, label: label, account: caller.accountID)
      return Self.response(checked, rows)
    } catch {
      throw GatewayError(error)
    }
  }

  /// Items by their ids, or all that the filters name. Ids that the account has not, or the label where one is named,
  /// count for nothing.
  ///
  /// - Throws: NOT_FOUND for a label; INVALID_ARGUMENT for neither ids nor `selectAll`, or too many.
  package func remove(
    _ request: Clavata_Gateway_V1_RemoveItemsFromLabelDatasetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_RemoveItemsFromLabelDatasetResponse {
    let account = caller.accountID
    if request.selectAll {
      let selection = try await selection(request.filters, label: request.labelID, caller: caller)
      do {
        let count = try await store.removeLabelDatasetItems(selection, account: account)
        return .with { $0.removedCount = Int32(clamping: count) }
      } catch {
        throw GatewayError(error)
      }
    }
    let ids = try Identifier.uuids(
      request.labelDatasetItemIds, field: "labelDatasetItemIds", limit: LabelDatasetLimits.ids)
    guard !ids.isEmpty else {
      throw GatewayError(.invalidArgument, "labelDatasetItemIds: are required, or `selectAll` with a `labelId`")
    }
    let label = try await label(request.labelID, caller: caller)
    do {
      let count = try await store.removeLabelDatasetItems(ids, label: label, account: account)
      return .with { $0.removedCount = Int32(clamping: count) }
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Parameter id: empty: none is named.
  private func label(_ id: String, caller: Caller) async throws(GatewayError) -> UUID? {
    if id.isEmpty { return nil }
    return try await catalog.label(Identifier.uuid(id, field: "labelId"), account: caller.accountID).id
  }

  private static func change(
    expected: Clavata_Gateway_V1_EvaluationResult, notes: String?, at moment: Date
  ) throws(GatewayError) -> ExpectationChange {
    try FieldText.requireNote(notes ?? "", field: "notes", limit: LabelDatasetLimits.notesBytes)
    return ExpectationChange(expected: try EvaluationResult(expected), notes: notes, updated: moment)
  }

  /// - Parameters:
  ///   - checked: the ids that were asked for, or what is wrong with them.
  ///   - rows: of those ids, in order.
  private static func response(
    _ checked: [Result<UUID, GatewayError>], _ rows: [LabelDatasetItemRow?]
  ) -> Clavata_Gateway_V1_BatchUpdateItemExpectedResultResponse {
    var rows = rows[...]
    var response = Clavata_Gateway_V1_BatchUpdateItemExpectedResultResponse()
    for check in checked {
      var message: String
      switch check {
      case .failure(let error): message = error.message
      case .success(let id):
        if let row = rows.popFirst().flatMap(\.self) {
          response.successCount += 1
          response.results.append(
            .with {
              $0.success = true
              $0.item = .init(row)
            })
          continue
        }
        message = missing(item: id).message
      }
      response.errorCount += 1
      response.results.append(.with { $0.errorMessage = message })
    }
    return response
  }

  static func missing(item id: UUID) -> GatewayError {
    GatewayError(.notFound, "no label dataset item has the id \(id.wire)")
  }
}

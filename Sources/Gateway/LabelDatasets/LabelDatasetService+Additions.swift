internal import Foundation
package import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// Contents are added.
extension LabelDatasetService {
  /// Contents of one call that are taken in at once.
  private static let contentsInWork = 8

  private typealias Item = Clavata_Gateway_V1_BatchAppendItemsToLabelDatasetRequest.Item
  private typealias ItemResult = Clavata_Gateway_V1_BatchAppendItemsToLabelDatasetResponse.ItemResult

  /// - Throws: NOT_FOUND for the label or the content; ALREADY_EXISTS where the label has the content;
  ///   FAILED_PRECONDITION where the dataset is full.
  package func append(
    _ request: Clavata_Gateway_V1_AppendItemToLabelDatasetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_AppendItemToLabelDatasetResponse {
    let item = Item.with {
      switch request.contentRef {
      case .customerContentID(let id)?: $0.customerContentID = id
      case .contentData(let content)?: $0.contentData = content
      case .contentHash(let hash)?: $0.contentHash = hash
      case nil: break
      }
      if request.hasExpectedResult { $0.expectedResult = request.expectedResult }
      if request.hasTitle { $0.title = request.title }
      if request.hasNotes { $0.notes = request.notes }
    }
    let label = try await catalog.label(
      Identifier.uuid(request.labelID, field: "labelId"), account: caller.accountID)
    let record = try await record(of: item, label: label.id, at: Date(), caller: caller)
    switch try await add([record], to: label, caller: caller).first {
    case .added(let item): return .with { $0.item = .init(item) }
    case let other:
      throw other?.refusal ?? GatewayError(.internalError, "an internal error")
    }
  }

  /// Each item by itself: what is wrong with one is told in its place, and the others are added. One whose content the
  /// label has already, or that comes twice, is a duplicate, with the item that has it.
  ///
  /// - Throws: NOT_FOUND for the label; INVALID_ARGUMENT for no items, or too many.
  package func appendAll(
    _ request: Clavata_Gateway_V1_BatchAppendItemsToLabelDatasetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_BatchAppendItemsToLabelDatasetResponse {
    guard (1...LabelDatasetLimits.additions).contains(request.items.count) else {
      throw GatewayError(.invalidArgument, "items: must be 1 to \(LabelDatasetLimits.additions)")
    }
    let label = try await catalog.label(
      Identifier.uuid(request.labelID, field: "labelId"), account: caller.accountID)
    limiter.charge(contents: request.items.count, to: caller)
    let records = try await self.records(of: request.items, label: label.id, caller: caller)
    var additions = try await add(records.compactMap { try? $0.get() }, to: label, caller: caller)[...]
    var response = Clavata_Gateway_V1_BatchAppendItemsToLabelDatasetResponse()
    for record in records {
      switch record {
      case .failure(let error):
        response.errorCount += 1
        response.results.append(.with { $0.errorMessage = error.message })
      case .success:
        // INVARIANT: there is an addition for each record.
        guard let addition = additions.popFirst() else { continue }
        switch addition {
        case .added: response.successCount += 1
        case .duplicate: response.duplicateCount += 1
        case .contentMissing, .full: response.errorCount += 1
        }
        response.results.append(.init(addition))
      }
    }
    return response
  }

  /// The items made ready, or what is wrong with each, in order.
  private func records(
    of items: [Item], label: UUID, caller: Caller
  ) async throws(GatewayError) -> [Result<LabelDatasetItemRecord, GatewayError>] {
    var results: [Int: Result<LabelDatasetItemRecord, GatewayError>] = [:]
    let now = Date()
    do {
      try await withThrowingTaskGroup(of: (Int, Result<LabelDatasetItemRecord, GatewayError>).self) { work in
        var waiting = items.indices[...]
        func begin() {
          guard let place = waiting.popFirst() else { return }
          // A microsecond apart, so that lists have them in the order in which they came.
          let moment = now.advanced(microseconds: place)
          work.addTask {
            do throws(GatewayError) {
              return (place, .success(try await record(of: items[place], label: label, at: moment, caller: caller)))
            } catch {
              // A store that fails, or a caller that leaves, is no one item's fault.
              guard error.code != .unavailable, error.code != .internalError, !Task.isCancelled else { throw error }
              return (place, .failure(error))
            }
          }
        }
        for _ in 0..<Self.contentsInWork { begin() }
        while let (place, result) = try await work.next() {
          results[place] = result
          begin()
        }
      }
    } catch {
      throw GatewayError(error)
    }
    return items.indices.compactMap { results[$0] }
  }

  /// An item, checked, its content kept.
  private func record(
    of item: Item, label: UUID, at moment: Date, caller: Caller
  ) async throws(GatewayError) -> LabelDatasetItemRecord {
    let expected = try EvaluationResult(item.expectedResult)
    try FieldText.requireLength(of: item.title, field: "title", limit: LabelDatasetLimits.titleBytes)
    try FieldText.requirePrintable(item.title, field: "title")
    try FieldText.requireNote(item.notes, field: "notes", limit: LabelDatasetLimits.notesBytes)
    let reference: LabelDatasetContents.Reference
    switch item.contentRef {
    case .customerContentID(let id)?: reference = .kept(try Identifier.uuid(id, field: "customerContentId"))
    case .contentData(let content)?: reference = .given(content)
    case .contentHash(let hash)?: reference = .hash(hash)
    case nil:
      throw GatewayError(
        .invalidArgument, "an item needs one of `customerContentId`, `contentData` and `contentHash`")
    }
    let content = try await contents.id(of: reference, account: caller.accountID)
    return LabelDatasetItemRecord(
      id: .timeOrdered(at: moment), labelID: label, contentID: content, expected: expected,
      title: item.hasTitle ? item.title : nil, notes: item.hasNotes ? item.notes : nil, created: moment,
      updated: moment)
  }

  private func add(
    _ records: [LabelDatasetItemRecord], to label: LabelRecord, caller: Caller
  ) async throws(GatewayError) -> [LabelDatasetAddition] {
    if records.isEmpty { return [] }
    do {
      return try await store.append(
        records, label: label.id, account: caller.accountID, limit: LabelDatasetLimits.items)
    } catch {
      throw GatewayError(error)
    }
  }
}

extension LabelDatasetAddition {
  /// Nil where it was added.
  fileprivate var refusal: GatewayError? {
    switch self {
    case .added: nil
    case .duplicate(let item):
      GatewayError(.alreadyExists, "the label has this content already, as item \(item.id.wire)")
    case .contentMissing: GatewayError(.notFound, "customerContentId: no content has this id")
    case .full:
      GatewayError(.failedPrecondition, "a label's dataset has at most \(LabelDatasetLimits.items) items")
    }
  }
}

extension Clavata_Gateway_V1_BatchAppendItemsToLabelDatasetResponse.ItemResult {
  fileprivate init(_ addition: LabelDatasetAddition) {
    self = .with {
      switch addition {
      case .added(let item):
        $0.success = true
        $0.item = .init(item)
      case .duplicate(let item): $0.item = .init(item)
      case .contentMissing, .full: break
      }
      $0.errorMessage = addition.refusal?.message ?? ""
    }
  }
}

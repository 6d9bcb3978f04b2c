internal import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// What was said of items, and what users say of that.
package struct LabelReviewService: Sendable {
  private let catalog: LabelCatalog
  private let store: any Store

  package init(catalog: LabelCatalog, store: any Store) {
    self.catalog = catalog
    self.store = store
  }

  /// Latest first, in pages; those of drafts too. A condition that is set to false must not hold.
  ///
  /// - Throws: NOT_FOUND for a label, a version or an item.
  package func list(
    _ request: Clavata_Gateway_V1_ListEvaluationsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListEvaluationsResponse {
    let size = try PageSize.checked(
      request.pageSize, usual: LabelDatasetLimits.page, maximum: LabelDatasetLimits.maximumPage)
    var query = LabelEvaluationQuery(limit: size + 1)
    query.label = try Self.id(request.labelID, field: "labelId")
    query.item = try Self.id(request.labelDatasetItemID, field: "labelDatasetItemId")
    query.version = try Self.id(request.labelVersionID, field: "labelVersionId")
    if request.hasFilterByIncorrect { query.isIncorrect = request.filterByIncorrect }
    if request.hasFilterByHasFeedback { query.hasFeedback = request.filterByHasFeedback }
    if request.hasFilterByStale { query.isStale = request.filterByStale }
    var context = request
    context.pageSize = 0
    context.pageToken = ""
    let token = PageToken(list: "label evaluations", query: context, account: caller.accountID)
    if !request.pageToken.isEmpty { query.after = try token.cursor(from: request.pageToken) }
    do {
      if let label = query.label { _ = try await catalog.label(label, account: caller.accountID) }
      if let version = query.version {
        // Its label says nothing new, but leaves less to look through.
        let label = try await catalog.version(version, account: caller.accountID).labelID
        query.label = query.label ?? label
      }
      if let item = query.item, try await store.labelDatasetItems([item], account: caller.accountID).isEmpty {
        throw LabelDatasetService.missing(item: item)
      }
      let evaluations = try await store.labelEvaluations(query, account: caller.accountID)
      return .with {
        $0.evaluations = evaluations.prefix(size).map { .init($0) }
        if evaluations.count > size, let last = evaluations.prefix(size).last {
          $0.nextPageToken = token.string(for: PageCursor(created: last.evaluated, id: last.id))
        }
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: NOT_FOUND.
  package func record(
    _ request: Clavata_Gateway_V1_RecordEvaluationFeedbackRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_RecordEvaluationFeedbackResponse {
    let id = try Identifier.uuid(request.evaluationID, field: "evaluationId")
    try FieldText.requireNote(
      request.userFeedback, field: "userFeedback", limit: LabelDatasetLimits.feedbackBytes)
    do {
      let evaluation = try await store.review(
        evaluation: id, isReviewed: request.userReviewed,
        feedback: request.hasUserFeedback ? request.userFeedback : nil, account: caller.accountID)
      guard let evaluation else {
        throw GatewayError(.notFound, "no label evaluation has the id \(id.wire)")
      }
      return .with { $0.evaluation = .init(evaluation) }
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Returns: nil where none is named.
  private static func id(_ text: String, field: String) throws(GatewayError) -> UUID? {
    text.isEmpty ? nil : try Identifier.uuid(text, field: field)
  }
}

package import ContentIntake
internal import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// A label's dataset over the wire: contents with what is expected of the label for them.
package struct LabelDatasetService: Sendable {
  let catalog: LabelCatalog
  let store: any Store
  let contents: LabelDatasetContents
  let limiter: RateLimiter
  private let searches = SearchTurns()

  package init(catalog: LabelCatalog, intake: ContentIntake, store: any Store, limiter: RateLimiter) {
    self.catalog = catalog
    self.store = store
    self.limiter = limiter
    contents = LabelDatasetContents(intake: intake, store: store)
  }

  // MARK: Reading

  /// In pages, newest first unless asked for otherwise. Items without a score are the last.
  package func list(
    _ request: Clavata_Gateway_V1_ListLabelDatasetItemsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListLabelDatasetItemsResponse {
    let selection = try await selection(request.filters, label: request.labelID, caller: caller)
    let size = try PageSize.checked(
      request.pageSize, usual: LabelDatasetLimits.page, maximum: LabelDatasetLimits.maximumPage)
    var page = LabelDatasetPage(limit: size + 1)
    switch request.sortField {
    case .unspecified, .createdAt: page.order = .created
    case .score: page.order = .score
    case .UNRECOGNIZED: throw GatewayError(.invalidArgument, "sortField: is none of the fields")
    }
    switch request.sortDirection {
    case .unspecified, .desc: page.isAscending = false
    case .asc: page.isAscending = true
    case .UNRECOGNIZED: throw GatewayError(.invalidArgument, "sortDirection: is none of the directions")
    }
    var query = request
    query.pageSize = 0
    query.pageToken = ""
    let token = PageToken(list: "label dataset", query: query, account: caller.accountID)
    if !request.pageToken.isEmpty { page.after = try token.itemCursor(from: request.pageToken, order: page.order) }
    do {
      let (rows, count) = try await searches.run(words: selection.text, account: caller.accountID) {
        (
          try await store.labelDatasetItems(selection, page: page, account: caller.accountID),
          try await store.labelDatasetItemCount(selection, account: caller.accountID)
        )
      }
      return .with {
        $0.items = rows.prefix(size).map { .init($0) }
        $0.totalCount = Int32(clamping: count)
        if rows.count > size, let last = rows.prefix(size).last {
          $0.nextPageToken = token.string(after: last, order: page.order)
        }
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// The ids alone, newest first, in larger pages.
  package func listIDs(
    _ request: Clavata_Gateway_V1_ListLabelDatasetItemIdsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListLabelDatasetItemIdsResponse {
    let selection = try await selection(request.filters, label: request.labelID, caller: caller)
    let size = try PageSize.checked(
      request.pageSize, usual: LabelDatasetLimits.maximumPage, maximum: LabelDatasetLimits.maximumIDPage)
    var page = LabelDatasetPage(limit: size + 1)
    var query = request
    query.pageSize = 0
    query.pageToken = ""
    let token = PageToken(list: "label dataset ids", query: query, account: caller.accountID)
    if !request.pageToken.isEmpty { page.after = try token.itemCursor(from: request.pageToken, order: .created) }
    do {
      let (items, count) = try await searches.run(words: selection.text, account: caller.accountID) {
        (
          try await store.labelDatasetItemIDs(selection, page: page, account: caller.accountID),
          try await store.labelDatasetItemCount(selection, account: caller.accountID)
        )
      }
      return .with {
        $0.labelDatasetItemIds = items.prefix(size).map(\.id.wire)
        $0.totalCount = Int32(clamping: count)
        if items.count > size, let last = items.prefix(size).last { $0.nextPageToken = token.string(for: last) }
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// In the order of the ids, each once; those that the account has not are left out.
  ///
  /// - Throws: INVALID_ARGUMENT for too many ids, or contents that are too large to be answered together.
  package func get(
    _ request: Clavata_Gateway_V1_BatchGetLabelDatasetItemsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_BatchGetLabelDatasetItemsResponse {
    let ids = try Identifier.uuids(
      request.labelDatasetItemIds, field: "labelDatasetItemIds", limit: LabelDatasetLimits.ids)
    do {
      let rows = try await store.labelDatasetItems(ids, account: caller.accountID)
      var contents: [UUID: Clavata_Shared_V1_ContentData] = [:]
      if request.includeContentData {
        let bytes = rows.reduce(0) { $0 + $1.contentBytes }
        guard bytes <= LabelDatasetLimits.answeredBytes else {
          throw GatewayError(
            .invalidArgument,
            "labelDatasetItemIds: the contents are more than \(LabelDatasetLimits.answeredBytes) bytes together")
        }
        for content in try await store.contents(rows.map(\.item.contentID), account: caller.accountID) {
          contents[content.id] = try content.wire()
        }
      }
      return .with {
        $0.items = rows.map { row in
          .with {
            $0.item = .init(row)
            if let content = contents[row.item.contentID] { $0.contentData = content }
          }
        }
      }
    } catch {
      throw GatewayError(error)
    }
  }

  // MARK: Shared

  /// The items that filters name, of a label that there is.
  ///
  /// - Throws: NOT_FOUND for the label, or a version that it has not; INVALID_ARGUMENT.
  func selection(
    _ filters: Clavata_Gateway_V1_LabelDatasetItemFilters, label: String, field: String = "filters", caller: Caller
  ) async throws(GatewayError) -> LabelDatasetSelection {
    try await catalog.selection(filters, label: label, field: field, account: caller.accountID)
  }
}

extension LabelCatalog {
  /// The items that filters name, of a label that there is.
  ///
  /// - Throws: NOT_FOUND for the label, or a version that it has not; INVALID_ARGUMENT.
  func selection(
    _ filters: Clavata_Gateway_V1_LabelDatasetItemFilters, label: String, field: String, account: UUID
  ) async throws(GatewayError) -> LabelDatasetSelection {
    let label = try await self.label(Identifier.uuid(label, field: "labelId"), account: account)
    let selection = try LabelDatasetSelection(filters, label: label.id, field: field)
    if let version = selection.version { _ = try await self.version(version, of: label) }
    return selection
  }

  /// - Throws: NOT_FOUND where the label has no such version.
  func version(_ id: UUID, of label: LabelRecord) async throws(GatewayError) -> LabelVersionRecord {
    let version = try await version(id, account: label.accountID)
    guard version.labelID == label.id else {
      throw GatewayError(.notFound, "the label has no version with the id \(id.wire)")
    }
    return version
  }
}

extension PageToken {
  /// - Parameter row: where a page ended.
  fileprivate func string(after row: LabelDatasetItemRow, order: LabelDatasetPage.Order) -> String {
    switch order {
    case .created: string(key: row.item.created.microsecondsSince1970, id: row.item.id)
    case .score: string(key: Int64(bitPattern: (row.evaluation?.score ?? .nan).bitPattern), id: row.item.id)
    }
  }

  fileprivate func itemCursor(
    from string: String, order: LabelDatasetPage.Order
  ) throws(GatewayError) -> LabelDatasetPage.Cursor {
    let (key, id) = try position(from: string)
    switch order {
    case .created: return .created(Date(microsecondsSince1970: key), id)
    case .score:
      let score = Double(bitPattern: UInt64(bitPattern: key))
      return .score(score.isNaN ? nil : score, id)
    }
  }
}

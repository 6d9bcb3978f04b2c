internal import Foundation
package import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension DatasetService {
  /// Makes items of contents of jobs, which become contents of the account. They are found by their hashes where
  /// retention has kept them, or the account has them already.
  ///
  /// - Throws: FAILED_PRECONDITION where contents of jobs are not kept; NOT_FOUND for the dataset, or for a content that is
  ///   not kept, or not any more.
  package func appendJobContents(
    _ request: Clavata_Gateway_V1_AppendApiContentToDatasetRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_AppendApiContentToDatasetResponse {
    let id = try Self.id(request.datasetID)
    let field = "contentHashesWithLabels"
    guard (1...ContentBounds.items).contains(request.contentHashesWithLabels.count) else {
      throw GatewayError(.invalidArgument, "\(field): must be 1 to \(ContentBounds.items)")
    }
    let overriding = try Self.labels(request.overrideLabels, field: "overrideLabels")
    let labels = try request.contentHashesWithLabels.map { each throws(GatewayError) in
      try Self.labels(each.labels, field: "\(field).labels")
    }
    let dataset = try await dataset(id, account: caller.accountID)
    let hashes = request.contentHashesWithLabels.map(\.contentHash)
    let contents = try await retention.contents(hashes: hashes, account: caller.accountID)
    let items = zip(contents, labels).map { NewDatasetItem(contentID: $0, labels: overriding ?? $1) }
    try await append(items, to: dataset.id, account: caller.accountID)
    return .with { $0.success = true }
  }
}

package import Foundation

/// Datasets and their items. Where a method takes a dataset, it throws `notFound` where the account has no such one.
package protocol DatasetStore: Sendable {
  /// Throws `alreadyExists` where the name is taken, `conflict` where the account has as many as it may.
  func insert(_ dataset: DatasetRecord, limits: DatasetLimits) async throws
  func dataset(_ id: UUID, account: UUID) async throws -> DatasetRecord?
  /// Newest first.
  func datasets(account: UUID) async throws -> [DatasetRecord]
  /// Writes what is given; throws `alreadyExists` where the name is taken.
  func update(dataset: UUID, _ change: DatasetChange, account: UUID) async throws -> DatasetRecord
  /// With its items, not with their contents; policies do not refer to it any more. False where it is not there.
  func deleteDataset(_ id: UUID, account: UUID) async throws -> Bool

  /// Makes items of contents, all or none. A content that the dataset has already stays the item that it is, and gets
  /// the labels that it has not.
  ///
  /// - Returns: the items as they are kept, in order.
  /// - Throws: `notFound` for the dataset or a content; `conflict` over a limit.
  func append(
    _ items: [NewDatasetItem], to dataset: UUID, account: UUID, at: Date, limits: DatasetLimits
  ) async throws -> [DatasetItemRecord]
  /// In the order in which they came.
  func datasetItemIDs(_ query: ContentRowQuery, dataset: UUID, account: UUID) async throws -> [DatasetItemIDs]
  /// In the order in which they came; empty at the end. Ids that the dataset has not are left out.
  func datasetContents(_ page: DatasetPageQuery, dataset: UUID, account: UUID) async throws -> [DatasetItemContent]
  /// Those of the ids that are items of the dataset.
  func datasetItemIDs(_ ids: [UUID], dataset: UUID, account: UUID) async throws -> Set<UUID>
  /// All, or none.
  ///
  /// - Throws: `notFound` for the dataset or an item.
  func removeItems(_ ids: [UUID], dataset: UUID, account: UUID, at: Date) async throws
  /// All, or none; as they are kept then, in the order of the ids.
  ///
  /// - Throws: `notFound` for the dataset or an item; `conflict` over a limit.
  func update(
    items: [UUID], _ change: DatasetItemChange, dataset: UUID, account: UUID, at: Date, limits: DatasetLimits
  ) async throws -> [DatasetItemRecord]
  /// Labels in use, by name, at most so many.
  func datasetLabels(_ dataset: UUID, account: UUID, limit: Int) async throws -> [String]
}

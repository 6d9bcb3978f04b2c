/// What one call about contents or datasets takes and answers at most. What an account keeps is bounded by the store's
/// `ContentStoreLimits` and `DatasetLimits`.
package enum ContentBounds {
  /// Ids, hashes or changes of a call.
  package static let items = 1_000
  /// Labels of a content, of a dataset's item and of a query.
  package static let labels = 50
  /// UTF-8 bytes of a label.
  package static let labelBytes = 128
  /// UTF-8 bytes of a title.
  package static let titleBytes = 1 << 10
  /// UTF-8 bytes of the words that a query looks for.
  package static let queryBytes = 256
  /// Labels that a list of labels answers.
  package static let listedLabels = 10_000
  /// Datasets that are named of a content that stays because of them.
  package static let namedDatasets = 20
  /// Bytes of the contents of an answer: as JSON they are still no larger than a message may be.
  package static let answerBytes = 64 << 20

  /// Contents that are taken in at once, and bytes after which those that are in are written.
  static let inWork = 8
  static let writtenBytes = 8 << 20
}

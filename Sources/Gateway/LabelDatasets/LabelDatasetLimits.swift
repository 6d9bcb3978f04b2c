internal import ContentIntake

/// What is taken in, and answered, of labels' datasets at most.
package enum LabelDatasetLimits {
  /// Items of a label.
  package static let items = 10_000
  /// Items that one call adds.
  package static let additions = ContentLimits.items
  /// Ids that one call, or one list of a filter, names.
  package static let ids = 1_000
  package static let titleBytes = ContentLimits.titleBytes
  package static let notesBytes = 4 << 10
  package static let feedbackBytes = 4 << 10
  package static let searchBytes = ContentBounds.queryBytes
  package static let page = 100
  package static let maximumPage = 1_000
  package static let maximumIDPage = 10_000
  /// Labels whose counts one call asks for.
  package static let labels = 100
  /// Versions whose figures are listed, the newest.
  package static let versions = 100
  /// Bytes of the contents that one call answers.
  package static let answeredBytes = 64 << 20
  /// Items on which two versions differ that are listed, and how many code points of each text are shown.
  package static let differences = 500
  package static let shownCharacters = 1_000
  /// Items whose contents are held in memory at once where items are gone through, and the bytes of those: a larger one
  /// is held alone.
  package static let sliceItems = 64
  package static let sliceBytes = 32 << 20
}

/// What is to be written of items.
package enum DatasetItemChange: Sendable, Hashable {
  /// These and no others.
  case labels([String])
  case labelsChanged(adding: [String], removing: [String])
  /// Nil: the content's own.
  case title(String?)
}

/// What datasets have at most.
package struct DatasetLimits: Sendable, Hashable {
  /// Datasets of an account.
  package var datasets = 200
  /// Items of a dataset.
  package var items = 25_000
  /// Labels of an item.
  package var labels = 50

  package init() {}
}

package import Foundation

package struct EvaluatedVersion: Sendable, Hashable {
  package var id: UUID
  /// Within its policy or label.
  package var number: Int
  package var first: Date

  package init(id: UUID, number: Int, first: Date) {
    self.id = id
    self.number = number
    self.first = first
  }
}

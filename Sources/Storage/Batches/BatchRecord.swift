package import Foundation

/// A file of rows, put to one policy version.
package struct BatchRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  package var name: String
  package var policyID: UUID
  /// The version that was active when it was made: the rows are put to no other.
  package var policyVersionID: UUID
  package var state = BatchState.initialized
  package var created: Date
  package var updated: Date
  package var ended: Date?
  package var input: BatchInput?
  package var progress = BatchProgress()
  package var failure: BatchFailure?

  package init(id: UUID, accountID: UUID, name: String, policyID: UUID, policyVersionID: UUID, created: Date) {
    self.id = id
    self.accountID = accountID
    self.name = name
    self.policyID = policyID
    self.policyVersionID = policyVersionID
    self.created = created
    updated = created
  }

  /// What becomes of it when something happens.
  ///
  /// - Returns: false, with nothing changed, where it cannot happen now.
  package mutating func apply(_ event: BatchEvent, at moment: Date) -> Bool {
    guard let next = state.after(event) else { return false }
    switch event {
    case .uploaded(let input): self.input = input
    case .wrote(let progress): self.progress = progress
    case .inputRefused(let failure), .expired(let failure), .failed(let failure): self.failure = failure
    case .began, .checked, .submitted, .evaluated, .secured, .completed, .cancelled: break
    }
    state = next
    updated = moment
    if next.isTerminal { ended = moment }
    return true
  }
}

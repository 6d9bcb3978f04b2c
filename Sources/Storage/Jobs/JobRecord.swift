package import Foundation

/// An evaluation, asked for and answered.
package struct JobRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  /// The wire's JobType number.
  package var type: Int
  package var state: JobState
  package var policyID: UUID?
  package var policyVersionID: UUID?
  package var threshold: Double
  package var created: Date
  package var updated: Date
  package var completed: Date?
  /// What a restart needs to run it: the content, serialized. Dropped when the job ends.
  package var request: Data?
  /// What GetJob shows of the content without keeping it (hashes, metadata), serialized.
  package var summary: Data
  /// The results, serialized; nil until it is completed.
  package var results: Data?
  /// The label that it was about, where it was about no policy.
  package var labelID: UUID?
  package var labelVersionID: UUID?
  /// What it adds to the account's figures where it comes completed; not kept with it.
  package var figures: JobFigures?

  package init(
    id: UUID, accountID: UUID, type: Int, state: JobState, policyID: UUID?, policyVersionID: UUID?, threshold: Double,
    created: Date, updated: Date, completed: Date?, request: Data?, summary: Data, results: Data?
  ) {
    self.id = id
    self.accountID = accountID
    self.type = type
    self.state = state
    self.policyID = policyID
    self.policyVersionID = policyVersionID
    self.threshold = threshold
    self.created = created
    self.updated = updated
    self.completed = completed
    self.request = request
    self.summary = summary
    self.results = results
  }
}

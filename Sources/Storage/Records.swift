package import Foundation

/// An account: what isolates one tenant's keys, policies and jobs from another's.
package struct AccountRecord: Sendable, Hashable {
  package var id: UUID
  package var name: String
  package var created: Date
  /// Whom to write to about it; empty where nobody said.
  package var email: String
  /// When its name or address was last changed; nil where neither ever was.
  package var updated: Date?
  /// When the terms of service were first accepted for it.
  package var termsAccepted: Date?

  package init(
    id: UUID, name: String, created: Date, email: String = "", updated: Date? = nil, termsAccepted: Date? = nil
  ) {
    self.id = id
    self.name = name
    self.created = created
    self.email = email
    self.updated = updated
    self.termsAccepted = termsAccepted
  }
}

/// What a key may do, weakest last.
package enum KeyRole: String, Sendable, Hashable, CaseIterable {
  /// Everything, keys included.
  case admin
  /// Policies and evaluation.
  case writer
  /// Evaluation and its jobs.
  case evaluator
}

package enum KeyState: String, Sendable, Hashable {
  case enabled
  case disabled
  /// Final.
  case revoked
}

/// An API key as it is kept: never the key itself.
package struct KeyRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  package var name: String
  /// SHA-256 of the key's bytes, 32 bytes: keys are random, so that a plain hash is enough.
  package var hash: Data
  /// Its last six characters, to tell keys apart in a list.
  package var suffix: String
  package var role: KeyRole
  package var state: KeyState
  package var created: Date
  package var expires: Date?
  /// When its state was last set; nil where it never was.
  package var updated: Date?
  /// The person it is of, whose role is then the key's; nil where it is the account's own.
  package var userID: UUID?

  package init(
    id: UUID, accountID: UUID, name: String, hash: Data, suffix: String, role: KeyRole, state: KeyState, created: Date,
    expires: Date?, updated: Date? = nil, userID: UUID? = nil
  ) {
    self.id = id
    self.accountID = accountID
    self.name = name
    self.hash = hash
    self.suffix = suffix
    self.role = role
    self.state = state
    self.created = created
    self.expires = expires
    self.updated = updated
    self.userID = userID
  }
}

package struct PolicyRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  /// The name people give it; unique among the account's policies that are not deleted.
  package var key: String
  package var activeVersionID: UUID?
  package var created: Date
  package var updated: Date
  package var isDisabled: Bool
  /// Deleted policies are kept, so that old jobs still name them.
  package var isDeleted: Bool
  package var datasetID: String?

  package init(
    id: UUID, accountID: UUID, key: String, activeVersionID: UUID?, created: Date, updated: Date, isDisabled: Bool,
    isDeleted: Bool, datasetID: String?
  ) {
    self.id = id
    self.accountID = accountID
    self.key = key
    self.activeVersionID = activeVersionID
    self.created = created
    self.updated = updated
    self.isDisabled = isDisabled
    self.isDeleted = isDeleted
    self.datasetID = datasetID
  }
}

/// One text of a policy; never changed once made, but for its being expunged.
package struct PolicyVersionRecord: Sendable, Hashable {
  package var id: UUID
  package var policyID: UUID
  /// 1, 2, 3, ... within its policy.
  package var number: Int
  package var text: String
  /// What evaluation reads beside the text: the wire's PolicyEvalOptions, serialized.
  package var options: Data?
  package var globalContext: String?
  /// Who committed it and why: the wire's CompiledPolicyMetadata, serialized.
  package var metadata: Data
  package var complexityScore: Double
  package var created: Date
  /// Put out of sight; jobs still name it.
  package var isExpunged: Bool

  package init(
    id: UUID, policyID: UUID, number: Int, text: String, options: Data?, globalContext: String?, metadata: Data,
    complexityScore: Double, created: Date, isExpunged: Bool = false
  ) {
    self.id = id
    self.policyID = policyID
    self.number = number
    self.text = text
    self.options = options
    self.globalContext = globalContext
    self.metadata = metadata
    self.complexityScore = complexityScore
    self.created = created
    self.isExpunged = isExpunged
  }
}

/// A job's life. It moves down this list only, and ends once.
package enum JobState: Int, Sendable, Hashable, CaseIterable {
  case pending = 1
  case running = 2
  case completed = 3
  case failed = 4
  case canceled = 5

  package var isTerminal: Bool { self == .completed || self == .failed || self == .canceled }
}

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

package import Foundation

/// What Gavel keeps. One protocol; SQLite is behind it today.
///
/// Every method that writes returns once the write is durable. Methods that take an account see that account's rows
/// alone. Times are kept to the microsecond (see `Date.microsecondsSince1970`). All throw `StoreError`, or
/// `CancellationError` where the caller's task was canceled before its read or write began; a write that has begun is
/// completed whatever becomes of its caller.
package protocol Store:
  PolicyVersionExpunging, SnippetStore, LabelStore, WebhookStore, BatchStore, AccountStore, UserStore, InviteStore,
  LimitStore, ContentStore, RetainedContentStore, DatasetStore, LabelDatasetStore, HashListStore, AnalyticsStore
{
  // Accounts and keys
  func insert(_ account: AccountRecord) async throws
  func account(named name: String) async throws -> AccountRecord?
  func account(_ id: UUID) async throws -> AccountRecord?
  func insert(_ key: KeyRecord) async throws
  /// The same, unless the account has as many keys that are neither revoked nor expired at the key's creation: then false.
  /// Of those that are, the newest stay, as many.
  func insert(_ key: KeyRecord, limit: Int) async throws -> Bool
  /// The key with this hash, whatever its state.
  func key(hash: Data) async throws -> KeyRecord?
  /// Newest first.
  func keys(account: UUID) async throws -> [KeyRecord]
  /// Nil where the account has no such key; throws `conflict` when it would leave `revoked`, and, where asked to keep
  /// an admin, when no admin key of the account would be valid after it.
  func setState(
    _ state: KeyState, key: UUID, account: UUID, at moment: Date, keepingAdmin: Bool
  ) async throws -> KeyRecord?

  // Policies
  /// Both, or neither, the version as number 1; throws `alreadyExists` where the key is taken.
  func insert(_ policy: PolicyRecord, version: PolicyVersionRecord, by: Deployer) async throws
  /// Numbers the version itself (`number` is ignored) and, when asked, makes it the active one; throws `notFound` where
  /// the account has no such policy, or deleted it.
  func insert(
    _ version: PolicyVersionRecord, account: UUID, activate: Bool, by: Deployer
  ) async throws -> PolicyVersionRecord
  func policy(_ id: UUID, account: UUID) async throws -> PolicyRecord?
  func policy(key: String, account: UUID) async throws -> PolicyRecord?
  /// Newest first.
  func policies(_ query: PolicyRowQuery, account: UUID) async throws -> [PolicyRecord]
  /// Writes key, disabled, deleted, dataset and active version; nil where it does not exist.
  func update(_ policy: PolicyRecord, by: Deployer) async throws -> PolicyRecord?
  func version(_ id: UUID, account: UUID) async throws -> PolicyVersionRecord?
  /// Newest first.
  func versions(policy: UUID, account: UUID) async throws -> [PolicyVersionRecord]

  // Jobs
  /// A job may come completed, with its results: then this is its only write, and its figures count.
  func insert(_ job: JobRecord) async throws
  /// All, or none.
  func insert(_ jobs: [JobRecord]) async throws
  /// Moves a pending job to running; false where it is not pending any more.
  func start(job: UUID, at: Date) async throws -> Bool
  /// Ends a job that has not ended: state, results, completed; drops its request. False where it had ended.
  func finish(job: UUID, state: JobState, results: Data?, at: Date) async throws -> Bool
  func job(_ id: UUID, account: UUID) async throws -> JobRecord?
  /// Newest first, by (created, id), after the cursor; without `request`, and without `results` of those not completed.
  func jobs(_ query: JobRowQuery, account: UUID) async throws -> [JobRecord]
  /// A pending or running job, with its request; nil once it has ended.
  func unfinishedJob(_ id: UUID) async throws -> JobRecord?
  /// Pending and running jobs of all accounts, oldest first: what a restart has to settle. Their summaries are empty, and so
  /// are the requests of those that have one: a hundred requests may be more than there is memory.
  func unfinishedJobs(limit: Int, after: JobCursor?) async throws -> [JobRecord]
  /// Deletes the jobs of all accounts that ended before then, oldest first, at most `limit` of them; how many it deleted.
  /// Those whose webhook is still to be delivered stay.
  func deleteJobs(endedBefore: Date, limit: Int) async throws -> Int

  /// Waits for what is being written, then closes.
  func close() async throws
}

/// A stretch of time; a bound that is nil is open.
package struct TimeSpan: Sendable, Hashable {
  package var start: Date?
  package var end: Date?
  /// Whether the bounds themselves belong to it.
  package var isInclusive: Bool

  package init(start: Date?, end: Date?, isInclusive: Bool) {
    self.start = start
    self.end = end
    self.isInclusive = isInclusive
  }
}

package struct PolicyRowQuery: Sendable, Hashable {
  /// Empty: any.
  package var ids: [UUID] = []
  /// Empty: any.
  package var keys: [String] = []
  package var includesDeleted = false
  package var created: TimeSpan?
  package var updated: TimeSpan?

  package init() {}
}

/// Where a page of jobs ended.
package struct JobCursor: Sendable, Hashable {
  package var created: Date
  package var id: UUID

  package init(created: Date, id: UUID) {
    self.created = created
    self.id = id
  }
}

package struct JobRowQuery: Sendable, Hashable {
  package var created: TimeSpan?
  package var updated: TimeSpan?
  package var completed: TimeSpan?
  package var state: JobState?
  package var policyID: UUID?
  package var after: JobCursor?
  package var limit: Int

  package init(limit: Int) {
    self.limit = limit
  }
}

package struct StoreError: Error, Sendable {
  package enum Code: Sendable, Hashable {
    case alreadyExists
    /// What the write belongs to is not there.
    case notFound
    case conflict
    /// The write queue is full.
    case overloaded
    /// The disk, or the file, failed.
    case unavailable
  }

  package var code: Code
  package var message: String
  package var cause: (any Error)?

  package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }
}

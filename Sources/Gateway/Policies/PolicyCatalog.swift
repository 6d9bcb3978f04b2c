package import Foundation
internal import GatewayProtocol
package import PolicyEvaluation
package import PolicyLanguage
package import SignalScoring
package import Storage
internal import SwiftProtobuf
internal import Synchronization

/// An account's policies: kept in the store, compiled once a version.
///
/// It is the one way to change a policy, so that what it remembers is never behind what is kept.
package final class PolicyCatalog: Sendable {
  /// Versions that stay compiled, at most.
  package static let capacity = 256
  package static let keyBytes = 256
  /// A version's context goes into every question that a remote model is asked.
  package static let contextBytes = 16 << 10

  private struct Key: Hashable {
    var account: UUID
    var policy: UUID
  }

  private struct VersionKey: Hashable {
    var account: UUID
    var version: UUID
  }

  private struct Cached {
    var policy: PolicyRecord
    var ready: Task<ReadyPolicy, any Error>
  }

  private struct State {
    var cached: [Key: Cached] = [:]
    /// By version, for the reports of jobs that are looked at.
    var templates: [VersionKey: ReportTemplate] = [:]
    /// Bumped by every change, so that a look-up begun before it does not put back what it read.
    var generation = 0
  }

  private let store: any Store
  private let scorers: Scorers
  private let cache: ScoreCache
  private let state = Mutex(State())

  package init(store: any Store, scorers: Scorers, cache: ScoreCache) {
    self.store = store
    self.scorers = scorers
    self.cache = cache
  }

  // MARK: Evaluation

  /// The policy's active version, ready to evaluate.
  ///
  /// - Throws: NOT_FOUND; FAILED_PRECONDITION where it is disabled or has no active version.
  package func ready(_ id: UUID, account: UUID) async throws(GatewayError) -> ReadyPolicy {
    let key = Key(account: account, policy: id)
    let (cached, generation) = state.withLock { ($0.cached[key], $0.generation) }
    do {
      if let cached { return try await cached.ready.value }
      let policy = try await policy(id, account: account)
      guard !policy.isDisabled else {
        throw GatewayError(.failedPrecondition, "the policy `\(policy.key)` is disabled")
      }
      guard let versionID = policy.activeVersionID,
        let version = try await store.version(versionID, account: account)
      else { throw GatewayError(.failedPrecondition, "the policy `\(policy.key)` has no active version") }
      let task = state.withLock { state in
        if let cached = state.cached[key] { return cached.ready }
        let task = Task { try await self.prepare(policy, version) }
        if state.generation == generation {
          if state.cached.count >= Self.capacity { state.cached.removeAll() }
          state.cached[key] = Cached(policy: policy, ready: task)
        }
        return task
      }
      do {
        let ready = try await task.value
        if ready.rules.plans.text.isProvisional { forget(policy) }
        return ready
      } catch {
        forget(policy)
        throw error
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// Any version, ready to evaluate, though it is not the active one: what a job began with, it ends with.
  package func ready(version id: UUID, account: UUID) async throws(GatewayError) -> ReadyPolicy {
    do {
      guard let version = try await store.version(id, account: account) else {
        throw GatewayError(.notFound, "no such policy version")
      }
      let policy = try await policy(version.policyID, account: account)
      if policy.activeVersionID == id, !policy.isDisabled { return try await ready(policy.id, account: account) }
      return try await prepare(policy, version)
    } catch {
      throw GatewayError(error)
    }
  }

  /// The report of any version, whatever became of its policy: what a job's kept results are shown by.
  ///
  /// No scorer is asked to prepare anything.
  package func template(version id: UUID, account: UUID) async throws(GatewayError) -> ReportTemplate {
    let key = VersionKey(account: account, version: id)
    if let template = state.withLock({ $0.templates[key] }) { return template }
    do {
      guard let version = try await store.version(id, account: account) else {
        throw GatewayError(.notFound, "no such policy version")
      }
      let policy = try await store.policy(version.policyID, account: account)
      let template = try ReportTemplate(
        policy: try CompiledPolicy.compile(version.text),
        subject: .policy(id: version.policyID.wire, key: policy?.key ?? "", versionID: id.wire))
      state.withLock {
        if $0.templates.count >= Self.capacity { $0.templates.removeAll() }
        $0.templates[key] = template
      }
      return template
    } catch {
      throw GatewayError(error)
    }
  }

  private func prepare(_ policy: PolicyRecord, _ version: PolicyVersionRecord) async throws -> ReadyPolicy {
    let compiled: CompiledPolicy
    do {
      compiled = try CompiledPolicy.compile(version.text)
    } catch {
      throw GatewayError(.failedPrecondition, "the policy `\(policy.key)` does not compile")
    }
    return try await ReadyPolicy(
      policy: policy, version: version, compiled: compiled, scorers: scorers, cache: cache)
  }

  // MARK: Reading

  package func policy(_ id: UUID, account: UUID) async throws(GatewayError) -> PolicyRecord {
    let key = Key(account: account, policy: id)
    if let cached = state.withLock({ $0.cached[key] }) { return cached.policy }
    do {
      guard let policy = try await store.policy(id, account: account), !policy.isDeleted else {
        throw GatewayError(.notFound, "no policy has the id \(id.wire)")
      }
      return policy
    } catch {
      throw GatewayError(error)
    }
  }

  package func policy(key: String, account: UUID) async throws(GatewayError) -> PolicyRecord {
    do {
      guard let policy = try await store.policy(key: key, account: account), !policy.isDeleted else {
        throw GatewayError(.notFound, "no policy has this key")
      }
      return policy
    } catch {
      throw GatewayError(error)
    }
  }

  package func policies(_ query: PolicyRowQuery, account: UUID) async throws(GatewayError) -> [PolicyRecord] {
    do { return try await store.policies(query, account: account) } catch { throw GatewayError(error) }
  }

  package func versions(of id: UUID, account: UUID) async throws(GatewayError) -> [PolicyVersionRecord] {
    do { return try await store.versions(policy: id, account: account) } catch { throw GatewayError(error) }
  }

  package func version(_ id: UUID, account: UUID) async throws(GatewayError) -> PolicyVersionRecord? {
    do { return try await store.version(id, account: account) } catch { throw GatewayError(error) }
  }

  // MARK: Writing

  /// A new policy and its first version, which is the active one.
  ///
  /// - Parameters:
  ///   - id: the policy's id, where something other than chance decides it.
  ///   - deployer: who makes it.
  /// - Throws: INVALID_ARGUMENT for a bad key, ALREADY_EXISTS for one that is taken.
  package func create(
    key: String, draft: VersionDraft, datasetID: String? = nil, id: UUID = UUID(), account: UUID,
    by deployer: Deployer = Deployer()
  ) async throws(GatewayError) -> Written {
    try Self.check(key: key)
    let compiled: CompiledPolicy
    switch Self.compile(draft.text) {
    case .success(let policy): compiled = policy
    case .failure(let error): return .invalid(error)
    }
    let now = Date()
    var version = try Self.record(draft, compiled: compiled, policy: id, at: now)
    version.number = 1
    let policy = PolicyRecord(
      id: id, accountID: account, key: key, activeVersionID: version.id, created: now, updated: now, isDisabled: false,
      isDeleted: false, datasetID: datasetID)
    do { try await store.insert(policy, version: version, by: deployer) } catch { throw GatewayError(error) }
    return .version(policy, version)
  }

  /// A further version of a policy.
  package func createVersion(
    of policy: PolicyRecord, draft: VersionDraft, activate: Bool, by deployer: Deployer = Deployer()
  ) async throws(GatewayError) -> Written {
    let compiled: CompiledPolicy
    switch Self.compile(draft.text) {
    case .success(let policy): compiled = policy
    case .failure(let error): return .invalid(error)
    }
    let record = try Self.record(draft, compiled: compiled, policy: policy.id, at: Date())
    let version: PolicyVersionRecord
    do {
      version = try await store.insert(record, account: policy.accountID, activate: activate, by: deployer)
    } catch {
      throw GatewayError(error)
    }
    if activate { forget(policy) }
    var policy = policy
    if activate { policy.activeVersionID = version.id }
    return .version(policy, version)
  }

  /// Writes a policy's own fields.
  package func update(
    _ policy: PolicyRecord, by deployer: Deployer = Deployer()
  ) async throws(GatewayError) -> PolicyRecord {
    try Self.check(key: policy.key)
    var policy = policy
    policy.updated = Date()
    defer { forget(policy) }
    do {
      guard let updated = try await store.update(policy, by: deployer) else {
        throw GatewayError(.notFound, "no policy has the id \(policy.id.wire)")
      }
      return updated
    } catch {
      throw GatewayError(error)
    }
  }

  /// Puts a version out of sight, or back.
  ///
  /// - Throws: NOT_FOUND; FAILED_PRECONDITION for the active version.
  package func setExpunged(
    _ isExpunged: Bool, version: UUID, account: UUID
  ) async throws(GatewayError) -> PolicyVersionRecord {
    do {
      guard let record = try await store.setExpunged(isExpunged, version: version, account: account) else {
        throw GatewayError(.notFound, "no policy version has the id \(version.wire)")
      }
      return record
    } catch {
      throw GatewayError(error)
    }
  }

  private func forget(_ policy: PolicyRecord) {
    state.withLock {
      $0.generation += 1
      $0.cached[Key(account: policy.accountID, policy: policy.id)] = nil
    }
  }

  /// The compiled policy, or its first error.
  package static func compile(_ text: String) -> Result<CompiledPolicy, Diagnostic> {
    do {
      return .success(try CompiledPolicy.compile(text))
    } catch {
      return .failure(error.first)
    }
  }

  private static func check(key: String) throws(GatewayError) {
    guard !key.isEmpty, key.utf8.count <= keyBytes, key == key.trimmingCharacters(in: .whitespacesAndNewlines) else {
      throw GatewayError(
        .invalidArgument, "policyKey: must be 1 to \(keyBytes) bytes without white space around it")
    }
    try FieldText.requireWhole(key, field: "policyKey")
  }

  /// - Throws: INVALID_ARGUMENT for a context over the limit.
  static func check(globalContext: String) throws(GatewayError) {
    try FieldText.requireText(globalContext, field: "globalContext", limit: contextBytes)
  }

  private static func record(
    _ draft: VersionDraft, compiled: CompiledPolicy, policy: UUID, at moment: Date
  ) throws(GatewayError) -> PolicyVersionRecord {
    try FieldText.requireWhole(draft.text, field: "versionText")
    if let options = draft.options { try EvaluationOptions.check(options) }
    try check(globalContext: draft.globalContext ?? "")
    do {
      return PolicyVersionRecord(
        id: UUID(), policyID: policy, number: 0, text: draft.text,
        options: try draft.options.map { try $0.serializedData() }, globalContext: draft.globalContext,
        metadata: try draft.metadata.serializedData(), complexityScore: Double(compiled.complexityScore),
        created: moment)
    } catch {
      throw GatewayError(error)
    }
  }
}

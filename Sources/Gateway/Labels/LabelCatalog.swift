package import Foundation
package import SignalScoring
package import Storage
internal import Synchronization

/// An account's labels: kept in the store, compiled once a version, made ready to be scored once for each set of versions
/// that is asked for together.
///
/// It is the one way to change a label, so that what it remembers is never behind what is kept.
package final class LabelCatalog: Sendable {
  /// Versions that stay compiled, at most.
  package static let capacity = 256
  /// Sets of versions that stay ready, at most.
  package static let unions = 64

  private struct VersionKey: Hashable {
    var account: UUID
    var version: UUID
  }

  private struct UnionKey: Hashable {
    /// In the order of their ids.
    var versions: [UUID]
    var scope: PolicyScope
  }

  private struct State {
    var versions: [VersionKey: ReadyLabelVersion] = [:]
    var unions: [UnionKey: Task<LabelUnion, any Error>] = [:]
    /// Bumped by every change, so that a look-up begun before it does not put back what it read.
    var generation = 0
  }

  private let store: any LabelStore
  private let scorers: Scorers
  private let cache: ScoreCache
  private let gate: WorkGate
  private let state = Mutex(State())

  /// - Parameter gate: bounds how much is made ready at once: a caller chooses the set, and the context, at each request.
  package init(store: any LabelStore, scorers: Scorers, cache: ScoreCache, gate: WorkGate = WorkGate()) {
    self.gate = gate
    self.store = store
    self.scorers = scorers
    self.cache = cache
  }

  // MARK: Evaluation

  /// A version that may be evaluated.
  ///
  /// - Throws: NOT_FOUND; FAILED_PRECONDITION where its label is disabled.
  package func evaluable(_ id: UUID, account: UUID) async throws(GatewayError) -> ReadyLabelVersion {
    let version = try await known(id, account: account)
    guard !version.label.isDeleted else { throw Self.missing(version: id) }
    guard !version.label.isDisabled else {
      throw GatewayError(.failedPrecondition, "the label `\(version.label.name)` is disabled")
    }
    return version
  }

  /// The report of any version, whatever became of its label: what a job's kept results are shown by.
  package func template(version id: UUID, account: UUID) async throws(GatewayError) -> ReportTemplate {
    try await known(id, account: account).template
  }

  /// Versions made ready to be scored together.
  ///
  /// - Parameter versions: each once.
  /// - Throws: what compiling them together throws.
  func union(of versions: [ReadyLabelVersion], scope: PolicyScope) async throws -> LabelUnion {
    let versions = versions.sorted { $0.version.id.wire < $1.version.id.wire }
    let key = UnionKey(versions: versions.map(\.version.id), scope: scope)
    let task = state.withLock { state in
      if let task = state.unions[key] { return task }
      let task = Task { [scorers, cache, gate] in
        try await gate.turn { try await LabelUnion(versions, scope: scope, scorers: scorers, cache: cache) }
      }
      if state.unions.count >= Self.unions, let any = state.unions.keys.first { state.unions[any] = nil }
      state.unions[key] = task
      return task
    }
    func forget() { state.withLock { if $0.unions[key] == task { $0.unions[key] = nil } } }
    do {
      let union = try await task.value
      if union.plans.text.isProvisional { forget() }
      return union
    } catch {
      forget()
      throw error
    }
  }

  private func known(_ id: UUID, account: UUID) async throws(GatewayError) -> ReadyLabelVersion {
    let key = VersionKey(account: account, version: id)
    let (cached, generation) = state.withLock { ($0.versions[key], $0.generation) }
    if let cached { return cached }
    do {
      guard let version = try await store.labelVersion(id, account: account),
        let label = try await store.label(version.labelID, account: account)
      else { throw Self.missing(version: id) }
      let ready = try ReadyLabelVersion(label, version)
      state.withLock { state in
        guard state.generation == generation else { return }
        if state.versions.count >= Self.capacity { state.versions.removeAll() }
        state.versions[key] = ready
      }
      return ready
    } catch {
      throw GatewayError(error)
    }
  }

  // MARK: Reading

  /// - Throws: NOT_FOUND; for a deleted label too.
  package func label(_ id: UUID, account: UUID) async throws(GatewayError) -> LabelRecord {
    do {
      guard let label = try await store.label(id, account: account), !label.isDeleted else {
        throw Self.missing(label: id)
      }
      return label
    } catch {
      throw GatewayError(error)
    }
  }

  package func labels(_ query: LabelRowQuery, account: UUID) async throws(GatewayError) -> [LabelRecord] {
    do { return try await store.labels(query, account: account) } catch { throw GatewayError(error) }
  }

  /// - Throws: NOT_FOUND; for a deleted label's version too.
  package func version(_ id: UUID, account: UUID) async throws(GatewayError) -> LabelVersionRecord {
    do {
      guard let version = try await store.labelVersion(id, account: account),
        let label = try await store.label(version.labelID, account: account), !label.isDeleted
      else { throw Self.missing(version: id) }
      return version
    } catch {
      throw GatewayError(error)
    }
  }

  /// Newest first, with their texts: no more than are needed.
  package func versions(
    of label: LabelRecord, newest limit: Int = .max
  ) async throws(GatewayError) -> [LabelVersionRecord] {
    do {
      return try await store.labelVersions(label: label.id, account: label.accountID, limit: limit)
    } catch {
      throw GatewayError(error)
    }
  }

  // MARK: Writing

  /// - Throws: ALREADY_EXISTS for a name that is taken.
  package func create(_ label: LabelRecord, version: LabelVersionRecord?) async throws(GatewayError) {
    do { try await store.insert(label, version: version) } catch { throw GatewayError(error, name: label.name) }
  }

  /// - Throws: NOT_FOUND for the label or the parent.
  package func createVersion(
    _ version: LabelVersionRecord, account: UUID, evenIfEqual: Bool
  ) async throws(GatewayError) -> WrittenLabelVersion {
    do {
      return try await store.insert(version, account: account, evenIfEqual: evenIfEqual)
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: NOT_FOUND; ALREADY_EXISTS for a name that is taken.
  package func update(
    _ label: UUID, _ change: LabelChange, account: UUID
  ) async throws(GatewayError) -> LabelRecord {
    defer { forget(label) }
    let updated: LabelRecord?
    do {
      updated = try await store.update(label: label, change, account: account)
    } catch {
      throw GatewayError(error, name: change.name ?? "")
    }
    guard let updated else { throw Self.missing(label: label) }
    return updated
  }

  private func forget(_ label: UUID) {
    state.withLock { state in
      state.generation += 1
      state.versions = state.versions.filter { $0.value.label.id != label }
    }
  }

  static func missing(label id: UUID) -> GatewayError {
    GatewayError(.notFound, "no label has the id \(id.wire)")
  }

  private static func missing(version id: UUID) -> GatewayError {
    GatewayError(.notFound, "no label version has the id \(id.wire)")
  }
}

internal import Foundation
package import GatewayProtocol
internal import PolicyEvaluation
internal import Storage
internal import SwiftProtobuf

/// How a policy, or a label, did: outcomes by day, versions, hit rates.
package struct InsightService: Sendable {
  let store: any Store
  let catalog: PolicyCatalog
  let labels: LabelCatalog
  /// Bounds how many read figures, or compile versions for their names, at once, so that others go on beside them.
  let gate: WorkGate

  /// A deleted policy has its figures still.
  ///
  /// - Throws: NOT_FOUND; INVALID_ARGUMENT; OUT_OF_RANGE where too much would have to be read or answered.
  package func policy(
    _ request: Clavata_Gateway_V1_GetPolicyInsightsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetPolicyInsightsResponse {
    let policy = try await known(request.policyID, caller)
    let span = try TimeSpan(request.dateRange, field: "dateRange")
    let range = FigureRange(covering: span)
    do {
      let days = try await days(of: .policy, policy.id, within: range, caller)
      let names = try await inTurn(caller) { try await self.names(of: days, account: caller.accountID) }
      let evaluated = try await store.evaluatedVersions(of: .policy, policy.id, account: caller.accountID)
      let total = days.reduce(into: FigureTally()) { $0.add($1.tally.withoutLabels) }
      var response = Clavata_Gateway_V1_GetPolicyInsightsResponse()
      response.dateRange = range.wire
      response.labelOutcomesDaily = try DailyOutcomes(days, names: names).wire(policy: policy.id)
      response.versionMarkers = evaluated.filter { span.covers(firstUse: $0.first) }.map { version in
        .with {
          $0.versionID = version.id.wire
          $0.firstSeen = .init(version.first)
          $0.sequentialVersion = Int32(clamping: version.number)
        }
      }
      response.totalTokens = total.tokens
      response.hasEverReceivedData_p = !evaluated.isEmpty
      response.overallHitRate = Float(total.hitRate ?? 0)
      response.deploymentHistories = try await deployments(of: policy, within: span, days: days)
      return response
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: as `policy`; NOT_FOUND for a deleted label too.
  package func label(
    _ request: Clavata_Gateway_V1_GetLabelInsightsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetLabelInsightsResponse {
    let id = try Identifier.uuid(request.labelID, field: "labelId")
    let label = try await labels.label(id, account: caller.accountID)
    let span = try TimeSpan(request.dateRange, field: "dateRange")
    let range = FigureRange(covering: span)
    do {
      let days = try await days(of: .label, label.id, within: range, caller)
      let evaluated = try await store.evaluatedVersions(of: .label, label.id, account: caller.accountID)
      let total = days.reduce(into: FigureTally()) { $0.add($1.tally.withoutLabels) }
      guard days.count <= AnalyticsLimits.outcomes else { throw GatewayError.tooManyFigures(field: "dateRange") }
      return .with {
        $0.dateRange = range.wire
        $0.labelOutcomesDaily = days.map { day in
          let (trues, falses) = day.tally.outcomes(of: 0)
          var outcome = Clavata_Gateway_V1_LabelOutcomeDaily(
            day: day.day, label: label.name, trues: trues, falses: falses)
          outcome.labelVersionID = day.versionID.wire
          return outcome
        }
        $0.versionMarkers = evaluated.filter { span.covers(firstUse: $0.first) }.map { version in
          .with {
            $0.versionID = version.id.wire
            $0.firstSeen = .init(version.first)
            $0.sequentialVersion = Int32(clamping: version.number)
          }
        }
        $0.totalTokens = total.tokens
        $0.hasEverReceivedData_p = !evaluated.isEmpty
        $0.overallHitRate = total.hitRate ?? 0
      }
    } catch {
      throw GatewayError(error)
    }
  }

  private func days(
    of kind: FigureSubject.Kind, _ subject: UUID, within range: FigureRange, _ caller: Caller
  ) async throws -> [DailyFigures] {
    let days = try await inTurn(caller) {
      try await store.dailyFigures(
        of: kind, subject, account: caller.accountID, within: range, rowLimit: AnalyticsLimits.figureRows,
        outcomeLimit: AnalyticsLimits.heldOutcomes)
    }
    guard let days, Set(days.map(\.versionID)).count <= AnalyticsLimits.versions else {
      throw GatewayError.tooManyFigures(field: "dateRange")
    }
    return days
  }

  /// The names of each version's labels, in its order.
  private func names(of days: [DailyFigures], account: UUID) async throws -> [UUID: [String]] {
    var names: [UUID: [String]] = [:]
    for version in Set(days.map(\.versionID)) {
      try Task.checkCancellation()
      names[version] = try await catalog.template(version: version, account: account).policy.labels.map(\.name)
    }
    return names
  }

  /// The hit rate of a deployment is its version's within the range.
  private func deployments(
    of policy: PolicyRecord, within span: TimeSpan?, days: [DailyFigures]
  ) async throws -> [Clavata_Gateway_V1_DeploymentHistoryEntry] {
    let records = try await store.deployments(
      policy: policy.id, account: policy.accountID, within: span, limit: AnalyticsLimits.deployments)
    let names = try await names(of: records.map(\.deployer), account: policy.accountID)
    var tallies: [UUID: FigureTally] = [:]
    for day in days { tallies[day.versionID, default: FigureTally()].add(day.tally.withoutLabels) }
    return try records.map { record in
      let metadata = try Clavata_Gateway_V1_CompiledPolicyMetadata(serializedBytes: record.versionMetadata)
      return .with {
        $0.deploymentID = record.id.wire
        $0.policyVersionID = record.versionID.wire
        $0.sequentialVersion = Int32(clamping: record.number)
        $0.deployedAt = .init(record.begun)
        if let ended = record.ended { $0.deployedUntil = .init(ended) }
        $0.deployedByUserID = record.deployer.userID
        $0.deployedByName = names[record.deployer] ?? record.deployer.name
        $0.complexityScore = Float(record.complexityScore)
        if let rate = tallies[record.versionID]?.hitRate { $0.hitRate = Float(rate) }
        $0.versionAuthorName = metadata.committer
      }
    }
  }

  /// What those are called who are users, or have a key: a person by name, else by address; a key by its name.
  private func names(of deployers: [Deployer], account: UUID) async throws -> [Deployer: String] {
    guard deployers.contains(where: { $0.keyID != nil }) else { return [:] }
    let keys = Dictionary(try await store.keys(account: account).map { ($0.id, $0.name) }) { first, _ in first }
    let users = Dictionary(try await store.users(account: account).map { ($0.id.wire, $0.shownName) }) { first, _ in
      first
    }
    return Dictionary(
      deployers.map { ($0, users[$0.userID] ?? $0.keyID.flatMap { keys[$0] } ?? $0.name) }
    ) { first, _ in first }
  }

  /// - Throws: RESOURCE_EXHAUSTED where too much waits; what the body throws.
  func inTurn<Value>(_ caller: Caller, _ body: () async throws -> Value) async throws -> Value {
    try await gate.admit(caller.accountID) { try await gate.turn(body) }
  }

  /// A policy of the account, deleted or not.
  func known(_ text: String, _ caller: Caller) async throws(GatewayError) -> PolicyRecord {
    let id = try Identifier.policy(text)
    do {
      guard let policy = try await store.policy(id, account: caller.accountID) else {
        throw GatewayError(.notFound, "no policy has the id \(id.wire)")
      }
      return policy
    } catch {
      throw GatewayError(error)
    }
  }
}

extension FigureTally {
  /// The share of the items of which a label holds; nil where there are none.
  var hitRate: Double? { reviews > 0 ? Double(hits) / Double(reviews) : nil }
}

extension TimeSpan? {
  /// Whether what was first used then was used by the end of the span.
  fileprivate func covers(firstUse moment: Date) -> Bool { self?.end.map { moment <= $0 } ?? true }
}

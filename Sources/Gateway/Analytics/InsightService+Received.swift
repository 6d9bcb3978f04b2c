internal import Foundation
package import GatewayProtocol
internal import PolicyEvaluation
internal import Storage
internal import SwiftProtobuf

/// Whether anything was evaluated at all, and under which names.
extension InsightService {
  /// - Throws: NOT_FOUND.
  package func policyHasReceived(
    _ request: Clavata_Gateway_V1_HasPolicyReceivedDataRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_HasPolicyReceivedDataResponse {
    let policy = try await known(request.policyID, caller)
    let versions = try await evaluated(.policy, policy.id, caller)
    return .with { $0.hasReceivedData_p = !versions.isEmpty }
  }

  /// - Throws: NOT_FOUND; for a deleted label too.
  package func labelHasReceived(
    _ request: Clavata_Gateway_V1_HasLabelReceivedDataRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_HasLabelReceivedDataResponse {
    let id = try Identifier.uuid(request.labelID, field: "labelId")
    let label = try await labels.label(id, account: caller.accountID)
    let versions = try await evaluated(.label, label.id, caller)
    return .with { $0.hasReceivedData_p = !versions.isEmpty }
  }

  /// The names that a policy's figures may have: those of its active version, then of the others that were evaluated, the
  /// newest first, each name once. Of more versions than one call names the newest; the answer says which they are.
  ///
  /// - Throws: NOT_FOUND.
  package func labels(
    _ request: Clavata_Gateway_V1_GetPolicyLabelsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetPolicyLabelsResponse {
    let policy = try await known(request.policyID, caller)
    let evaluated = try await evaluated(.policy, policy.id, caller).sorted { $0.number > $1.number }.map(\.id)
    let versions = (policy.activeVersionID.map { [$0] } ?? []) + evaluated.filter { $0 != policy.activeVersionID }
    do {
      return try await inTurn(caller) {
        var response = Clavata_Gateway_V1_GetPolicyLabelsResponse()
        var seen: Set<String> = []
        for version in versions.prefix(AnalyticsLimits.namedVersions) {
          try Task.checkCancellation()
          let template = try await catalog.template(version: version, account: caller.accountID)
          response.labels += template.policy.labels.map(\.name).filter { seen.insert($0).inserted }
          response.policyVersionIds.append(version.wire)
        }
        return response
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// The policies that evaluated something, those that were deleted since too, newest first.
  package func policiesWithContent(
    _ request: Clavata_Gateway_V1_GetPoliciesWithContentRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetPoliciesWithContentResponse {
    let span = try TimeSpan(request.dateRange, field: "dateRange")
    do {
      let ids = Set(
        try await store.evaluatedSubjects(
          .policy, account: caller.accountID, within: FigureRange(covering: span)))
      var query = PolicyRowQuery()
      query.includesDeleted = true
      let policies = try await store.policies(query, account: caller.accountID).filter { ids.contains($0.id) }
      return .with { $0.policies = policies.map { .init($0) } }
    } catch {
      throw GatewayError(error)
    }
  }

  private func evaluated(
    _ kind: FigureSubject.Kind, _ subject: UUID, _ caller: Caller
  ) async throws(GatewayError) -> [EvaluatedVersion] {
    do {
      return try await store.evaluatedVersions(of: kind, subject, account: caller.accountID)
    } catch {
      throw GatewayError(error)
    }
  }
}

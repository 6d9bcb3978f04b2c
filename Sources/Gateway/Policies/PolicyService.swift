internal import Foundation
package import GatewayProtocol
internal import PolicyEvaluation
internal import PolicyLanguage
package import Storage
internal import SwiftProtobuf

/// Policies over the wire: written, versioned, looked up, validated.
package struct PolicyService: Sendable {
  /// Ids, or keys, that one query may name.
  package static let maximumFilters = 1_000

  let catalog: PolicyCatalog
  private let datasets: any DatasetStore

  package init(catalog: PolicyCatalog, datasets: any DatasetStore) {
    self.catalog = catalog
    self.datasets = datasets
  }

  package func validate(
    _ request: Clavata_Gateway_V1_ValidatePolicyRequest
  ) -> Clavata_Gateway_V1_ValidatePolicyResponse {
    switch PolicyCatalog.compile(request.policyDraft) {
    case .success(let policy):
      .with {
        $0.valid = true
        $0.labels = policy.labels.map(\.name)
      }
    case .failure(let error): .with { $0.error = .init(error) }
    }
  }

  package func create(
    _ request: Clavata_Gateway_V1_CreatePolicyRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CreatePolicyResponse {
    let draft = PolicyCatalog.VersionDraft(
      text: request.versionText, globalContext: request.hasGlobalContext ? request.globalContext : nil,
      metadata: request.metadata)
    let datasetID = try await dataset(request.hasDatasetID ? request.datasetID : "", caller: caller)
    let written = try await catalog.create(
      key: request.policyKey, draft: draft, datasetID: datasetID, account: caller.accountID, by: Deployer(caller))
    switch written {
    case .version(let policy, let version):
      return .with {
        $0.valid = true
        $0.policyID = policy.id.wire
        $0.policyKey = policy.key
        $0.versionID = version.id.wire
        if let dataset = policy.datasetID { $0.datasetID = dataset }
      }
    case .invalid(let error): return .with { $0.error = .init(error) }
    }
  }

  package func createVersion(
    _ request: Clavata_Gateway_V1_CreatePolicyVersionRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CreatePolicyVersionResponse {
    let policy = try await catalog.policy(Identifier.policy(request.policyID), account: caller.accountID)
    let draft = PolicyCatalog.VersionDraft(
      text: request.versionText, options: request.hasPolicyEvalOptions ? request.policyEvalOptions : nil,
      globalContext: request.hasGlobalContext ? request.globalContext : nil, metadata: request.metadata)
    switch try await catalog.createVersion(of: policy, draft: draft, activate: request.activate, by: Deployer(caller)) {
    case .version(let policy, let version):
      return .with {
        $0.valid = true
        $0.policyID = policy.id.wire
        $0.policyKey = policy.key
        $0.versionID = version.id.wire
      }
    case .invalid(let error):
      return .with {
        $0.error = .init(error)
        $0.policyID = policy.id.wire
        $0.policyKey = policy.key
      }
    }
  }

  package func get(
    _ request: Clavata_Gateway_V1_GetPolicyRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetPolicyResponse {
    let policy = try await catalog.policy(Identifier.policy(request.policyID), account: caller.accountID)
    return .with { $0.policy = .init(policy) }
  }

  package func list(
    _ request: Clavata_Gateway_V1_GetPoliciesRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetPoliciesResponse {
    guard max(request.query.uuids.count, request.query.keys.count) <= Self.maximumFilters else {
      throw GatewayError(.invalidArgument, "query: names more than \(Self.maximumFilters) policies")
    }
    var query = PolicyRowQuery()
    for id in request.query.uuids { query.ids.append(try Identifier.uuid(id, field: "query.uuids")) }
    query.keys = request.query.keys
    query.includesDeleted = request.query.includeExpunged
    query.created = try TimeSpan(request.query.createdTimeRange, field: "query.createdTimeRange")
    query.updated = try TimeSpan(request.query.updatedTimeRange, field: "query.updatedTimeRange")
    let policies = try await catalog.policies(query, account: caller.accountID)
    return .with { $0.policies = policies.map { .init($0) } }
  }

  package func update(
    _ request: Clavata_Gateway_V1_UpdatePolicyRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UpdatePolicyResponse {
    var policy = try await policy(request.identifier, caller: caller)
    if request.hasPolicyKey { policy.key = request.policyKey }
    if request.hasDisabled { policy.isDisabled = request.disabled }
    if request.hasDatasetID { policy.datasetID = try await dataset(request.datasetID, caller: caller) }
    let updated = try await catalog.update(policy)
    return .with { $0.policy = .init(updated) }
  }

  package func delete(
    _ request: Clavata_Gateway_V1_DeletePolicyRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_DeletePolicyResponse {
    var policy = try await policy(request.policyIdentifier, caller: caller)
    policy.isDeleted = true
    let deleted = try await catalog.update(policy)
    return .with {
      $0.policyID = deleted.id.wire
      $0.policyKey = deleted.key
      $0.deleted = true
    }
  }

  package func versions(
    _ request: Clavata_Gateway_V1_GetPolicyVersionsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetPolicyVersionsResponse {
    let policy = try await policy(request.query.policyIdentifier, caller: caller)
    let wanted = Set(
      try request.query.versionUuids.map { id throws(GatewayError) in
        try Identifier.uuid(id, field: "query.versionUuids")
      })
    let created = try TimeSpan(request.query.createdTimeRange, field: "query.createdTimeRange")
    let versions = try await catalog.versions(of: policy.id, account: caller.accountID)
      .filter { request.query.includeExpunged || !$0.isExpunged }
      .filter { wanted.isEmpty || wanted.contains($0.id) }
      .filter { version in created.map { $0.contains(version.created) } ?? true }
    var response = Clavata_Gateway_V1_GetPolicyVersionsResponse()
    for version in versions { response.policyVersions.append(try .init(version, of: policy)) }
    return response
  }

  package func activeVersions(
    _ request: Clavata_Gateway_V1_GetActivePolicyVersionsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetActivePolicyVersionsResponse {
    var response = Clavata_Gateway_V1_GetActivePolicyVersionsResponse()
    for identifier in request.policyIdentifiers {
      let policy = try await policy(identifier, caller: caller)
      guard let id = policy.activeVersionID, let version = try await catalog.version(id, account: caller.accountID)
      else { continue }
      response.policyVersions.append(try .init(version, of: policy))
    }
    return response
  }

  package func setActiveVersion(
    _ request: Clavata_Gateway_V1_SetActivePolicyVersionRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_SetActivePolicyVersionResponse {
    var policy = try await policy(request.policyIdentifier, caller: caller)
    let id = try Identifier.uuid(request.activeVersionID, field: "activeVersionId")
    guard let version = try await catalog.version(id, account: caller.accountID), version.policyID == policy.id else {
      throw GatewayError(.notFound, "the policy has no version with the id \(id.wire)")
    }
    policy.activeVersionID = version.id
    let updated = try await catalog.update(policy, by: Deployer(caller))
    return .with {
      $0.policyID = updated.id.wire
      $0.policyKey = updated.key
      $0.activeVersionID = version.id.wire
    }
  }

  /// The dataset that a policy is tried on.
  ///
  /// - Parameter id: empty for none.
  /// - Throws: NOT_FOUND.
  private func dataset(_ id: String, caller: Caller) async throws(GatewayError) -> String? {
    if id.isEmpty { return nil }
    let id = try Identifier.uuid(id, field: "datasetId")
    let dataset: DatasetRecord?
    do { dataset = try await datasets.dataset(id, account: caller.accountID) } catch { throw GatewayError(error) }
    guard let dataset else { throw GatewayError(.notFound, "no dataset has the id \(id.wire)") }
    return dataset.id.wire
  }

  private func policy(
    _ identifier: Clavata_Shared_V1_PolicyIdentifier, caller: Caller
  ) async throws(GatewayError) -> PolicyRecord {
    if identifier.policyID.isEmpty, !identifier.policyKey.isEmpty {
      return try await catalog.policy(key: identifier.policyKey, account: caller.accountID)
    }
    return try await catalog.policy(Identifier.policy(identifier.policyID), account: caller.accountID)
  }
}

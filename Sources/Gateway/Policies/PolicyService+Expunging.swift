internal import Foundation
package import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// What was deleted, of policies and of their versions, and the way back.
extension PolicyService {
  /// - Throws: NOT_FOUND; ALREADY_EXISTS where another policy has its key now; FAILED_PRECONDITION for a key that several
  ///   deleted policies had.
  package func undelete(
    _ request: Clavata_Gateway_V1_UndeletePolicyRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UndeletePolicyResponse {
    var policy = try await deletedPolicy(request.policyIdentifier, caller: caller)
    if policy.isDeleted {
      policy.isDeleted = false
      do {
        policy = try await catalog.update(policy)
      } catch let error where error.code == .alreadyExists {
        throw GatewayError(.alreadyExists, "another policy has the key `\(policy.key)` now")
      }
    }
    return .with {
      $0.policyID = policy.id.wire
      $0.policyKey = policy.key
      $0.deleted = policy.isDeleted
    }
  }

  /// - Throws: NOT_FOUND; FAILED_PRECONDITION for the active version.
  package func expunge(
    _ request: Clavata_Gateway_V1_ExpungePolicyVersionRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ExpungePolicyVersionResponse {
    let version = try await set(expunged: true, version: request.versionID, caller: caller)
    return .with {
      $0.versionID = version.id.wire
      $0.expunged = version.isExpunged
    }
  }

  package func unexpunge(
    _ request: Clavata_Gateway_V1_UnexpungePolicyVersionRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_UnexpungePolicyVersionResponse {
    let version = try await set(expunged: false, version: request.versionID, caller: caller)
    return .with {
      $0.versionID = version.id.wire
      $0.expunged = version.isExpunged
    }
  }

  private func set(
    expunged: Bool, version: String, caller: Caller
  ) async throws(GatewayError) -> PolicyVersionRecord {
    let id = try Identifier.uuid(version, field: "versionId")
    return try await catalog.setExpunged(expunged, version: id, account: caller.accountID)
  }

  /// The policy that is named, deleted or not.
  private func deletedPolicy(
    _ identifier: Clavata_Shared_V1_PolicyIdentifier, caller: Caller
  ) async throws(GatewayError) -> PolicyRecord {
    var query = PolicyRowQuery()
    query.includesDeleted = true
    let isByKey = identifier.policyID.isEmpty && !identifier.policyKey.isEmpty
    if isByKey {
      query.keys = [identifier.policyKey]
    } else {
      query.ids = [try Identifier.policy(identifier.policyID)]
    }
    let found = try await catalog.policies(query, account: caller.accountID)
    if let kept = found.first(where: { !$0.isDeleted }) {
      guard found.count == 1 else {
        throw GatewayError(
          .alreadyExists, "another policy has the key `\(kept.key)` now: name the deleted one by its id")
      }
      return kept
    }
    guard let first = found.first else {
      throw GatewayError(
        .notFound, isByKey ? "no policy has this key" : "no policy has the id \(identifier.policyID.lowercased())")
    }
    guard found.count == 1 else {
      throw GatewayError(.failedPrecondition, "several deleted policies had this key: name one by its id")
    }
    return first
  }
}

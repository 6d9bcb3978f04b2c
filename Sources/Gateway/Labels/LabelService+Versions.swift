internal import Foundation
package import GatewayProtocol
internal import PolicyLanguage
internal import Storage
internal import SwiftProtobuf

/// A label's versions: made, looked up, listed.
extension LabelService {
  /// A text with an error is an answer; so is a version that says what an earlier one says, unless that is confirmed.
  ///
  /// - Throws: NOT_FOUND for the label or the parent.
  package func createVersion(
    _ request: Clavata_Gateway_V1_CreateLabelVersionRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CreateLabelVersionResponse {
    let label = try await label(request.labelID, caller: caller)
    let draft = try LabelVersionDraft(
      text: request.text, description: request.hasDescription_p ? request.description_p : nil,
      parentID: request.hasParentLabelVersionID ? request.parentLabelVersionID : nil,
      options: request.hasLabelEvalOptions ? request.labelEvalOptions : nil,
      globalContext: request.hasGlobalContext ? request.globalContext : nil)
    let text: LabelText
    switch LabelText.read(draft.text) {
    case .failure(let error): return .with { $0.error = .init(error) }
    case .success(let read): text = read
    }
    let record = draft.record(text, label: label.id, creator: caller.authorID, tokens: tokens)
    let written = try await catalog.createVersion(
      record, account: caller.accountID, evenIfEqual: request.confirmDuplicate)
    switch written {
    case .written(let version):
      let wire = try Clavata_Shared_V1_LabelVersion(version)
      return .with {
        $0.valid = true
        $0.labelVersion = wire
      }
    case .equal(let version):
      let wire = try Clavata_Shared_V1_LabelVersion(version)
      return .with {
        $0.valid = true
        $0.duplicateOf = wire
      }
    }
  }

  package func getVersion(
    _ request: Clavata_Gateway_V1_GetLabelVersionRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetLabelVersionResponse {
    let id = try Identifier.uuid(request.labelVersionID, field: "labelVersionId")
    let wire = try Clavata_Shared_V1_LabelVersion(try await catalog.version(id, account: caller.accountID))
    return .with { $0.labelVersion = wire }
  }

  /// Newest first. No version of a label is ever expunged, so that asking for those too changes nothing.
  package func listVersions(
    _ request: Clavata_Gateway_V1_ListLabelVersionsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListLabelVersionsResponse {
    let versions = try await catalog.versions(of: label(request.labelID, caller: caller))
    var response = Clavata_Gateway_V1_ListLabelVersionsResponse()
    for version in versions { response.labelVersions.append(try .init(version)) }
    return response
  }
}

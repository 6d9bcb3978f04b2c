internal import Foundation
package import GatewayProtocol
internal import PolicyEvaluation
internal import PolicyLanguage
package import Storage
internal import SwiftProtobuf

/// What a user, or a key that is nobody's, is writing of a label's next version: kept though it does not compile.
package struct LabelDraftService: Sendable {
  private let store: any LabelStore

  package init(store: any LabelStore) {
    self.store = store
  }

  /// Compiles a text and keeps nothing.
  package func validate(
    _ request: Clavata_Gateway_V1_ValidateLabelDraftRequest
  ) -> Clavata_Gateway_V1_ValidateLabelDraftResponse {
    switch LabelText.read(request.text) {
    case .success(let text):
      .with {
        $0.valid = true
        $0.labels = text.compiled.labels.map(\.name)
      }
    case .failure(let error): .with { $0.error = .init(error) }
    }
  }

  /// Takes the place of the user's draft before it.
  ///
  /// - Throws: NOT_FOUND; INVALID_ARGUMENT for a text over the language's limit.
  package func save(
    _ request: Clavata_Gateway_V1_SaveUserLabelDraftRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_SaveUserLabelDraftResponse {
    let labelID = try Identifier.uuid(request.labelID, field: "labelId")
    try FieldText.requireText(request.text, field: "text", limit: PolicyLimits.textBytes)
    try PolicyCatalog.check(globalContext: request.globalContext)
    let now = Date()
    let draft = LabelDraftRecord(
      id: .random(), labelID: labelID, userID: caller.authorID, text: request.text,
      options: try LabelVersionDraft.serialized(request.hasLabelEvalOptions ? request.labelEvalOptions : nil),
      globalContext: request.hasGlobalContext ? request.globalContext : nil, created: now, updated: now)
    do {
      guard let saved = try await store.save(draft, account: caller.accountID) else {
        throw LabelCatalog.missing(label: labelID)
      }
      var response = Clavata_Gateway_V1_SaveUserLabelDraftResponse()
      response.draft = try .init(saved)
      switch LabelText.read(saved.text) {
      case .success: response.valid = true
      case .failure(let error): response.error = .init(error)
      }
      return response
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: NOT_FOUND, also for another user's draft.
  package func get(
    _ request: Clavata_Gateway_V1_GetUserLabelDraftRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetUserLabelDraftResponse {
    let labelID = try Identifier.uuid(request.labelID, field: "labelId")
    do {
      let draft = try await store.labelDraft(label: labelID, user: caller.authorID, account: caller.accountID)
      guard let draft else {
        throw GatewayError(.notFound, "you have no draft of the label \(labelID.wire)")
      }
      let wire = try Clavata_Shared_V1_UserLabelDraft(draft)
      return .with { $0.draft = wire }
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Throws: NOT_FOUND where the account has no such label.
  package func delete(
    _ request: Clavata_Gateway_V1_DeleteUserLabelDraftRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_DeleteUserLabelDraftResponse {
    let labelID = try Identifier.uuid(request.labelID, field: "labelId")
    do {
      guard let label = try await store.label(labelID, account: caller.accountID), !label.isDeleted else {
        throw LabelCatalog.missing(label: labelID)
      }
      let isDeleted = try await store.deleteLabelDraft(
        label: labelID, user: caller.authorID, account: caller.accountID)
      return .with { $0.deleted = isDeleted }
    } catch {
      throw GatewayError(error)
    }
  }
}

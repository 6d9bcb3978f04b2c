internal import ContentIntake
internal import Foundation
internal import GatewayProtocol
internal import SignalScoring
internal import Storage
internal import SwiftProtobuf

/// The contents that items are made of: the account's own, or made its own here.
struct LabelDatasetContents: Sendable {
  /// How an item names its content.
  enum Reference: Sendable {
    case kept(UUID)
    /// One that is given here, within the limits of contents that are evaluated.
    case given(Clavata_Shared_V1_ContentData)
    /// One that the account keeps, or that a job evaluated and retention keeps.
    case hash(String)
  }

  private let intake: ContentIntake
  private let store: any Store

  init(intake: ContentIntake, store: any Store) {
    self.intake = intake
    self.store = store
  }

  /// The id of the content, which the account keeps then. That there is one with a given id is not looked up here.
  ///
  /// - Throws: INVALID_ARGUMENT for a content that is flawed, CANCELLED for an image that is refused, NOT_FOUND for a
  ///   hash that nothing has.
  func id(of reference: Reference, account: UUID) async throws(GatewayError) -> UUID {
    do {
      switch reference {
      case .kept(let id): return id
      case .given(let content): return try await keep(content, account: account)
      case .hash(let hash):
        if let id = try await store.contentID(hash: hash, account: account) { return id }
        let missing = GatewayError(.notFound, "contentHash: no content that is kept has it")
        guard let data = try await store.retainedContents(hashes: [hash], account: account)[hash] else {
          throw missing
        }
        let content = try Clavata_Shared_V1_ContentData(serializedBytes: data)
        return try await keep(content, account: account, as: hash, otherwise: missing)
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// - Parameters:
  ///   - hash: what the content must have; one that is fetched anew may be another by now.
  ///   - missing: thrown where it has not.
  private func keep(
    _ content: Clavata_Shared_V1_ContentData, account: UUID, as hash: String? = nil,
    otherwise missing: GatewayError? = nil
  ) async throws -> UUID {
    let labels = try ContentLabels.checked(content.labels, field: "contentData.labels")
    try FieldText.requirePrintable(content.title, field: "contentData.title")
    let items = try await AdmittedItem.admit([content], by: intake, for: account.wire)
    // INVARIANT: as many items are admitted as were offered.
    guard let item = items.first else { throw GatewayError(.invalidArgument, "contentData: is required") }
    if let hash, item.content.hash != hash { throw missing ?? GatewayError(.notFound, "contentData: is gone") }
    let record = try ContentRecord.make(of: item, labels: labels, account: account)
    guard let kept = try await store.insert([record]).first else {
      throw GatewayError(.internalError, "an internal error")
    }
    return try kept.get().id
  }
}

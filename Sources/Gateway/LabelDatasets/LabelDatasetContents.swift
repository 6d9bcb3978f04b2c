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

  /// Labels of a content, and bytes of each.
  static let labels = 50
  static let labelBytes = 256

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
    guard content.labels.count <= Self.labels else {
      throw GatewayError(.invalidArgument, "contentData.labels: must be at most \(Self.labels)")
    }
    for label in content.labels {
      try FieldText.requireName(label, field: "contentData.labels", limit: Self.labelBytes)
    }
    let items = try await AdmittedItem.admit([content], by: intake, for: account.wire)
    // INVARIANT: as many items are admitted as were offered.
    guard let item = items.first else { throw GatewayError(.invalidArgument, "contentData: is required") }
    if let hash, item.content.hash != hash { throw missing ?? GatewayError(.notFound, "contentData: is gone") }
    let record = try ContentRecord(item, labels: content.labels, account: account, at: Date())
    guard let kept = try await store.insert([record]).first else {
      throw GatewayError(.internalError, "an internal error")
    }
    return try kept.get().id
  }
}

extension ContentRecord {
  /// What is kept of a content: an image is kept itself, wherever it was fetched from.
  fileprivate init(_ item: AdmittedItem, labels: [String], account: UUID, at moment: Date) throws {
    let modality: Clavata_Shared_V1_ContentModality
    var data = Clavata_Shared_V1_ContentData.with {
      $0.contentHash = item.content.hash
      $0.metadata = item.metadata
    }
    switch item.content {
    case .text(let text):
      modality = .text
      data.text = text.text
    case .image(let image):
      modality = .image
      data.image = Data(image.bytes)
    }
    self.init(
      id: .random(), accountID: account, hash: item.content.hash, modality: modality.rawValue, title: item.title,
      data: try data.serializedData(), labels: Set(labels).sorted(), created: moment, updated: moment)
  }
}

internal import ContentIntake
internal import Foundation
internal import GatewayProtocol
internal import SignalScoring
internal import Storage
internal import SwiftProtobuf

extension ContentRecord {
  /// A content that was taken in, as it is kept from now on.
  ///
  /// - Parameters:
  ///   - labels: checked by `ContentLabels`.
  ///   - moment: when it came.
  static func make(
    of item: AdmittedItem, labels: [String], account: UUID, at moment: Date = Date()
  ) throws(GatewayError) -> ContentRecord {
    let wire = Clavata_Shared_V1_ContentData.with {
      $0 = item.content.wire
      $0.metadata = item.metadata
    }
    do {
      return ContentRecord(
        id: .timeOrdered(at: moment), accountID: account, hash: item.content.hash,
        modality: item.content.modality.rawValue, title: item.title.flatMap { $0.isEmpty ? nil : $0 },
        data: try wire.serializedData(), labels: labels, created: moment, updated: moment)
    } catch {
      throw GatewayError(error)
    }
  }

  /// The content as callers see it.
  ///
  /// - Throws: what parsing the kept bytes throws.
  func wire() throws -> Clavata_Shared_V1_ContentData {
    var wire = try Clavata_Shared_V1_ContentData(serializedBytes: data)
    wire.contentHash = hash
    wire.labels = labels
    if let title { wire.title = title }
    wire.contentType = modality == Clavata_Shared_V1_ContentModality.image.rawValue ? "image" : "text"
    return wire
  }
}

extension DatasetItemContent {
  /// The content as the dataset has it.
  func wire() throws -> Clavata_Shared_V1_ContentData {
    var wire = try content.wire()
    wire.labels = item.labels
    if let title = item.title { wire.title = title }
    return wire
  }
}

extension Content {
  /// What is kept of it: its hash and the content itself, an image that was fetched too.
  var wire: Clavata_Shared_V1_ContentData {
    .with {
      $0.contentHash = hash
      switch self {
      case .text(let text): $0.text = text.text
      case .image(let image): $0.image = image.bytes
      }
    }
  }

  var modality: Clavata_Shared_V1_ContentModality {
    switch self {
    case .text: .text
    case .image: .image
    }
  }
}

package import ContentIntake
internal import Foundation
package import GatewayProtocol
package import SignalScoring
internal import SwiftProtobuf

/// One item of a request, taken in.
package struct AdmittedItem: Sendable {
  package var content: Content
  package var metadata: [String: String]
  package var title: String?

  /// All items of a request, or what is wrong with them: nothing is scored before every item was checked.
  ///
  /// - Parameters:
  ///   - caller: whose fetches these are.
  ///   - areChecked: whether the same items were taken in before.
  /// - Throws: INVALID_ARGUMENT naming the item's index; CANCELLED with the images that are refused.
  package static func admit(
    _ wire: [Clavata_Shared_V1_ContentData], by intake: ContentIntake, for caller: String = "",
    areChecked: Bool = false
  ) async throws(GatewayError) -> [AdmittedItem] {
    guard !wire.isEmpty else { throw GatewayError(.invalidArgument, "contentData: at least one item is required") }
    guard wire.count <= ContentLimits.items else {
      throw GatewayError(
        .invalidArgument, "contentData: \(wire.count) items are over the limit of \(ContentLimits.items)")
    }
    do {
      let contents = try await intake.admit(wire.map(OfferedContent.init), for: caller, areChecked: areChecked)
      return zip(contents, wire).map { content, item in
        AdmittedItem(content: content, metadata: item.metadata, title: item.hasTitle ? item.title : nil)
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// What a job keeps of an item once it is done: its name, not its words.
  var summary: Clavata_Shared_V1_ContentData {
    .with {
      $0.contentHash = content.hash
      $0.metadata = metadata
      if let title { $0.title = title }
    }
  }
}

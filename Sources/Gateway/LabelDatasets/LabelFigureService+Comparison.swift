internal import Foundation
package import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// Two versions of a label are compared.
extension LabelFigureService {
  /// By the evaluations that are kept: nothing is evaluated for it.
  ///
  /// - Throws: NOT_FOUND.
  package func compare(
    _ request: Clavata_Gateway_V1_CompareLabelVersionsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CompareLabelVersionsResponse {
    let label = try await label(request.labelID, caller: caller)
    let current = try await catalog.version(
      Identifier.uuid(request.currentVersionID, field: "currentVersionId"), of: label)
    let modified = try await catalog.version(
      Identifier.uuid(request.modifiedVersionID, field: "modifiedVersionId"), of: label)
    let account = caller.accountID
    do {
      let (tallies, differences, texts) = try await inTurn(caller) {
        let tallies = try await store.tallies(versions: [current.id, modified.id], label: label.id, account: account)
        let differences = try await store.differences(
          between: current.id, and: modified.id, label: label.id, account: account,
          limit: LabelDatasetLimits.differences)
        return (tallies, differences, try await self.texts(of: differences, account: account))
      }
      let (currentTally, modifiedTally) = (tallies[current.id] ?? .init(), tallies[modified.id] ?? .init())
      var response = Clavata_Gateway_V1_CompareLabelVersionsResponse()
      response.currentVersion = try .init(current)
      response.modifiedVersion = try .init(modified)
      response.currentMetrics = .init(currentTally)
      response.modifiedMetrics = .init(modifiedTally)
      response.metricsDeltas = LabelComparison.deltas(
        current: LabelMetrics(currentTally), modified: LabelMetrics(modifiedTally)
      ).map { .init($0) }
      response.changedTestCases = differences.compactMap {
        .init($0, text: texts[$0.contentID] ?? "")
      }
      return response
    } catch {
      throw GatewayError(error)
    }
  }

  /// How the texts of contents begin, by content; none of what is no text.
  private func texts(of differences: [LabelDifference], account: UUID) async throws -> [UUID: String] {
    var texts: [UUID: String] = [:]
    // One at a time: together they may be large, and most of each is not shown.
    for difference in differences where difference.hasText {
      for content in try await store.contents([difference.contentID], account: account) {
        let text = try Clavata_Shared_V1_ContentData(serializedBytes: content.data).text
        texts[content.id] = String(
          String.UnicodeScalarView(text.unicodeScalars.prefix(LabelDatasetLimits.shownCharacters)))
      }
    }
    return texts
  }
}

extension Clavata_Gateway_V1_MetricDelta {
  fileprivate init(_ delta: LabelComparison.Delta) {
    self = .with {
      $0.metric = delta.name
      $0.currentValue = delta.current
      $0.modifiedValue = delta.modified
      $0.delta = delta.change
      $0.deltaPercent = delta.percent
      $0.improved = delta.isImproved
    }
  }
}

extension Clavata_Gateway_V1_ChangedTestCase {
  /// - Returns: nil where nothing differs.
  fileprivate init?(_ difference: LabelDifference, text: String) {
    guard let change = LabelComparison.Change(difference) else { return nil }
    self = .with {
      $0.labelDatasetItemID = difference.itemID.wire
      $0.contentText = text
      $0.expectedResult = difference.expected?.word ?? "UNSPECIFIED"
      if let actual = difference.first { $0.currentActual = actual.word }
      if let actual = difference.second { $0.modifiedActual = actual.word }
      $0.changeType = change.rawValue
    }
  }
}

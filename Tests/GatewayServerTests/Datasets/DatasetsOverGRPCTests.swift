internal import Foundation
internal import GRPCCore
internal import GatewayProtocol
internal import GatewayServer
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// `ContentService` and `DatasetsService` over gRPC: every method once, by a writer.
struct DatasetsOverGRPCTests {
  private func code(_ call: () async throws -> Void) async -> RPCError.Code? {
    do { try await call() } catch let error as RPCError { return error.code } catch {}
    return nil
  }

  /// Contents and datasets, from their making to their end.
  @Test func everyMethodAnswers() async throws {
    let engine = try await TestEngine(retainedDays: 1)
    let policy = try await engine.policy(#"LABEL "Cats" { =("cat") }"#)
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let contents = Clavata_Gateway_V1_ContentService.Client(wrapping: connection)
        let datasets = Clavata_Gateway_V1_DatasetsService.Client(wrapping: connection)
        let jobs = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
        let policies = Clavata_Gateway_V1_PoliciesService.Client(wrapping: connection)
        let metadata: Metadata = ["authorization": "Bearer \(engine.writer)"]

        let added = try await contents.addToCustomerContent(
          .with {
            $0.contentData = [.with { $0.text = "a cat" }, .init(), .with { $0.text = "rain" }]
            $0.labels = ["l"]
          }, metadata: metadata)
        #expect(added.successfulContent.map(\.originalIndex) == [0, 2] && added.summary.failedCount == 1)
        #expect(added.failedContent.map(\.stage) == [.contentProcessing])
        let ids = added.successfulContent.map(\.customerContentID)
        let updated = try await contents.updateCustomerContents(
          .with {
            $0.updates = [
              .with {
                $0.customerContentID = ids[1]
                $0.update.updateMask = .with { $0.paths = ["text", "labels"] }
                $0.update.text = "snow"
              }
            ]
          }, metadata: metadata)
        #expect(updated.customerContentIds == [ids[1]])
        let read = try await contents.getCustomerContent(.with { $0.customerContentIds = ids }, metadata: metadata)
        #expect(read.contents.map(\.contentData.text) == ["a cat", "snow"])
        #expect(read.contents.map(\.contentData.labels) == [["l"], []])
        let found = try await contents.listCustomerContent(
          .with {
            $0.query.labels = ["l"]
            $0.query.contentModalities = [.text]
          }, metadata: metadata)
        #expect(found.customerContentIds == [ids[0]])
        let used = try await contents.listCustomerContentLabels(.init(), metadata: metadata)
        #expect(used.labels == ["l"])

        let set = try await datasets.createDataset(.with { $0.name = "set" }, metadata: metadata).datasetID
        let renamed = try await datasets.updateDataset(
          .with {
            $0.datasetID = set
            $0.notes = "why"
          }, metadata: metadata)
        #expect(renamed.success)
        let listed = try await datasets.listDatasets(.init(), metadata: metadata)
        #expect(listed.datasets.map(\.notes) == ["why"])
        let appended = try await datasets.appendContentToDataset(
          .with {
            $0.datasetID = set
            $0.contentWithLabels = [.with { $0.customerContentID = ids[0] }]
          }, metadata: metadata)
        #expect(appended.success)
        let judged = try await jobs.evaluate(
          .with {
            $0.policyID = policy.uuidString
            $0.contentData = [.with { $0.text = "two cats" }]
          }, metadata: metadata
        ) { response in try await response.messages.reduce(into: []) { $0.append($1.contentHash) } }
        let ofJob = try await datasets.appendApiContentToDataset(
          .with {
            $0.datasetID = set
            $0.contentHashesWithLabels = judged.map { hash in .with { $0.contentHash = hash } }
          }, metadata: metadata)
        #expect(ofJob.success)
        let items = try await datasets.listDatasetContent(.with { $0.datasetID = set }, metadata: metadata).items.map(
          \.id)
        #expect(items.count == 2)
        let labelled = try await datasets.updateDatasetItemLabels(
          .with {
            $0.datasetID = set
            $0.datasetItemIds = [items[1]]
            $0.labels = ["m"]
          }, metadata: metadata)
        #expect(labelled.datasetItemIds == [items[1]])
        let modified = try await datasets.modifyDatasetItemLabels(
          .with {
            $0.datasetID = set
            $0.datasetItemIds = items
            $0.addLabels = ["n"]
          }, metadata: metadata)
        #expect(items.map { modified.itemLabels[$0]?.labels } == [["l", "n"], ["m", "n"]])
        let titled = try await datasets.updateDatasetItemTitle(
          .with {
            $0.datasetID = set
            $0.datasetItemIds = [items[0]]
            $0.title = "t"
          }, metadata: metadata)
        #expect(titled.datasetItemIds == [items[0]])
        let labels = try await datasets.listDatasetLabels(.with { $0.datasetID = set }, metadata: metadata).labels
        #expect(labels == ["l", "m", "n"])
        let all = try await datasets.getDatasetContent(.with { $0.datasetID = set }, metadata: metadata).contents
        #expect(all.map(\.contentData.text) == ["a cat", "two cats"] && all.map(\.contentData.title) == ["t", ""])

        let tried = try await policies.testPolicyWithDataset(
          .with {
            $0.policyDraft = #"LABEL "Cats" { =("cat") }"#
            $0.datasetID = set
          }, metadata: metadata
        ) { response in try await response.messages.reduce(into: []) { $0.append($1) } }
        #expect(Set(tried.map(\.datasetItemID)) == Set(items) && tried.allSatisfy { $0.policyValid && $0.hasReport })

        let removed = try await datasets.removeFromDataset(
          .with {
            $0.datasetID = set
            $0.datasetItemIds = [items[1]]
          }, metadata: metadata)
        #expect(removed.success)
        let deletion = try await contents.deleteFromCustomerContent(
          .with { $0.customerContentIds = ids }, metadata: metadata)
        #expect(deletion.customerContentIds == [ids[1]] && deletion.conflicts.map(\.customerContentID) == [ids[0]])
        #expect(
          await code {
            _ = try await datasets.clonePublicDatasetToAccount(
              .with { $0.sourceDatasetID = set }, metadata: metadata)
          } == .notFound)
        let deleted = try await datasets.deleteDataset(.with { $0.datasetIds = [set] }, metadata: metadata)
        #expect(deleted.success)
        #expect(
          await code {
            _ = try await datasets.listDatasetContent(.with { $0.datasetID = set }, metadata: metadata)
          } == .notFound)
        let low: Metadata = ["authorization": "Bearer \(engine.evaluator)"]
        #expect(await code { _ = try await contents.listCustomerContent(.init(), metadata: low) } == .permissionDenied)
        #expect(await code { _ = try await datasets.listDatasets(.init(), metadata: low) } == .permissionDenied)
      }
    }
  }
}

internal import ContentIntake
internal import Foundation
package import GatewayProtocol
internal import Storage

extension PolicyTestService {
  /// Items of a dataset that are tried together, as one job, and bytes of their contents: the dataset is read a page at a
  /// time, so that it may be larger than memory.
  private static let pageItems = 500
  private static let pageBytes = 16 << 20
  /// Items that a call may name.
  private static let namedItems = 10_000

  /// Tries a draft on a dataset's items: those that are named, or all.
  ///
  /// A draft that does not compile is one answer that says so; the dataset is not looked at then.
  ///
  /// - Parameter emit: is handed the answers that are ready, never none; its suspension holds the work back.
  /// - Throws: `GatewayError`: NOT_FOUND for the dataset or an item; FAILED_PRECONDITION where it has none;
  ///   RESOURCE_EXHAUSTED where too many drafts are tested at once; what `emit` throws.
  package func test(
    _ request: Clavata_Gateway_V1_TestPolicyWithDatasetRequest, caller: Caller,
    emit: ([Clavata_Gateway_V1_TestPolicyResponse]) async throws -> Void
  ) async throws {
    let draft = try DraftTest(
      request.policyDraft, threshold: request.hasThreshold ? request.threshold : nil, options: request.options,
      globalContext: request.hasGlobalContext ? request.globalContext : nil, caller: caller)
    let dataset = try DatasetService.id(request.datasetID)
    let named =
      request.datasetItemIds.isEmpty
      ? []
      : try Identifier.uuids(request.datasetItemIds, field: "datasetItemIds", limit: Self.namedItems, areRequired: true)
    try await test(draft, caller: caller, emit: emit) { rules in
      do {
        try await run(draft, rules, on: dataset, items: named, caller: caller, emit: emit)
      } catch let error as StoreError {
        throw GatewayError(error)
      }
    }
  }

  /// What is kept is taken in anew: lists of known images may have grown since.
  ///
  /// - Throws: CANCELLED naming the item whose image is on one.
  private func admit(_ contents: [DatasetItemContent], caller: Caller) async throws -> [AdmittedItem] {
    let wires = try contents.map { try $0.wire() }
    do {
      let admitted = try await intake.admit(wires.map(OfferedContent.init), for: caller.accountID.wire)
      return zip(admitted, wires).map { content, wire in
        AdmittedItem(content: content, metadata: wire.metadata, title: wire.hasTitle ? wire.title : nil)
      }
    } catch let errors as ContentErrors {
      var refusal = GatewayError(errors)
      // Where it was to be tried again, one item is no more to blame than another.
      if refusal.code == .cancelled, let first = errors.errors.first, contents.indices.contains(first.item) {
        refusal.message = "the item \(contents[first.item].item.id.wire): \(first.message)"
      }
      throw refusal
    }
  }

  private func run(
    _ draft: DraftTest, _ rules: ReadyRules, on dataset: UUID, items named: [UUID], caller: Caller,
    emit: ([Clavata_Gateway_V1_TestPolicyResponse]) async throws -> Void
  ) async throws {
    let found = try await store.datasetItemIDs(named, dataset: dataset, account: caller.accountID)
    if let missing = named.first(where: { !found.contains($0) }) {
      throw GatewayError(.notFound, "the dataset has no item with the id \(missing.wire)")
    }
    var page = DatasetPageQuery(ids: named, limit: Self.pageItems, byteLimit: Self.pageBytes)
    while true {
      let contents = try await store.datasetContents(page, dataset: dataset, account: caller.accountID)
      guard let last = contents.last else { break }
      limiter.charge(contents: contents.count, to: caller)
      try await run(
        draft, rules, on: try await admit(contents, caller: caller), datasetItems: contents.map(\.item.id.wire),
        caller: caller, emit: emit)
      page.after = last.position
    }
    if page.after == nil { throw GatewayError(.failedPrecondition, "the dataset has no items") }
  }
}

package import ContentIntake
internal import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// Contents that an account keeps, over the wire: added, read, found, changed, deleted.
package struct ContentService: Sendable {
  let store: any ContentStore
  private let intake: ContentIntake
  private let limiter: RateLimiter
  private let searches = SearchTurns()

  package init(store: any ContentStore, intake: ContentIntake, limiter: RateLimiter) {
    self.store = store
    self.intake = intake
    self.limiter = limiter
  }

  /// Each is kept or not by itself; one that the account has already gets the labels that it has not.
  ///
  /// - Throws: INVALID_ARGUMENT for none, too many, or labels that are none.
  package func add(
    _ request: Clavata_Gateway_V1_AddToCustomerContentRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_AddToCustomerContentResponse {
    let offered = request.contentData
    guard !offered.isEmpty else { throw GatewayError(.invalidArgument, "contentData: at least one item is required") }
    guard offered.count <= ContentLimits.items else {
      throw GatewayError(
        .invalidArgument, "contentData: \(offered.count) items are over the limit of \(ContentLimits.items)")
    }
    let labels = try ContentLabels.checked(request.labels, field: "labels")
    limiter.charge(contents: offered.count, to: caller)
    let addition = ContentAddition(intake: intake, store: store, account: caller.accountID, labels: labels)
    let results: [Result<UUID, ContentFailure>]
    do { results = try await addition.add(offered) } catch { throw GatewayError(error) }
    return .with { response in
      for (index, result) in results.enumerated() {
        switch result {
        case .success(let id):
          response.successfulContent.append(
            .with {
              $0.customerContentID = id.wire
              $0.originalIndex = Int32(clamping: index)
            })
        case .failure(let failure): response.failedContent.append(failure.wire(at: index))
        }
      }
      response.summary.successfulCount = Int32(clamping: response.successfulContent.count)
      response.summary.failedCount = Int32(clamping: response.failedContent.count)
    }
  }

  /// - Throws: NOT_FOUND for an id that is not one of the account's; INVALID_ARGUMENT where they are too much for one
  ///   answer.
  package func get(
    _ request: Clavata_Gateway_V1_GetCustomerContentRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetCustomerContentResponse {
    let ids = try Identifier.uuids(
      request.customerContentIds, field: "customerContentIds", limit: ContentBounds.items, areRequired: true)
    do {
      let records = try await store.contents(ids, account: caller.accountID, byteLimit: ContentBounds.answerBytes)
      if let missing = Set(ids).subtracting(records.map(\.id)).first { throw Self.missing(missing) }
      var response = Clavata_Gateway_V1_GetCustomerContentResponse()
      for record in records {
        let wire = try record.wire()
        response.contents.append(
          .with {
            $0.customerContentID = record.id.wire
            $0.contentData = wire
          })
      }
      return response
    } catch let error as StoreError where error.code == .conflict {
      throw GatewayError(.invalidArgument, "customerContentIds: \(error.message)")
    } catch {
      throw GatewayError(error)
    }
  }

  package func list(
    _ request: Clavata_Gateway_V1_ListCustomerContentRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListCustomerContentResponse {
    let query = try ContentRowQuery(
      labels: request.query.labels, modalities: request.query.contentModalities, text: request.query.content)
    do {
      let ids = try await searches.run(words: query.text, account: caller.accountID) {
        try await store.contentIDs(query, account: caller.accountID)
      }
      return .with { $0.customerContentIds = ids.map(\.wire) }
    } catch {
      throw GatewayError(error)
    }
  }

  package func listLabels(
    _ request: Clavata_Gateway_V1_ListCustomerContentLabelsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListCustomerContentLabelsResponse {
    do {
      let labels = try await store.contentLabels(account: caller.accountID, limit: ContentBounds.listedLabels)
      return .with { $0.labels = labels }
    } catch {
      throw GatewayError(error)
    }
  }

  /// Deletes those that no dataset has, and answers which those are and why the others stay.
  ///
  /// - Throws: NOT_FOUND for an id that is not one of the account's, with nothing deleted.
  package func delete(
    _ request: Clavata_Gateway_V1_DeleteFromCustomerContentRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_DeleteFromCustomerContentResponse {
    let ids = try Identifier.uuids(
      request.customerContentIds, field: "customerContentIds", limit: ContentBounds.items, areRequired: true)
    do {
      let deletion = try await store.deleteContents(
        ids, account: caller.accountID, namedDatasets: ContentBounds.namedDatasets)
      return .with {
        $0.customerContentIds = deletion.deleted.map(\.wire)
        $0.conflicts = deletion.conflicts.map(\.wire)
      }
    } catch {
      throw GatewayError(error)
    }
  }

  static func missing(_ id: UUID) -> GatewayError {
    GatewayError(.notFound, "no content has the id \(id.wire)")
  }
}

extension ContentDeletion.Conflict {
  fileprivate var wire: Clavata_Gateway_V1_DeleteFromCustomerContentResponse.DatasetConflict {
    .with {
      $0.customerContentID = content.wire
      $0.datasets = datasets.map { dataset in
        .with {
          $0.datasetID = dataset.id.wire
          $0.name = dataset.name
        }
      }
    }
  }
}

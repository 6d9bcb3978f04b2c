package import Foundation
package import GatewayProtocol
package import Storage
internal import SwiftProtobuf

/// Batch jobs: made, cancelled, looked at.
package struct BatchService: Sendable {
  package let uploads: BatchUploads
  private let store: any Store
  private let files: BatchFiles
  private let catalog: PolicyCatalog
  private let addresses: BatchAddresses
  private let runner: BatchRunner
  private let webhooks: WebhookClient
  private let reviews: ReviewLimiter
  private let now: @Sendable () -> Date

  init(
    store: any Store, files: BatchFiles, catalog: PolicyCatalog, addresses: BatchAddresses, runner: BatchRunner,
    uploads: BatchUploads, webhooks: WebhookClient, reviews: ReviewLimiter, now: @escaping @Sendable () -> Date
  ) {
    self.store = store
    self.files = files
    self.catalog = catalog
    self.addresses = addresses
    self.runner = runner
    self.uploads = uploads
    self.webhooks = webhooks
    self.reviews = reviews
    self.now = now
  }

  /// Makes one for the policy's active version, and answers where its file goes. A policy that cannot be used is an
  /// answer and not a failure of the call.
  ///
  /// - Throws: INVALID_ARGUMENT; RESOURCE_EXHAUSTED where too many of the account have not ended, or it has had all the
  ///   contents of the month.
  package func create(
    _ request: Clavata_Gateway_V1_CreateBatchJobRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CreateBatchJobResponse {
    guard request.name.utf8.count <= BatchLimits.nameBytes else {
      throw GatewayError(.invalidArgument, "name: must be at most \(BatchLimits.nameBytes) bytes")
    }
    try FieldText.requireWhole(request.name, field: "name")
    let policyID = try Identifier.policy(request.policyID)
    let moment = now()
    let id = UUID.timeOrdered(at: moment)
    let webhook = try webhook(of: request, batch: id, account: caller.accountID)
    let version: UUID
    switch try await activeVersion(of: policyID, account: caller.accountID) {
    case .success(let id): version = id
    case .failure(let failure):
      return .with {
        $0.name = request.name
        $0.error = .init(failure)
      }
    }
    try await reviews.checkRoom(of: caller.accountID)
    let record = BatchRecord(
      id: id, accountID: caller.accountID, name: request.name, policyID: policyID,
      policyVersionID: version, created: moment)
    do {
      let address = try await addresses.address(
        of: .input, record.id, until: moment.addingTimeInterval(BatchLimits.uploadLifetime))
      guard try await store.insert(record, webhook: webhook, openLimit: BatchLimits.openBatches) else {
        throw GatewayError(
          .resourceExhausted, "\(BatchLimits.openBatches) batch jobs have not ended; wait for them or cancel some")
      }
      return .with {
        $0.batchJobID = record.id.wire
        $0.name = record.name
        $0.inputFileUploadURL = address
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// Stops one; what it wrote is removed. One that has ended stays as it is.
  ///
  /// - Throws: NOT_FOUND; also for another account's.
  package func cancel(
    _ request: Clavata_Gateway_V1_CancelBatchJobRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CancelBatchJobResponse {
    let found = try await batch(request, caller: caller)
    do {
      guard let cancelled = try await store.apply(.cancelled, to: found.id, at: now()) else {
        return .init(try await batch(request, caller: caller))
      }
      await runner.forget(cancelled.id)
      return .init(cancelled)
    } catch {
      throw GatewayError(error)
    }
  }

  /// Newest first, those of another account left out, at most `BatchLimits.listedBatches`.
  ///
  /// - Throws: INVALID_ARGUMENT.
  package func list(
    _ request: Clavata_Gateway_V1_GetBatchJobsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetBatchJobsResponse {
    guard request.batchJobIds.count <= BatchLimits.listedBatches, request.states.count <= BatchLimits.listedBatches
    else {
      throw GatewayError(.invalidArgument, "batchJobIds, states: at most \(BatchLimits.listedBatches) of each")
    }
    var query = BatchRowQuery(limit: BatchLimits.listedBatches)
    for id in request.batchJobIds { query.ids.append(try Identifier.uuid(id, field: "batchJobIds")) }
    for state in request.states where state != .unspecified {
      guard let state = BatchState(rawValue: state.rawValue) else {
        throw GatewayError(.invalidArgument, "states: there is no such state")
      }
      query.states.append(state)
    }
    do {
      var response = Clavata_Gateway_V1_GetBatchJobsResponse()
      for record in try await store.batches(query, account: caller.accountID) {
        response.batchJobs.append(try await wire(record))
      }
      return response
    } catch {
      throw GatewayError(error)
    }
  }

  /// The state, as `cancel` answers it, with nothing done.
  ///
  /// - Throws: NOT_FOUND; also for another account's.
  package func state(
    _ request: Clavata_Gateway_V1_CancelBatchJobRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CancelBatchJobResponse {
    .init(try await batch(request, caller: caller))
  }

  /// How far it has come, as JSON: the batch job, its rows, and what is wrong with it.
  ///
  /// - Throws: NOT_FOUND; also for another account's.
  package func status(
    _ request: Clavata_Gateway_V1_CancelBatchJobRequest, caller: Caller
  ) async throws(GatewayError) -> [UInt8] {
    try await status(of: try await batch(request, caller: caller))
  }

  package func status(of record: BatchRecord) async throws(GatewayError) -> [UInt8] {
    do {
      return try BatchStatusJSON.encode(record, as: try await wire(record))
    } catch {
      throw GatewayError(error)
    }
  }

  /// The output, to whoever has the address for it.
  ///
  /// - Returns: the file, and how many bytes it has.
  /// - Throws: PERMISSION_DENIED for an address that is not right; NOT_FOUND once the output is gone.
  package func output(_ ticket: BatchTicket) async throws(GatewayError) -> (file: BatchFile, bytes: Int) {
    do {
      let batch = try await addresses.batch(ticket, for: .output, at: now())
      guard let record = try await store.batch(batch), record.state == .completed else {
        throw GatewayError(.notFound, "the output is gone")
      }
      return (try await files.readOutput(of: batch), record.progress.outputBytes)
    } catch {
      throw GatewayError(error)
    }
  }

  private func batch(
    _ request: Clavata_Gateway_V1_CancelBatchJobRequest, caller: Caller
  ) async throws(GatewayError) -> BatchRecord {
    let id = try Identifier.uuid(request.batchJobID, field: "batchJobId")
    do {
      guard let record = try await store.batch(id, account: caller.accountID) else {
        throw GatewayError(.notFound, "no batch job has the id \(id.wire)")
      }
      return record
    } catch {
      throw GatewayError(error)
    }
  }

  private func wire(_ record: BatchRecord) async throws -> Clavata_Gateway_V1_BatchJob {
    var batch = Clavata_Gateway_V1_BatchJob(record)
    if record.state == .completed {
      batch.outputFileURL = try await addresses.address(
        of: .output, record.id, until: now().addingTimeInterval(BatchLimits.outputLifetime))
    }
    return batch
  }

  /// What is to be told of its end, where the request asks for that.
  private func webhook(
    of request: Clavata_Gateway_V1_CreateBatchJobRequest, batch: UUID, account: UUID
  ) throws(GatewayError) -> WebhookDeliveryRecord? {
    // A client that sends every field sends an empty one.
    guard request.hasWebhookURL, !request.webhookURL.isEmpty else { return nil }
    return try .make(
      of: WebhookSubject(.batchJob, batch), account: account, url: request.webhookURL, field: "webhookUrl",
      client: webhooks)
  }

  private func activeVersion(
    of policy: UUID, account: UUID
  ) async throws(GatewayError) -> Result<UUID, BatchFailure> {
    do {
      let record = try await catalog.policy(policy, account: account)
      guard !record.isDisabled else {
        return .failure(BatchFailure(.batchJobErrorInvalidPolicy, "the policy `\(record.key)` is disabled"))
      }
      return .success(try await catalog.ready(policy, account: account).version.id)
    } catch {
      switch error.code {
      case .notFound: return .failure(BatchFailure(.batchJobErrorInvalidPolicy, error.message))
      case .failedPrecondition: return .failure(BatchFailure(.batchJobErrorInvalidPolicyVersion, error.message))
      default: throw error
      }
    }
  }
}

extension BatchService: WebhookBodies {
  /// What its status is: how it ended, and where its output is, by a fresh address.
  package func webhookBody(of id: UUID, account: UUID) async throws -> Data? {
    guard let record = try await store.batch(id, account: account) else { return nil }
    return Data(try await status(of: record))
  }
}

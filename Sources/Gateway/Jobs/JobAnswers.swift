internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// Jobs as callers see them, made of what is kept.
struct JobAnswers: Sendable {
  private let store: any Store
  private let catalog: PolicyCatalog

  init(store: any Store, catalog: PolicyCatalog) {
    self.store = store
    self.catalog = catalog
  }

  /// - Returns: nil where the account has no such job.
  func job(_ id: UUID, account: UUID) async throws(GatewayError) -> Clavata_Shared_V1_Job? {
    do {
      guard let record = try await store.job(id, account: account) else { return nil }
      return try await wire(record)
    } catch {
      throw GatewayError(error)
    }
  }

  func wire(_ job: JobRecord) async throws(GatewayError) -> Clavata_Shared_V1_Job {
    do {
      let isShown = job.state == .completed && job.results != nil
      guard isShown, let version = job.policyVersionID else { return try job.wire(template: nil) }
      return try job.wire(template: try await catalog.template(version: version, account: job.accountID))
    } catch {
      throw GatewayError(error)
    }
  }
}

extension JobAnswers: WebhookBodies {
  /// What `GetJob` answers over REST.
  func webhookBody(of id: UUID, account: UUID) async throws -> Data? {
    guard let job = try await job(id, account: account) else { return nil }
    return Data(try ProtoJSONWriter.encode(Clavata_Gateway_V1_GetJobResponse.with { $0.job = job }))
  }
}

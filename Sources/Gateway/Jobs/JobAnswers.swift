internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// Jobs as callers see them, made of what is kept.
struct JobAnswers: Sendable {
  private let store: any Store
  private let catalog: PolicyCatalog
  private let labels: LabelCatalog

  init(store: any Store, catalog: PolicyCatalog, labels: LabelCatalog) {
    self.store = store
    self.catalog = catalog
    self.labels = labels
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
      return try job.wire(template: isShown ? try await template(of: job) : nil)
    } catch {
      throw GatewayError(error)
    }
  }

  /// The report of what a job evaluated; nil of what is not kept.
  private func template(of job: JobRecord) async throws -> ReportTemplate? {
    if let version = job.policyVersionID {
      return try await catalog.template(version: version, account: job.accountID)
    }
    let named = try Clavata_Shared_V1_Job(serializedBytes: job.summary)
    guard named.hasLabelVersionID else { return nil }
    let version = try Identifier.uuid(named.labelVersionID, field: "labelVersionId")
    return try await labels.template(version: version, account: job.accountID)
  }
}

extension JobAnswers: WebhookBodies {
  /// What `GetJob` answers over REST.
  func webhookBody(of id: UUID, account: UUID) async throws -> Data? {
    guard let job = try await job(id, account: account) else { return nil }
    return Data(try ProtoJSONWriter.encode(Clavata_Gateway_V1_GetJobResponse.with { $0.job = job }))
  }
}

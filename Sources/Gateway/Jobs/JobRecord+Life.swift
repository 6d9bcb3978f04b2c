internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension JobRecord {
  /// A job of a policy not begun yet, for contents that were taken in.
  static func make(
    for policy: ReadyPolicy, items: [AdmittedItem], options: EvaluationOptions, account: UUID
  ) throws(GatewayError) -> JobRecord {
    var job = try make(.standard, items: items, options: options, account: account)
    job.policyID = policy.version.policyID
    job.policyVersionID = policy.version.id
    return job
  }

  /// A job not begun yet.
  ///
  /// - Parameter named: what the job is about where that is no policy: the ids that a job shows of it.
  static func make(
    _ type: Clavata_Shared_V1_JobType, items: [AdmittedItem], options: EvaluationOptions, account: UUID,
    named: Clavata_Shared_V1_Job = .init()
  ) throws(GatewayError) -> JobRecord {
    var summary = named
    summary.contentData = items.map(\.summary)
    let now = Date()
    do {
      return JobRecord(
        id: .timeOrdered(at: now), accountID: account, type: type.rawValue, state: .pending, policyID: nil,
        policyVersionID: nil, threshold: options.threshold, created: now, updated: now, completed: nil, request: nil,
        summary: try summary.serializedData(), results: nil)
    } catch {
      throw GatewayError(error)
    }
  }

  /// Ends a job that was never kept in an earlier state.
  mutating func end(_ state: JobState, results: Data?) {
    let now = Date()
    self.state = state
    self.results = results
    updated = now
    completed = now
    request = nil
  }

  /// The job as callers see it.
  ///
  /// - Parameter template: the report of the job's policy version; nil leaves the results out.
  /// - Throws: what parsing the kept bytes throws.
  func wire(template: ReportTemplate?) throws -> Clavata_Shared_V1_Job {
    var job = try Clavata_Shared_V1_Job(serializedBytes: summary)
    if state == .completed, let results, let template {
      job.results = try KeptResults(serialized: results)
        .wire(job: id, threshold: threshold, contents: job.contentData, template: template)
    }
    job.jobUuid = id.wire
    job.customerID = accountID.wire
    job.status = Clavata_Shared_V1_JobStatus(rawValue: state.rawValue) ?? .unspecified
    job.metadata = .with {
      $0.customerID = accountID.wire
      $0.threshold = threshold
    }
    job.created = .init(created)
    job.updated = .init(updated)
    if let completed { job.completed = .init(completed) }
    if let policyID { job.policyID = policyID.wire }
    if let policyVersionID { job.policyVersionID = policyVersionID.wire }
    job.threshold = threshold
    job.jobType = Clavata_Shared_V1_JobType(rawValue: type) ?? .unspecified
    return job
  }
}

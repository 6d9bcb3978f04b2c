internal import Foundation
internal import GatewayProtocol
internal import SignalScoring
internal import SwiftProtobuf

/// A job's results as they are kept: the wire's `Job` with nothing but `results`, grown one result at a time.
///
/// Serialized messages that stand after one another are one message, so that growing it parses nothing.
struct JobResults: Sendable {
  private(set) var serialized = Data()
  let jobID: String

  init(job: UUID) {
    jobID = job.wire
  }

  mutating func append(_ item: EvaluatedItem) throws {
    let job = Clavata_Shared_V1_Job.with {
      $0.results = [
        .with {
          $0.uuid = UUID().wire
          $0.jobUuid = jobID
          $0.contentHash = item.content.hash
          $0.report = item.report
          $0.created = .init(Date())
        }
      ]
    }
    serialized.append(try job.serializedData())
  }
}

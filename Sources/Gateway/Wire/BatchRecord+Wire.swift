internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension Clavata_Gateway_V1_BatchJob {
  /// Without the address of its output.
  init(_ record: BatchRecord) {
    self = .with {
      $0.batchJobID = record.id.wire
      $0.name = record.name
      $0.state = record.state.wire
      $0.createdAt = .init(record.created)
      $0.updatedAt = .init(record.updated)
      $0.policyID = record.policyID.wire
      $0.policyVersionID = record.policyVersionID.wire
    }
  }
}

extension Clavata_Gateway_V1_CancelBatchJobResponse {
  init(_ record: BatchRecord) {
    self = .with {
      $0.batchJobID = record.id.wire
      $0.state = record.state.wire
      if let failure = record.failure { $0.error = .init(failure) }
    }
  }
}

extension Clavata_Gateway_V1_BatchJobError {
  init(_ failure: BatchFailure) {
    self = .with {
      $0.errorCode = Clavata_Gateway_V1_BatchJobErrorCode(rawValue: failure.code) ?? .batchJobErrorUnspecified
      $0.errorMessage = failure.message
    }
  }
}

extension BatchFailure {
  init(_ code: Clavata_Gateway_V1_BatchJobErrorCode, _ message: String) {
    self.init(code: code.rawValue, message: message)
  }
}

extension BatchState {
  var wire: Clavata_Gateway_V1_BatchJobState { .init(rawValue: rawValue) ?? .unspecified }

  /// For people.
  var word: String { String(describing: self) }
}

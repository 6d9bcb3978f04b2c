internal import Foundation
internal import GatewayProtocol

/// How far a batch job has come, as the server tells it.
struct BatchStatus {
  private struct Wire: Decodable {
    struct Failure: Decodable {
      var errorMessage: String
    }

    struct Batch: Decodable {
      var state: String
      var outputFileUrl: String
    }

    var batchJob: Batch
    var rows: Int
    var rowsDone: Int
    var rowsFailed: Int
    var error: Failure?
  }

  /// `submitted`, `completed`, ...
  var state: String
  var rows: Int
  var rowsDone: Int
  var rowsFailed: Int
  /// Nil until it is complete.
  var outputAddress: String?
  private var failure: String?

  init(_ json: [UInt8]) throws {
    guard let wire = try? JSONDecoder().decode(Wire.self, from: Data(json)) else {
      throw ServerRefusal(message: "the server answers what this version does not know")
    }
    state = BatchStatus.word(wire.batchJob.state)
    rows = wire.rows
    rowsDone = wire.rowsDone
    rowsFailed = wire.rowsFailed
    outputAddress = wire.batchJob.outputFileUrl.isEmpty ? nil : wire.batchJob.outputFileUrl
    failure = wire.error?.errorMessage
  }

  var hasEnded: Bool { ["completed", "error", "cancelled"].contains(state) }

  /// Why it has no output.
  var reason: String { failure ?? state }

  fileprivate static func word(_ name: String) -> String {
    name.replacing("BATCH_JOB_STATE_", with: "").lowercased()
  }
}

extension Clavata_Gateway_V1_BatchJobState {
  /// For people.
  var word: String { String(describing: self) }
}

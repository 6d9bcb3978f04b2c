internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes
internal import NIOCore

extension RouteTable {
  /// The files of batch jobs have routes of another kind: see `BatchFileRoutes`.
  static func batchRoutes(_ services: ServiceSet) -> [Route] {
    let service = "clavata.gateway.v1.GatewayService"
    let batches = services.batches
    let id = ["id": "batch_job_id"]
    return [
      .unary(.post, "/v1/batch-jobs", "\(service)/CreateBatchJob") { try await batches.create($0, caller: $1) },
      .unary(.get, "/v1/batch-jobs", "\(service)/GetBatchJobs", body: .query) {
        try await batches.list($0, caller: $1)
      },
      .unary(.post, "/v1/batch-jobs/{id}/cancel", "\(service)/CancelBatchJob", bind: id) {
        try await batches.cancel($0, caller: $1)
      },
      // Of a time when a batch job had to be told to start: it does so by itself.
      Route(
        verb: .post, path: "/v1/batch-jobs/{id}/start", method: "gavel.Batches/Start", body: .query,
        call: .unary { parts, caller in
          let request: Clavata_Gateway_V1_CancelBatchJobRequest = try await parts.message(bind: id, reader: .whole)
          return ByteBuffer(bytes: try ProtoJSONWriter.encode(try await batches.state(request, caller: caller)))
        }, summary: "Does nothing, for a batch job starts by itself, and answers its state."),
      // Ours: the wire has no call that tells how far one has come.
      Route(
        verb: .get, path: "/v1/batch-jobs/{id}", method: "gavel.Batches/Status", body: .query,
        call: .unary { parts, caller in
          let request: Clavata_Gateway_V1_CancelBatchJobRequest = try await parts.message(bind: id, reader: .whole)
          return ByteBuffer(bytes: try await batches.status(request, caller: caller))
        }, summary: "A batch job and how far it has come: its rows, those that are done, and those that failed."),
    ]
  }
}

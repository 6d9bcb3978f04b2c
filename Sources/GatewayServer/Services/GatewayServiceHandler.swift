internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `GatewayService` over gRPC.
struct GatewayServiceHandler: Clavata_Gateway_V1_GatewayService.SimpleServiceProtocol {
  let services: ServiceSet

  func evaluate(
    request: Clavata_Gateway_V1_EvaluateRequest, response: RPCWriter<Clavata_Gateway_V1_EvaluateResponse>,
    context: ServerContext
  ) async throws {
    try await services.evaluation.evaluate(request, caller: .required()) {
      try await response.write(contentsOf: $0.map(\.message))
    }
  }

  func createJob(
    request: Clavata_Gateway_V1_CreateJobRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CreateJobResponse {
    try await services.jobs.create(request, caller: .required())
  }

  func getJob(
    request: Clavata_Gateway_V1_GetJobRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetJobResponse {
    try await services.jobs.get(request, caller: .required())
  }

  func listJobs(
    request: Clavata_Gateway_V1_ListJobsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListJobsResponse {
    try await services.jobs.list(request, caller: .required())
  }

  func createBatchJob(
    request: Clavata_Gateway_V1_CreateBatchJobRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CreateBatchJobResponse {
    try await services.batches.create(request, caller: .required())
  }

  func cancelBatchJob(
    request: Clavata_Gateway_V1_CancelBatchJobRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_CancelBatchJobResponse {
    try await services.batches.cancel(request, caller: .required())
  }

  func getBatchJobs(
    request: Clavata_Gateway_V1_GetBatchJobsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetBatchJobsResponse {
    try await services.batches.list(request, caller: .required())
  }
}

extension GatewayError {
  static func unimplemented(_ method: String) -> GatewayError {
    GatewayError(.unimplemented, "\(method) is not supported by this version")
  }
}

internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// The methods of `PoliciesService` that are not served: each says so by its name.
extension PoliciesServiceHandler {
  func generatePolicyFromDataset(
    request: Clavata_Gateway_V1_GeneratePolicyFromDatasetRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GeneratePolicyFromDatasetResponse {
    throw GatewayError.unimplemented("GeneratePolicyFromDataset")
  }

  func generateNLPFromDSL(
    request: Clavata_Gateway_V1_GenerateNLPFromDSLRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GenerateNLPFromDSLResponse {
    throw GatewayError.unimplemented("GenerateNLPFromDSL")
  }

  func autoPatchDSL(
    request: Clavata_Gateway_V1_AutoPatchDSLRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_AutoPatchDSLResponse {
    throw GatewayError.unimplemented("AutoPatchDSL")
  }

  func generateClarifyingQuestions(
    request: Clavata_Gateway_V1_GenerateClarifyingQuestionsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GenerateClarifyingQuestionsResponse {
    throw GatewayError.unimplemented("GenerateClarifyingQuestions")
  }

  func listGeneratePolicyTasks(
    request: Clavata_Gateway_V1_ListGeneratePolicyTasksRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListGeneratePolicyTasksResponse {
    throw GatewayError.unimplemented("ListGeneratePolicyTasks")
  }

  func archiveGeneratePolicyTask(
    request: Clavata_Gateway_V1_ArchiveGeneratePolicyTaskRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ArchiveGeneratePolicyTaskResponse {
    throw GatewayError.unimplemented("ArchiveGeneratePolicyTask")
  }

  func generateLabelFromNLP(
    request: Clavata_Gateway_V1_GenerateLabelFromNLPRequest,
    response: RPCWriter<Clavata_Gateway_V1_GenerateLabelFromNLPResponse>,
    context: ServerContext
  ) async throws {
    throw GatewayError.unimplemented("GenerateLabelFromNLP")
  }

  func refineLabelDSL(
    request: Clavata_Gateway_V1_RefineLabelDSLRequest,
    response: RPCWriter<Clavata_Gateway_V1_RefineLabelDSLResponse>,
    context: ServerContext
  ) async throws {
    throw GatewayError.unimplemented("RefineLabelDSL")
  }
}

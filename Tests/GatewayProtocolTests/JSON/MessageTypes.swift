import GatewayProtocol
import SwiftProtobuf

/// The messages that tests go over: between them they have every kind of field that is declared.
enum MessageTypes {
  static let all: [any Message.Type] = [
    Clavata_Gateway_V1_CancelBatchJobResponse.self,
    Clavata_Gateway_V1_CreateBatchJobResponse.self,
    Clavata_Gateway_V1_CreateJobRequest.self,
    Clavata_Gateway_V1_CreatePolicyRequest.self,
    Clavata_Gateway_V1_EvaluateRequest.self,
    Clavata_Gateway_V1_EvaluateResponse.self,
    Clavata_Gateway_V1_GenerateLabelFromNLPResponse.self,
    Clavata_Gateway_V1_GetBatchJobsRequest.self,
    Clavata_Gateway_V1_GetBatchJobsResponse.self,
    Clavata_Gateway_V1_GetPolicyVersionsResponse.self,
    Clavata_Gateway_V1_ListJobsRequest.self,
    Clavata_Gateway_V1_ListJobsResponse.self,
    Clavata_Gateway_V1_PrecheckFailureResponse.self,
    Clavata_Gateway_V1_RefineLabelDSLRequest.self,
    Clavata_Gateway_V1_TestPolicyResponse.self,
    Clavata_Gateway_V1_UpdateLabelSnippetRequest.self,
    Clavata_Shared_V1_LabelVersion.self,
    Clavata_Shared_V1_PolicyEvaluationReport.self,
    Clavata_Shared_V1_UserInfo.self,
    Google_Rpc_RetryInfo.self,
    Google_Rpc_Status.self,
    Grpc_Reflection_V1_ServerReflectionResponse.self,
  ]
}

internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `AnalyticsService` over gRPC.
struct AnalyticsServiceHandler: Clavata_Gateway_V1_AnalyticsService.SimpleServiceProtocol {
  let services: ServiceSet

  func getAnalyticsUsageForInterval(
    request: Clavata_Gateway_V1_GetAnalyticsUsageForIntervalRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetAnalyticsUsageForIntervalResponse {
    try await services.usage.policies(request, caller: .required())
  }

  func getAnalyticsLabelUsageForInterval(
    request: Clavata_Gateway_V1_GetAnalyticsLabelUsageForIntervalRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetAnalyticsLabelUsageForIntervalResponse {
    try await services.usage.labels(request, caller: .required())
  }

  func getContentFeed(
    request: Clavata_Gateway_V1_GetContentFeedRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetContentFeedResponse {
    try await services.contentFeed.feed(request, caller: .required())
  }

  func getPoliciesWithContent(
    request: Clavata_Gateway_V1_GetPoliciesWithContentRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetPoliciesWithContentResponse {
    try await services.insights.policiesWithContent(request, caller: .required())
  }

  func getPolicyInsights(
    request: Clavata_Gateway_V1_GetPolicyInsightsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetPolicyInsightsResponse {
    try await services.insights.policy(request, caller: .required())
  }

  func getPolicyLabels(
    request: Clavata_Gateway_V1_GetPolicyLabelsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetPolicyLabelsResponse {
    try await services.insights.labels(request, caller: .required())
  }

  func hasPolicyReceivedData(
    request: Clavata_Gateway_V1_HasPolicyReceivedDataRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_HasPolicyReceivedDataResponse {
    try await services.insights.policyHasReceived(request, caller: .required())
  }

  func getLabelInsights(
    request: Clavata_Gateway_V1_GetLabelInsightsRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetLabelInsightsResponse {
    try await services.insights.label(request, caller: .required())
  }

  func hasLabelReceivedData(
    request: Clavata_Gateway_V1_HasLabelReceivedDataRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_HasLabelReceivedDataResponse {
    try await services.insights.labelHasReceived(request, caller: .required())
  }
}

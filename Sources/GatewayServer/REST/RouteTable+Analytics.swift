internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes

extension RouteTable {
  private static let analyticsService = "clavata.gateway.v1.AnalyticsService"

  /// Questions alone: all of them are asked by GET.
  static func analyticsRoutes(_ services: ServiceSet) -> [Route] {
    usageRoutes(services) + insightRoutes(services.insights)
  }

  private static func usageRoutes(_ services: ServiceSet) -> [Route] {
    let (usage, feed) = (services.usage, services.contentFeed)
    return [
      .unary(.get, "/v1/analytics/usage", "\(analyticsService)/GetAnalyticsUsageForInterval", body: .query) {
        try await usage.policies($0, caller: $1)
      },
      .unary(
        .get, "/v1/analytics/label-usage", "\(analyticsService)/GetAnalyticsLabelUsageForInterval", body: .query
      ) { try await usage.labels($0, caller: $1) },
      .unary(.get, "/v1/analytics/content-feed", "\(analyticsService)/GetContentFeed", body: .query) {
        try await feed.feed($0, caller: $1)
      },
    ]
  }

  private static func insightRoutes(_ insights: InsightService) -> [Route] {
    let policy = ["id": "policy_id"]
    let label = ["id": "label_id"]
    return [
      .unary(.get, "/v1/analytics/policies", "\(analyticsService)/GetPoliciesWithContent", body: .query) {
        try await insights.policiesWithContent($0, caller: $1)
      },
      .unary(
        .get, "/v1/analytics/policies/{id}/insights", "\(analyticsService)/GetPolicyInsights", body: .query,
        bind: policy
      ) { try await insights.policy($0, caller: $1) },
      .unary(
        .get, "/v1/analytics/policies/{id}/labels", "\(analyticsService)/GetPolicyLabels", body: .query, bind: policy
      ) { try await insights.labels($0, caller: $1) },
      .unary(
        .get, "/v1/analytics/policies/{id}/received", "\(analyticsService)/HasPolicyReceivedData", body: .query,
        bind: policy
      ) { try await insights.policyHasReceived($0, caller: $1) },
      .unary(
        .get, "/v1/analytics/labels/{id}/insights", "\(analyticsService)/GetLabelInsights", body: .query, bind: label
      ) { try await insights.label($0, caller: $1) },
      .unary(
        .get, "/v1/analytics/labels/{id}/received", "\(analyticsService)/HasLabelReceivedData", body: .query,
        bind: label
      ) { try await insights.labelHasReceived($0, caller: $1) },
    ]
  }
}

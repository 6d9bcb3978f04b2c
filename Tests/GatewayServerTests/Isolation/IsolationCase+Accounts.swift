extension IsolationCase {
  static let analytics: [IsolationCase] = [
    .init("AnalyticsService/GetContentFeed", #"{"policy_id": "<policy>"}"#),
    .init("AnalyticsService/GetContentFeed", #"{"label_id": "<label>"}"#),
    .init("AnalyticsService/GetContentFeed", #"{"label_version_id": "<label version>"}"#),
    .init("AnalyticsService/GetPolicyInsights", #"{"policy_id": "<policy>"}"#),
    .init("AnalyticsService/GetPolicyLabels", #"{"policy_id": "<policy>"}"#),
    .init("AnalyticsService/HasPolicyReceivedData", #"{"policy_id": "<policy>"}"#),
    .init("AnalyticsService/GetLabelInsights", #"{"label_id": "<label>"}"#),
    .init("AnalyticsService/HasLabelReceivedData", #"{"label_id": "<label>"}"#),
  ]

  static let accounts: [IsolationCase] = [
    .init("CustomersService/GetCustomer", #"{"customer_id": "<account>"}"#),
    .init("CustomersService/PatchCustomer", #"{"customer_id": "<account>", "patch": {"email": "mine@example.com"}}"#),
    .init("LimitsService/GetCustomerReviewLimit", #"{"customer_id": "<account>"}"#, .denied),
    .init("LimitsService/UpdateCustomerReviewLimit", #"{"customer_id": "<account>", "limit": "1000"}"#, .denied),
    .init("LimitsService/UpdateCustomerRateLimits", #"{"customer_id": "<account>"}"#, .denied),
    .init(
      "InvitesService/Invite", #"{"email": "b@example.com", "role": "API_USER", "customer_id": "<account>"}"#, .denied),
    .init("InvitesService/RenewInvite", #"{"invite_id": "<invite>"}"#),
    .init("UsersService/GetUser", #"{"user_id": "<member>"}"#),
    .init("UsersService/PatchUser", #"{"user_id": "<member>", "patch": {"first_name": "mine"}}"#),
    .init("UsersService/CompleteTour", #"{"tour_id": "<user>", "outcome": "TOUR_OUTCOME_COMPLETED"}"#, .own),
  ]
}

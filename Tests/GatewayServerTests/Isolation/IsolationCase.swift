internal import GRPCCore

/// A request that names what is another account's.
///
/// `<policy>` stands for the other account's policy, `<own policy>` for one of who sends it; what there is, `Tenant`
/// makes. The same request is also sent by the owner, who has to get what it asks for: so what takes things away comes
/// last.
struct IsolationCase: Sendable {
  enum Answer: Sendable {
    case notFound
    case denied
    case invalid
    /// An answer with nothing in it of what was named; the owner's has it.
    case nothing
    /// An answer, of which the owner's has no more in it.
    case idle
    /// An answer about the caller's own: an id that every account has, or one that is only to be left out.
    case own
  }

  /// `Service/Method`.
  var method: String
  /// As JSON, its fields named as in the `.proto` file.
  var request: String
  var answer: Answer
  /// What the owner gets; nil where it gets what it asks for.
  var owner: RPCError.Code?

  init(_ method: String, _ request: String, _ answer: Answer = .notFound, owner: RPCError.Code? = nil) {
    self.method = method
    self.request = request
    self.answer = answer
    self.owner = owner
  }

  /// The other account's things that it names, and those of the sender's.
  var names: (others: Set<String>, own: Set<String>) {
    let names = request.matches(of: /<(own )?([a-z ]+)>/).map { (isOwn: $0.1 != nil, name: String($0.2)) }
    return (Set(names.filter { !$0.isOwn }.map(\.name)), Set(names.filter(\.isOwn).map(\.name)))
  }

  /// Every method that takes an id has a case here for each field that takes one; the test says where one is missing.
  static let all =
    jobs + batches + policies + snippets + labels + tags + keys + people + contents + datasets + labelDatasets
    + analytics + accounts + removals

  /// What takes away, in an order in which everything is there until it goes.
  private static let removals: [IsolationCase] = [
    .init("GatewayService/CancelBatchJob", #"{"batch_job_id": "<batch>"}"#),
    .init("PoliciesService/DeleteLabelSnippet", #"{"id": "<snippet>"}"#),
    .init("LabelsService/DeleteUserLabelDraft", #"{"label_id": "<label>"}"#),
    .init("LabelsService/DeleteLabelTag", #"{"label_tag_id": "<tag>"}"#),
    .init("LabelsService/ArchiveLabel", #"{"label_id": "<label>"}"#),
    .init("LabelsService/UnarchiveLabel", #"{"label_id": "<label>"}"#),
    .init("LabelsService/DeleteLabel", #"{"label_id": "<label>"}"#),
    .init("PoliciesService/ExpungePolicyVersion", #"{"version_id": "<spare version>"}"#),
    .init("PoliciesService/UnexpungePolicyVersion", #"{"version_id": "<spare version>"}"#),
    .init("PoliciesService/DeletePolicy", #"{"policy_identifier": {"policy_id": "<policy>"}}"#),
    .init("PoliciesService/UndeletePolicy", #"{"policy_identifier": {"policy_id": "<policy>"}}"#),
    .init("APITokensService/RevokeAccountAPIToken", #"{"api_token_id": "<key>"}"#),
    .init("DatasetsService/DeleteDataset", #"{"dataset_ids": ["<dataset>"]}"#),
    .init("ContentService/DeleteFromCustomerContent", #"{"customer_content_ids": ["<lone content>"]}"#),
    .init("InvitesService/DeleteInvite", #"{"invite_id": "<invite>"}"#),
    .init("UsersService/DeleteUser", #"{"user_id": "<member>"}"#),
    .init("CustomersService/DeleteCustomer", #"{"customer_id": "<account>"}"#, owner: .failedPrecondition),
  ]

  private static let jobs: [IsolationCase] = [
    .init("GatewayService/Evaluate", #"{"policy_id": "<policy>", "content_data": [{"text": "a"}]}"#),
    .init("GatewayService/CreateJob", #"{"policy_id": "<policy>", "content_data": [{"text": "a"}]}"#),
    .init("GatewayService/GetJob", #"{"job_uuid": "<job>"}"#),
    .init("GatewayService/ListJobs", #"{"query": {"policy_id": "<policy>"}}"#, .nothing),
    .init("GatewayService/ListJobs", #"{"page_token": "<page>"}"#, .invalid),
  ]

  private static let batches: [IsolationCase] = [
    // A policy that is not there is told in the answer.
    .init("GatewayService/CreateBatchJob", #"{"name": "mine", "policy_id": "<policy>"}"#, .idle),
    .init("GatewayService/GetBatchJobs", #"{"batch_job_ids": ["<batch>"]}"#, .nothing),
  ]

  private static let policies: [IsolationCase] = [
    .init("PoliciesService/GetPolicy", #"{"policy_id": "<policy>"}"#),
    .init("PoliciesService/GetPolicies", #"{"query": {"uuids": ["<policy>"]}}"#, .nothing),
    .init("PoliciesService/GetPolicies", #"{"query": {"keys": ["<word>"]}}"#, .nothing),
    .init("PoliciesService/UpdatePolicy", #"{"identifier": {"policy_id": "<policy>"}, "disabled": false}"#),
    .init(
      "PoliciesService/GetPolicyVersions", #"{"query": {"policy_identifier": {"policy_id": "<policy>"}}}"#),
    .init(
      "PoliciesService/GetPolicyVersions",
      #"{"query": {"policy_identifier": {"policy_id": "<own policy>"}, "version_uuids": ["<version>"]}}"#, .nothing),
    .init("PoliciesService/GetActivePolicyVersions", #"{"policy_identifiers": [{"policy_id": "<policy>"}]}"#),
    .init(
      "PoliciesService/SetActivePolicyVersion",
      #"{"policy_identifier": {"policy_id": "<policy>"}, "active_version_id": "<own version>"}"#),
    .init(
      "PoliciesService/SetActivePolicyVersion",
      #"{"policy_identifier": {"policy_id": "<own policy>"}, "active_version_id": "<version>"}"#),
    .init(
      "PoliciesService/CreatePolicyVersion", #"{"policy_id": "<policy>", "version_text": "LABEL \"a\" { \"b\" }"}"#),
  ]

  private static let snippets: [IsolationCase] = [
    .init("PoliciesService/CreateLabelSnippet", #"{"name": "copied", "policy_id": "<policy>"}"#),
    .init("PoliciesService/UpdateLabelSnippet", #"{"id": "<snippet>", "description": "mine"}"#),
    .init("PoliciesService/UpdateLabelSnippet", #"{"id": "<own snippet>", "policy_id": "<policy>"}"#),
  ]

  private static let labels: [IsolationCase] = [
    .init("LabelsService/GetLabel", #"{"label_id": "<label>"}"#),
    .init("LabelsService/UpdateLabel", #"{"label_id": "<label>", "name": "mine"}"#),
    .init(
      "LabelsService/CreateLabelVersion", #"{"label_id": "<label>", "text": "LABEL \"a\" { \"b\" }"}"#),
    .init(
      "LabelsService/CreateLabelVersion",
      #"{"label_id": "<own label>", "text": "LABEL \"a\" { \"b\" }", "parent_label_version_id": "<label version>"}"#),
    .init("LabelsService/GetLabelVersion", #"{"label_version_id": "<label version>"}"#),
    .init("LabelsService/ListLabelVersions", #"{"label_id": "<label>"}"#),
    .init(
      "LabelsService/EvaluateLabels", #"{"content_data": {"text": "a"}, "label_version_ids": ["<label version>"]}"#,
      .nothing),
    .init(
      "LabelsService/SaveUserLabelDraft", #"{"label_id": "<label>", "text": "LABEL \"a\" { =(\"b\") }"}"#),
    .init("LabelsService/GetUserLabelDraft", #"{"label_id": "<label>"}"#),
  ]

  private static let tags: [IsolationCase] = [
    .init("LabelsService/ListLabels", #"{"tag_ids": ["<tag>"]}"#, .nothing),
    .init("LabelsService/UpdateLabelTag", #"{"label_tag_id": "<tag>", "name": "mine"}"#),
    .init("LabelsService/SetLabelTags", #"{"label_id": "<label>", "tag_ids": ["<own tag>"]}"#),
    .init("LabelsService/SetLabelTags", #"{"label_id": "<own label>", "tag_ids": ["<tag>"]}"#),
  ]

  private static let keys: [IsolationCase] = [
    .init("APITokensService/GenerateAPIToken", #"{"customer_id": "<account>", "user_id": "evaluator"}"#, .denied),
    .init("APITokensService/GenerateAPIToken", #"{"customer_id": "<own account>", "user_id": "<user>"}"#, .own),
    .init("APITokensService/GenerateAccountAPIToken", #"{"user_id": "<user>"}"#, .own),
    .init("APITokensService/ListAllAPITokens", #"{"customer_id": "<account>"}"#, .denied),
    .init("APITokensService/UpdateAPITokenStatus", #"{"id": "<key>", "status": "API_TOKEN_DISABLED"}"#),
    .init("APITokensService/DisableAccountAPIToken", #"{"api_token_id": "<key>"}"#),
    .init("APITokensService/EnableAccountAPIToken", #"{"api_token_id": "<key>"}"#),
  ]

  private static let people: [IsolationCase] = [
    .init("LimitsService/GetCustomerRateLimits", #"{"customer_id": "<account>"}"#, .denied),
    .init("UsersService/GetUser", #"{"user_id": "<user>"}"#, .own),
  ]

  /// `Service/Method field` of ids by which nothing is looked up, and why.
  static let unread = [
    "PoliciesService/CreatePolicy dataset_id": "kept as it is given, and shown to the account that gave it",
    "PoliciesService/UpdatePolicy dataset_id": "kept as it is given, and shown to the account that gave it",
  ]

  /// What an account sees of its own, which nothing that another does may change.
  static let views: [IsolationCase] = [
    .init("GatewayService/GetJob", #"{"job_uuid": "<own job>"}"#),
    .init("GatewayService/ListJobs", #"{}"#),
    .init("GatewayService/GetBatchJobs", #"{"batch_job_ids": ["<own batch>"]}"#),
    .init("PoliciesService/GetPolicies", #"{"query": {"include_expunged": true}}"#),
    .init(
      "PoliciesService/GetPolicyVersions",
      #"{"query": {"policy_identifier": {"policy_id": "<own policy>"}, "include_expunged": true}}"#),
    .init("PoliciesService/ListLabelSnippets", #"{}"#),
    .init("LabelsService/ListLabels", #"{}"#),
    .init("LabelsService/ListLabelVersions", #"{"label_id": "<own label>"}"#),
    .init("LabelsService/GetUserLabelDraft", #"{"label_id": "<own label>"}"#),
    .init("LabelsService/ListLabelTags", #"{}"#),
    .init("APITokensService/ListAccountAPITokens", #"{}"#),
    .init("ContentService/ListCustomerContentLabels", #"{}"#),
    .init("ContentService/GetCustomerContent", #"{"customer_content_ids": ["<own content>", "<own lone content>"]}"#),
    .init("DatasetsService/ListDatasets", #"{}"#),
    .init("DatasetsService/ListDatasetLabels", #"{"dataset_id": "<own dataset>"}"#),
    .init(
      "DatasetsService/GetDatasetContent",
      #"{"dataset_id": "<own dataset>", "dataset_item_ids": ["<own dataset item>"]}"#),
    .init("LabelDatasetsService/ListLabelDatasetItems", #"{"label_id": "<own label>"}"#),
    .init("LabelDatasetsService/ListEvaluations", #"{"label_id": "<own label>"}"#),
    .init("AnalyticsService/GetPolicyLabels", #"{"policy_id": "<own policy>"}"#),
    .init("CustomersService/GetCustomer", #"{"customer_id": "<own account>"}"#),
    .init("UsersService/GetUser", #"{"user_id": "<own member>"}"#),
    .init("InvitesService/ListInvites", #"{}"#),
  ]
}

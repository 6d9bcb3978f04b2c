package import Storage

/// The least role each method asks for: one table, so that no method can be forgotten. A method that is not in it is
/// refused.
package enum MethodRoles {
  package enum Access: Sendable, Hashable {
    /// For anyone: health, and whoever shows an invite's code in the place of a key.
    case open
    case least(KeyRole)
  }

  /// - Parameter method: `package.Service/Method`.
  package static func access(to method: String) -> Access? { table[method] }

  package static let table: [String: Access] = {
    var table: [String: Access] = [:]
    func set(_ service: String, _ access: Access, _ methods: [String]) {
      for method in methods { table["\(service)/\(method)"] = access }
    }
    let package = "clavata.gateway.v1"
    set(
      "\(package).GatewayService", .least(.evaluator),
      [
        "Evaluate", "CreateJob", "GetJob", "ListJobs", "CreateBatchJob", "CancelBatchJob", "GetBatchJobs",
      ])

    let policies = "\(package).PoliciesService"
    set(
      policies, .least(.evaluator),
      [
        "GetPolicy", "GetPolicies", "GetPolicyVersions", "GetActivePolicyVersions", "ValidatePolicy",
        "ListLabelSnippets", "ListGeneratePolicyTasks",
      ])
    set(
      policies, .least(.writer),
      [
        "CreatePolicy", "CreatePolicyVersion", "UpdatePolicy", "DeletePolicy", "UndeletePolicy",
        "SetActivePolicyVersion", "ExpungePolicyVersion", "UnexpungePolicyVersion", "TestPolicy",
        "TestPolicyWithDataset", "GeneratePolicyFromDataset", "GenerateLabelFromNLP", "GenerateNLPFromDSL",
        "RefineLabelDSL", "AutoPatchDSL", "GenerateClarifyingQuestions", "ArchiveGeneratePolicyTask",
        "CreateLabelSnippet", "CreateSnippetTag", "UpdateLabelSnippet", "DeleteLabelSnippet",
      ])

    let labels = "\(package).LabelsService"
    set(
      labels, .least(.evaluator),
      [
        "GetLabel", "ListLabels", "GetLabelVersion", "ListLabelVersions", "EvaluateLabels", "ValidateLabelDraft",
        "ListLabelTags",
      ])
    set(
      labels, .least(.writer),
      [
        "CreateLabel", "UpdateLabel", "DeleteLabel", "ArchiveLabel", "UnarchiveLabel", "CreateLabelVersion",
        "CompareLabelVersions", "SaveUserLabelDraft", "GetUserLabelDraft", "DeleteUserLabelDraft", "BatchCreateLabels",
        "CreateLabelTag", "UpdateLabelTag", "DeleteLabelTag", "SetLabelTags",
      ])

    // What is kept for trying policies has contents in it, and so have the figures: for those who write policies.
    set(
      "\(package).LabelDatasetsService", .least(.writer),
      [
        "AppendItemToLabelDataset", "BatchAppendItemsToLabelDataset", "ListLabelDatasetItems",
        "ListLabelDatasetItemIds", "BatchGetLabelDatasetItems", "UpdateItemExpectedResult",
        "BatchUpdateItemExpectedResult", "RemoveItemsFromLabelDataset", "GetLabelDatasetStats",
        "BatchGetLabelDatasetStats", "EvaluateItems", "RecordEvaluationFeedback", "ListEvaluations",
        "GetLabelDatasetMetrics", "ListLabelVersionMetrics",
      ])
    set(
      "\(package).DatasetsService", .least(.writer),
      [
        "ListDatasets", "CreateDataset", "AppendContentToDataset", "ListDatasetContent", "GetDatasetContent",
        "DeleteDataset", "RemoveFromDataset", "ListDatasetLabels", "UpdateDatasetItemLabels",
        "ModifyDatasetItemLabels", "UpdateDatasetItemTitle", "UpdateDataset", "ClonePublicDatasetToAccount",
        "AppendApiContentToDataset",
      ])
    set(
      "\(package).ContentService", .least(.writer),
      [
        "AddToCustomerContent", "GetCustomerContent", "DeleteFromCustomerContent", "UpdateCustomerContents",
        "ListCustomerContent", "ListCustomerContentLabels",
      ])
    set(
      "\(package).AnalyticsService", .least(.writer),
      [
        "GetAnalyticsUsageForInterval", "GetAnalyticsLabelUsageForInterval", "GetContentFeed",
        "GetPoliciesWithContent", "GetPolicyInsights", "GetPolicyLabels", "HasPolicyReceivedData", "GetLabelInsights",
        "HasLabelReceivedData",
      ])

    // Keys and people are an administrator's; what is one's own, everybody's.
    set(
      "\(package).APITokensService", .least(.admin),
      [
        "GenerateAPIToken", "ListAllAPITokens", "UpdateAPITokenStatus", "ListAccountAPITokens",
        "GenerateAccountAPIToken", "DisableAccountAPIToken", "EnableAccountAPIToken", "RevokeAccountAPIToken",
      ])
    let limits = "\(package).LimitsService"
    set(limits, .least(.evaluator), ["GetCustomerReviewLimit", "ListRateLimits", "GetCustomerRateLimits"])
    set(limits, .least(.admin), ["UpdateCustomerReviewLimit", "UpdateCustomerRateLimits"])
    let users = "\(package).UsersService"
    set(users, .least(.evaluator), ["GetUser", "GetMyAccounts", "CompleteTour", "GetMyResolvedTours"])
    set(users, .least(.admin), ["GetUsersInAccount", "PatchUser", "DeleteUser"])
    set(
      "\(package).CustomersService", .least(.admin),
      ["ListCustomers", "GetCustomer", "PatchCustomer", "DeleteCustomer", "AcceptCustomerTOS"])
    set("\(package).InvitesService", .least(.admin), ["Invite", "RenewInvite", "ListInvites", "DeleteInvite"])

    // Lists of known images decide what the whole account may send.
    set("gavel.hashes.v1.HashListsService", .least(.writer), ["ListHashLists"])
    set("gavel.hashes.v1.HashListsService", .least(.admin), ["LoadHashList", "RemoveHashList"])

    // What REST alone has.
    set("gavel.Batches", .least(.evaluator), ["Start", "Status"])
    set("gavel.Invites", .open, ["Accept"])
    set("gavel.Moderations", .least(.evaluator), ["Create"])
    set("gavel.Comments", .least(.evaluator), ["Analyze", "SuggestScore"])
    // What reflection shows is no secret, but a stream that strangers can hold open costs something.
    set("grpc.reflection.v1.ServerReflection", .least(.evaluator), ["ServerReflectionInfo"])
    set("grpc.reflection.v1alpha.ServerReflection", .least(.evaluator), ["ServerReflectionInfo"])
    set("grpc.health.v1.Health", .open, ["Check", "List", "Watch"])
    return table
  }()
}

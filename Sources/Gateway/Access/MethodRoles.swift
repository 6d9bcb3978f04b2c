package import Storage

/// The least role each method asks for: one table, so that no method can be forgotten. A method that is not in it is
/// refused.
package enum MethodRoles {
  package enum Access: Sendable, Hashable {
    /// For anyone: health.
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
    set(
      "clavata.gateway.v1.GatewayService", .least(.evaluator),
      [
        "Evaluate", "CreateJob", "GetJob", "ListJobs", "CreateBatchJob", "CancelBatchJob", "GetBatchJobs",
      ])
    let policies = "clavata.gateway.v1.PoliciesService"
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
    set("grpc.health.v1.Health", .open, ["Check", "List", "Watch"])
    return table
  }()
}

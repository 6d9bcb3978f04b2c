internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// An account with one of everything that has an id.
struct Tenant: Sendable {
  /// In every name and text of its own, and in nobody else's.
  let word: String
  let key: String
  /// By what a case calls them.
  private(set) var ids: [String: String]

  /// What is made of each account, in this order, where the server serves it, and where the answer has its ids.
  private static let steps: [Step] = [
    .init(
      "PoliciesService/CreatePolicy", "/v1/policies",
      #"{"policyKey": "<word>", "versionText": "LABEL \"<word>\" { =(\"<word>\") }"}"#,
      ["policy": "policyId", "version": "versionId"]),
    .init(
      "PoliciesService/CreatePolicyVersion", "/v1/policies/<policy>/versions",
      #"{"versionText": "LABEL \"<word> again\" { =(\"<word>\") }"}"#, ["spare version": "versionId"]),
    .init(
      "GatewayService/CreateJob", "/v1/jobs",
      #"{"policyId": "<policy>", "contentData": [{"text": "<word>", "metadata": {"<word>": "<word>"}}],"#
        + #""waitForCompletion": true}"#,
      ["job": "job.jobUuid"]),
    .init(
      "GatewayService/CreateJob", "/v1/jobs",
      #"{"policyId": "<policy>", "contentData": [{"text": "<word>"}], "waitForCompletion": true}"#),
    .init("GatewayService/ListJobs", "/v1/jobs?pageSize=1", nil, ["page": "nextPageToken"]),
    .init(
      "GatewayService/CreateBatchJob", "/v1/batch-jobs", #"{"name": "<word>", "policyId": "<policy>"}"#,
      ["batch": "batchJobId"]),
    .init(
      "PoliciesService/CreateLabelSnippet", "/v1/label-snippets", #"{"name": "<word>", "policyId": "<policy>"}"#,
      ["snippet": "snippet.id"]),
    .init(
      "LabelsService/CreateLabel", "/v1/labels",
      #"{"name": "<word>", "initialVersionText": "LABEL \"<word>\" { =(\"<word>\") }"}"#,
      ["label": "label.labelId", "label version": "labelVersion.labelVersionId"]),
    .init("LabelsService/CreateLabelTag", "/v1/label-tags", #"{"name": "<word>"}"#, ["tag": "tag.labelTagId"]),
    .init("LabelsService/SetLabelTags", "/v1/labels/<label>/tags", #"{"tagIds": ["<tag>"]}"#, verb: .put),
    .init(
      "LabelsService/SaveUserLabelDraft", "/v1/labels/<label>/draft",
      #"{"text": "LABEL \"<word>\" { =(\"<word>\") }"}"#, ["label draft": "draft.labelDraftId"], verb: .put),
    .init(
      "APITokensService/GenerateAccountAPIToken", "/v1/api-tokens", #"{"name": "<word>", "userId": "evaluator"}"#,
      ["key": "apiTokenId"]),
    .init(
      "ContentService/AddToCustomerContent", "/v1/contents",
      #"{"contentData": [{"text": "<word>", "labels": ["<word>"]}, {"text": "<word> two"}, {"text": "<word> three"}]}"#,
      [
        "content": "successfulContent.0.customerContentId", "spare content": "successfulContent.1.customerContentId",
        "lone content": "successfulContent.2.customerContentId",
      ]),
    .init("DatasetsService/CreateDataset", "/v1/datasets", #"{"name": "<word>"}"#, ["dataset": "datasetId"]),
    .init(
      "DatasetsService/AppendContentToDataset", "/v1/datasets/<dataset>/items",
      #"{"contentWithLabels": [{"customerContentId": "<content>"}, {"customerContentId": "<spare content>"}],"#
        + #""bulkLabels": ["<word>"]}"#),
    .init(
      "DatasetsService/ListDatasetContent", "/v1/datasets/<dataset>/items", nil,
      ["dataset item": "items.0.id", "spare dataset item": "items.1.id"]),
    .init(
      "LabelDatasetsService/AppendItemToLabelDataset", "/v1/labels/<label>/dataset/items",
      #"{"customerContentId": "<content>", "title": "<word>"}"#, ["label item": "item.labelDatasetItemId"]),
    .init(
      "LabelDatasetsService/EvaluateItems", "/v1/labels/<label>/dataset/evaluate", #"{"selectAll": true}"#),
    .init(
      "LabelDatasetsService/ListEvaluations", "/v1/label-evaluations?labelId=<label>", nil,
      ["evaluation": "evaluations.0.evaluationId"]),
    .init(
      "InvitesService/Invite", "/v1/invites", #"{"email": "<word>@example.com", "role": "API_USER"}"#,
      ["invite": "inviteId"]),
    .init(
      "InvitesService/Invite", "/v1/invites",
      #"{"email": "<word>.two@example.com", "role": "API_USER", "firstName": "<word>"}"#,
      ["code": "gavel-invite-code"]),
    .init("InvitesService/Invite", "/v1/invites/accept", #"{"code": "<code>"}"#, ["member": "userInfo.userId"]),
  ]

  /// One request of the steps.
  private struct Step: Sendable {
    /// `Service/Method` that has to be served for it.
    var method: String
    var verb: HTTPRequest.Method
    var path: String
    var body: String?
    /// Where the answer has what: fields and places in lists with dots between, or a header's name.
    var ids: [String: String]

    init(
      _ method: String, _ path: String, _ body: String?, _ ids: [String: String] = [:],
      verb: HTTPRequest.Method? = nil
    ) {
      self.method = method
      self.verb = verb ?? (body == nil ? .get : .post)
      self.path = path
      self.body = body
      self.ids = ids
    }
  }

  /// - Parameter served: `Service/Method` of all that the server serves.
  init(word: String, account: UUID, key: String, served: Set<String>, in fixture: RESTFixture) async throws {
    self.word = word
    self.key = key
    // A user's id is the role that it is.
    ids = ["word": word, "account": account.uuidString.lowercased(), "user": "admin"]
    for step in Self.steps where served.contains(step.method) {
      let answer = try await fixture.send(
        step.verb, Self.filled(step.path, ids), body: step.body.map { Array(Self.filled($0, ids).utf8) }, key: key)
      try #require(answer.status == 200, "\(step.path): \(answer.body)")
      for (name, place) in step.ids {
        let id = Self.text(at: place, of: answer)
        try #require(id != nil, "\(step.path) has no \(place): \(answer.body)")
        ids[name] = id
      }
    }
  }

  private static func text(at place: String, of answer: RESTFixture.Answer) -> String? {
    if let header = HTTPField.Name(place), let value = answer.headers[header] { return value }
    var value: Any? = answer.json
    for part in place.split(separator: ".").map(String.init) {
      if let list = value as? [Any], let index = Int(part) {
        value = list.indices.contains(index) ? list[index] : nil
      } else {
        value = (value as? [String: Any])?[part]
      }
    }
    return (value as? String) ?? (value as? Int).map(String.init)
  }

  /// A tenant whose ids, but its user's, are nobody's.
  func strange() -> Tenant {
    var stranger = self
    for (name, id) in ids where name != "user" {
      stranger.ids[name] = Int(id) == nil ? UUID().uuidString.lowercased() : "999999999"
    }
    return stranger
  }

  /// What must not be seen of it by others who named `ids`.
  func secrets(beside named: Set<String>) -> [String] {
    // A number is in everything.
    ids.filter { !named.contains($0.key) && $0.key != "user" && Int($0.value) == nil }.map(\.value)
  }

  /// A template with ids in the place of names in angle brackets.
  static func filled(_ template: String, _ ids: [String: String]) -> String {
    var text = template
    for (name, id) in ids { text = text.replacing("<\(name)>", with: id) }
    return text
  }

  /// A case's request: `sender` sends it, and it is this account's that it names.
  func request(of tried: IsolationCase, from sender: Tenant) -> String {
    let own = Dictionary(uniqueKeysWithValues: sender.ids.map { ("own \($0.key)", $0.value) })
    return Self.filled(Self.filled(tried.request, own), ids)
  }
}

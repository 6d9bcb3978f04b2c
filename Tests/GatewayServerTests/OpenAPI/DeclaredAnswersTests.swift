internal import Foundation
internal import HTTPTypes
internal import Storage
internal import TestSupport
internal import Testing

/// Real answers against what the document declares of them.
struct DeclaredAnswersTests {
  private struct Step {
    var method: HTTPRequest.Method
    /// As the document has it.
    var path: String
    var id = ""
    var query = ""
    var body: String?
    var status = 200

    init(
      _ method: HTTPRequest.Method, _ path: String, id: String = "", query: String = "", _ body: String? = nil,
      status: Int = 200
    ) {
      self.method = method
      self.path = path
      self.id = id
      self.query = query
      self.body = body
      self.status = status
    }
  }

  /// What every served method answers, right and wrong, is as declared: each field by name and form, none beyond.
  @Test func answersAreAsDeclared() async throws {
    let fixture = try await RESTFixture()
    let declared = try await DeclaredAnswers(fixture)
    let id = fixture.policyID
    let items = #""contentData":[{"text":"a cat","metadata":{"k":"v"},"title":"t"},{"text":"rain"}]"#
    let draft = #"LABEL \"a\" { =(\"b\") } UNLESS { =(\"c\") }"#
    func run(_ step: Step, key: String? = nil) async throws -> RESTFixture.Answer {
      let answer = try await fixture.send(
        step.method, step.path.replacing("{id}", with: step.id) + step.query, body: step.body.map { Array($0.utf8) },
        key: key ?? fixture.engine.admin)
      #expect(answer.status == step.status, "\(step.path): \(answer.body)")
      #expect(declared.faults(of: answer, to: step.method, step.path) == [])
      return answer
    }

    let explained = #"{\#(items),"policyId":"\#(id)","options":{"options":{"explain":"true"}}}"#
    let evaluated = try await run(Step(.post, "/v1/jobs/stream", explained))
    #expect(evaluated.lines.count == 2)
    let job = (evaluated.lines.first?["result"] as? [String: Any])?["jobUuid"] as? String ?? ""
    let created = try await run(
      Step(.post, "/v1/policies", #"{"policyKey":"other","versionText":"\#(draft)","metadata":{"committer":"c"}}"#))
    let other = created.json["policyId"] as? String ?? ""
    let version = try await run(
      Step(
        .post, "/v1/policies/{id}/versions", id: other,
        #"{"versionText":"\#(draft)","policyEvalOptions":{"threshold":0.7},"globalContext":"c"}"#))
    let versionID = version.json["versionId"] as? String ?? ""
    let unknown = "00000000-0000-4000-8000-000000000000"

    let steps = [
      Step(.post, "/v1/jobs", #"{\#(items),"policyId":"\#(id)","threshold":0.3}"#),
      Step(.get, "/v1/jobs/{id}", id: job),
      Step(.get, "/v1/jobs", query: "?pageSize=1&query.status=JOB_STATUS_COMPLETED"),
      Step(.get, "/v1/policies"), Step(.get, "/v1/policies/{id}", id: other),
      Step(.get, "/v1/policies/{id}/versions", id: other),
      Step(.put, "/v1/policies/{id}/active-version", id: other, #"{"activeVersionId":"\#(versionID)"}"#),
      Step(.post, "/v1/active-policy-versions", #"{"policyIdentifiers":[{"policyKey":"other"}]}"#),
      Step(.post, "/v1/policies/validate", #"{"policyDraft":"\#(draft)"}"#),
      Step(.post, "/v1/policies/validate", #"{"policyDraft":"LABEL"}"#),
      Step(.post, "/v1/policies", #"{"policyKey":"bad","versionText":"LABEL"}"#),
      Step(.patch, "/v1/policies/{id}", id: other, #"{"disabled":true}"#),
      Step(.post, "/v1/jobs/stream", #"{\#(items),"policyId":"\#(other)"}"#, status: 400),
      Step(.delete, "/v1/policies/{id}", id: other),
      // What goes wrong.
      Step(.post, "/v1/jobs/stream", "{", status: 400),
      Step(.post, "/v1/jobs/stream", #"{\#(items),"policyId":"\#(unknown)"}"#, status: 404),
      Step(
        .post, "/v1/jobs/stream", #"{"contentData":[{"image":"AAAA"},{"image":"AAAA"}],"policyId":"\#(id)"}"#,
        status: 499),
      Step(.post, "/v1/jobs", "[]", status: 400), Step(.get, "/v1/jobs/{id}", id: unknown, status: 404),
      Step(.get, "/v1/jobs/{id}", id: "stream", status: 404), Step(.get, "/v1/jobs", query: "?pageSize=x", status: 400),
      Step(.post, "/v1/policies", #"{"policyKey":"test","versionText":"\#(draft)"}"#, status: 409),
      Step(.get, "/livez"), Step(.get, "/readyz", status: 503),
    ]
    for step in steps { _ = try await run(step) }
    _ = try await run(Step(.get, "/v1/jobs", status: 401), key: "wrong")
    _ = try await run(Step(.post, "/v1/jobs/stream", "{}", status: 401), key: "wrong")
    _ = try await run(Step(.delete, "/v1/policies/{id}", id: id, status: 403), key: fixture.engine.evaluator)
  }

  /// The check finds fault: with what is missing, undeclared, of another type, form or number.
  @Test(arguments: [
    (#"{"policyId":"","policyKey":"","deleted":true}"#, 0), (#"{"policyId":"","policyKey":""}"#, 1),
    (#"{"policyId":"","policyKey":"","deleted":true,"other":1}"#, 1),
    (#"{"policyId":1,"policyKey":"","deleted":"true"}"#, 2), ("[]", 4),
  ])
  func theCheckFindsFault(_ json: String, _ count: Int) async throws {
    let declared = try await DeclaredAnswers(RESTFixture())
    let schema = try #require(declared.check.resolved("#/components/schemas/DeletePolicyResponse"))
    #expect(declared.check.faults(of: try JSONTree(parsing: json), against: schema).count == count)
  }

  /// The check knows forms: base64, times, 64-bit integers, alternatives of which one at most may be.
  @Test(arguments: [
    ("ContentData", #"{"contentHash":"","text":"a","labels":[],"contentType":"","metadata":{}}"#, true),
    ("ContentData", #"{"contentHash":"","image":"AA==","labels":[],"contentType":"","metadata":{}}"#, true),
    ("ContentData", #"{"contentHash":"","image":"A!","labels":[],"contentType":"","metadata":{}}"#, false),
    ("ContentData", #"{"contentHash":"","text":"a","imageUrl":"b","labels":[],"contentType":"","metadata":{}}"#, false),
    ("JobResult", #"{"uuid":"","jobUuid":"","contentHash":"","created":"2026-01-01T00:00:00.5Z"}"#, true),
    ("JobResult", #"{"uuid":"","jobUuid":"","contentHash":"","created":"today"}"#, false),
    (
      "PolicyEvaluationReport.FeatureReport", #"{"featureId":"7","expression":"","score":0.5,"sourceRanges":[]}"#, true
    ),
    ("PolicyEvaluationReport.FeatureReport", #"{"featureId":7,"expression":"","score":0.5,"sourceRanges":[]}"#, false),
  ])
  func theCheckKnowsForms(_ name: String, _ json: String, _ isRight: Bool) async throws {
    let declared = try await DeclaredAnswers(RESTFixture())
    let schema = try #require(declared.check.resolved("#/components/schemas/\(name)"), "\(name)")
    #expect(declared.check.faults(of: try JSONTree(parsing: json), against: schema).isEmpty == isRight)
  }
}

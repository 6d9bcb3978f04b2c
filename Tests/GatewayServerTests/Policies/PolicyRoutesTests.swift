internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Policies over REST, through their life.
struct PolicyRoutesTests {
  /// A policy is made, versioned, switched, disabled and deleted; evaluation follows at every step.
  @Test func aPolicysLife() async throws {
    let fixture = try await RESTFixture()
    func evaluate(_ id: String) async throws -> String {
      let answer = try await fixture.send(
        .post, "/v1/jobs/stream", #"{"contentData":[{"text":"a dog"}],"policyId":"\#(id)"}"#)
      let result = answer.json["result"] as? [String: Any]
      let report = result?["policyEvaluationReport"] as? [String: Any]
      let error = answer.json["error"] as? [String: Any]
      return report?["result"] as? String ?? error?["message"] as? String ?? answer.body
    }
    let created = try await fixture.send(
      .post, "/v1/policies", #"{"policyKey": "life", "versionText": "LABEL \"a\" { =(\"cat\") }"}"#
    ).json
    let id = created["policyId"] as? String ?? ""
    #expect(created["valid"] as? Bool == true)
    #expect(try await evaluate(id) == "OUTCOME_FALSE")

    let second =
      try await fixture.send(
        .post, "/v1/policies/\(id)/versions", #"{"versionText": "LABEL \"a\" { =(\"dog\") }"}"#
      ).json["versionId"] as? String ?? ""
    #expect(try await evaluate(id) == "OUTCOME_FALSE")
    let switched = try await fixture.send(
      .put, "/v1/policies/\(id)/active-version", #"{"activeVersionId": "\#(second)"}"#)
    #expect(switched.json["activeVersionId"] as? String == second)
    #expect(try await evaluate(id) == "OUTCOME_TRUE")

    _ = try await fixture.send(.patch, "/v1/policies/\(id)", #"{"disabled": true}"#)
    #expect(try await evaluate(id) == "the policy `life` is disabled")
    _ = try await fixture.send(.patch, "/v1/policies/\(id)", #"{"disabled": false}"#)
    let versions = try await fixture.get("/v1/policies/\(id)/versions").json["policyVersions"] as? [[String: Any]]
    #expect(versions?.map { $0["sequentialVersion"] as? Int } == [2, 1])
    let deleted = try await fixture.send(.delete, "/v1/policies/\(id)", key: fixture.engine.admin)
    #expect(deleted.json["deleted"] as? Bool == true)
    #expect(try await evaluate(id).hasPrefix("no policy has the id"))
  }

  /// A text with errors is an answer with the first one's place, not a failed call; a key is taken once.
  @Test func errorsOfATextAreAnswers() async throws {
    let fixture = try await RESTFixture()
    let invalid = try await fixture.send(
      .post, "/v1/policies", #"{"policyKey": "bad", "versionText": "LABEL \"a\" {\n  \"b\" AND\n}"}"#)
    let error = invalid.json["error"] as? [String: Any]
    #expect(invalid.status == 200 && invalid.json["valid"] as? Bool == false)
    #expect(error?["line"] as? Int == 3)
    let validated = try await fixture.send(
      .post, "/v1/policies/validate", #"{"policyDraft": "LABEL \"a\" { \"b\" } LABEL \"c\" { \"d\" }"}"#)
    #expect(validated.json["labels"] as? [String] == ["a", "c"])
    let again = try await fixture.send(
      .post, "/v1/policies", #"{"policyKey": "test", "versionText": "LABEL \"a\" { \"b\" }"}"#)
    #expect(again.status == 409)
    #expect(try await fixture.get("/v1/policies/not-a-uuid").status == 400)
  }
}

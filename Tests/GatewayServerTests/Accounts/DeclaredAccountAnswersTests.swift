internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Answers about accounts against what the document declares of them.
struct DeclaredAccountAnswersTests {
  /// What every method about accounts answers, right and wrong, is as declared: each field by name and form.
  @Test func answersAreAsDeclared() async throws {
    let fixture = try await RESTFixture()
    let declared = try await DeclaredAnswers(fixture)
    let own = fixture.engine.account.uuidString.lowercased()
    let ada = try await fixture.person("ada@example.com")
    let invite = "\(try await fixture.invite("bob@example.com").id)"
    let unknown = "00000000-0000-4000-8000-000000000000"
    let steps: [(method: HTTPRequest.Method, path: String, id: String, body: String?, status: Int)] = [
      (.get, "/v1/user", "", nil, 200), (.get, "/v1/users", "", nil, 200), (.get, "/v1/accounts", "", nil, 200),
      (.get, "/v1/users/{id}", ada.id, nil, 200), (.get, "/v1/users/{id}", unknown, nil, 404),
      (.patch, "/v1/users/{id}", ada.id, #"{"patch": {"role": "POLICY_WRITER"}}"#, 200),
      (.post, "/v1/user/tours/{id}", "t", #"{"outcome": "TOUR_OUTCOME_COMPLETED"}"#, 200),
      (.get, "/v1/user/tours", "", nil, 200), (.get, "/v1/customers", "", nil, 200),
      (.get, "/v1/customers/{id}", own, nil, 200), (.delete, "/v1/customers/{id}", own, nil, 400),
      (.patch, "/v1/customers/{id}", own, #"{"patch": {"email": "a@b"}}"#, 200),
      (.post, "/v1/customers/accept-tos", "", "{}", 200),
      (.post, "/v1/invites", "", #"{"email": "eve@example.com", "role": "API_USER"}"#, 200),
      (.post, "/v1/invites", "", #"{"email": "eve@example.com", "role": "API_USER"}"#, 409),
      (.get, "/v1/invites", "", nil, 200), (.post, "/v1/invites/{id}/renew", invite, "{}", 200),
      (.post, "/v1/invites/accept", "", #"{"code": "x"}"#, 404), (.delete, "/v1/invites/{id}", invite, nil, 200),
      (.get, "/v1/rate-limits", "", nil, 200), (.get, "/v1/customers/{id}/rate-limits", own, nil, 200),
      (.put, "/v1/customers/{id}/rate-limits", own, #"{"rateLimits": {"key": {"limit": 100}}}"#, 200),
      (.get, "/v1/customers/{id}/review-limit", own, nil, 200),
      (.put, "/v1/customers/{id}/review-limit", own, #"{"limit": 5}"#, 200),
      (.put, "/v1/customers/{id}/review-limit", unknown, #"{"limit": 5}"#, 403),
      (.delete, "/v1/users/{id}", ada.id, nil, 200),
    ]
    for step in steps {
      let answer = try await fixture.send(
        step.method, step.path.replacing("{id}", with: step.id), body: step.body.map { Array($0.utf8) },
        key: fixture.engine.admin)
      #expect(answer.status == step.status, "\(step.method) \(step.path): \(answer.body)")
      #expect(declared.faults(of: answer, to: step.method, step.path) == [])
    }
    let statuses = [
      try await fixture.get("/v1/customers?options.hydrateUsers=true&options.hydrateApiTokens=true"),
      try await fixture.get("/v1/users?query.role=API_USER"),
    ]
    #expect(declared.faults(of: statuses[0], to: .get, "/v1/customers") == [])
    #expect(declared.faults(of: statuses[1], to: .get, "/v1/users") == [])
  }
}

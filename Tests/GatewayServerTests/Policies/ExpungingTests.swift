internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// What is deleted, and the way back.
struct ExpungingTests {
  private func code(_ answer: RESTFixture.Answer) -> Int { answer.json["code"] as? Int ?? 0 }

  private func versions(_ fixture: RESTFixture, _ query: String = "") async throws -> [[String: Any]] {
    let answer = try await fixture.get("/v1/policies/\(fixture.policyID)/versions\(query)")
    return answer.json["policyVersions"] as? [[String: Any]] ?? []
  }

  /// A deleted policy comes back as it was, and evaluates again; asked twice, nothing changes.
  @Test func aPolicyComesBack() async throws {
    let fixture = try await RESTFixture()
    let id = fixture.policyID
    let evaluation = #"{"contentData":[{"text":"a dog"}],"policyId":"\#(id)"}"#
    _ = try await fixture.send(.delete, "/v1/policies/\(id)", key: fixture.engine.admin)
    #expect(try await fixture.send(.post, "/v1/jobs/stream", evaluation).status == 404)
    for _ in 0..<2 {
      let answer = try await fixture.send(.post, "/v1/policies/\(id)/undelete", key: fixture.engine.writer)
      #expect(answer.status == 200 && answer.json["deleted"] as? Bool == false, "\(answer.body)")
      #expect(answer.json["policyKey"] as? String == "test" && answer.json["policyId"] as? String == id)
    }
    #expect(try await fixture.send(.post, "/v1/jobs/stream", evaluation).status == 200)
  }

  /// A deleted policy does not come back where another has its key by now.
  @Test func aTakenKeyIsInTheWay() async throws {
    let fixture = try await RESTFixture()
    _ = try await fixture.send(.delete, "/v1/policies/\(fixture.policyID)", key: fixture.engine.admin)
    let other = try await fixture.engine.policy(RESTFixture.policy)
    let refused = try await fixture.send(
      .post, "/v1/policies/\(fixture.policyID)/undelete", key: fixture.engine.admin)
    #expect(refused.status == 409 && refused.body.contains("another policy has the key `test` now"))
    _ = try await fixture.send(
      .patch, "/v1/policies/\(other.uuidString)", #"{"policyKey": "moved"}"#)
    let answer = try await fixture.send(.post, "/v1/policies/\(fixture.policyID)/undelete", key: fixture.engine.admin)
    #expect(answer.status == 200)
  }

  /// An expunged version is listed only when asked for, cannot be made active, and comes back.
  @Test func aVersionGoesAndComesBack() async throws {
    let fixture = try await RESTFixture()
    let second = try await fixture.send(
      .post, "/v1/policies/\(fixture.policyID)/versions", #"{"versionText": "LABEL \"a\" { \"b\" }"}"#)
    let id = second.json["versionId"] as? String ?? ""
    let activation = #"{"activeVersionId": "\#(id)"}"#
    let expunged = try await fixture.send(.post, "/v1/policy-versions/\(id)/expunge", key: fixture.engine.writer)
    #expect(expunged.json["expunged"] as? Bool == true && expunged.json["versionId"] as? String == id)
    let seen = try await versions(fixture)
    let all = try await versions(fixture, "?query.includeExpunged=true")
    #expect(seen.map { $0["sequentialVersion"] as? Int } == [1])
    #expect(all.map { $0["expunged"] as? Bool } == [true, false])
    let refused = try await fixture.send(.put, "/v1/policies/\(fixture.policyID)/active-version", activation)
    #expect(refused.status == 400 && code(refused) == 9, "\(refused.body)")

    let back = try await fixture.send(.post, "/v1/policy-versions/\(id)/unexpunge", key: fixture.engine.writer)
    #expect(back.json["expunged"] as? Bool == false)
    #expect(try await versions(fixture).count == 2)
    #expect(
      try await fixture.send(.put, "/v1/policies/\(fixture.policyID)/active-version", activation).status == 200)
  }

  /// The active version stays.
  @Test func theActiveVersionIsNotExpunged() async throws {
    let fixture = try await RESTFixture()
    let active = try await versions(fixture).first?["versionId"] as? String ?? ""
    let refused = try await fixture.send(.post, "/v1/policy-versions/\(active)/expunge", key: fixture.engine.admin)
    #expect(refused.status == 400 && code(refused) == 9 && refused.body.contains("make another one active first"))
    #expect(try await versions(fixture).count == 1)
  }

  /// What is not there, no id, or another account's is refused, and an evaluator's key too.
  @Test func refuses() async throws {
    let fixture = try await RESTFixture()
    let other = try await fixture.engine.otherAccount()
    let version = try await versions(fixture).first?["versionId"] as? String ?? ""
    let missing = UUID().uuidString
    let paths = [
      "/v1/policies/\(fixture.policyID)/undelete", "/v1/policy-versions/\(version)/expunge",
      "/v1/policy-versions/\(version)/unexpunge",
    ]
    for path in paths {
      let strange = try await fixture.send(.post, path, key: other.admin)
      #expect(strange.status == 404, "\(path): \(strange.body)")
      let low = try await fixture.send(.post, path, key: fixture.engine.evaluator)
      #expect(low.status == 403, "\(path): \(low.body)")
      let id = path.split(separator: "/")[2]
      let absent = try await fixture.send(.post, path.replacing(id, with: missing), key: fixture.engine.admin)
      #expect(absent.status == 404, "\(path): \(absent.body)")
      let wrong = try await fixture.send(.post, path.replacing(id, with: "x"), key: fixture.engine.admin)
      #expect(wrong.status == 400, "\(path): \(wrong.body)")
    }
  }
}

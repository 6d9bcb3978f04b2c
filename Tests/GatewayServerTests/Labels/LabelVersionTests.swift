internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Versions of labels over REST.
struct LabelVersionTests {
  private static let text = #"LABEL "Cats" { =("cat") OR "a kitten" [IN] "a basket" }"#

  private func version(_ answer: RESTFixture.Answer, _ field: String = "labelVersion") -> [String: Any] {
    #expect(answer.status == 200, "\(answer.body)")
    return answer.json[field] as? [String: Any] ?? [:]
  }

  /// Versions are numbered, and come back as they were made, newest first.
  @Test func areKept() async throws {
    let fixture = try await RESTFixture()
    let (label, first) = try await fixture.label("cats", Self.text)
    let made = version(
      try await fixture.labelVersion(
        label, #"LABEL "Cats" { =("tom") }"#,
        #"""
        , "description": "toms", "parentLabelVersionId": "\#(first)", "globalContext": "a forum",
        "labelEvalOptions": {"threshold": 0.7, "expedited": true}
        """#))
    let id = made["labelVersionId"] as? String ?? ""
    #expect(made["sequentialVersion"] as? Int == 2 && made["labelId"] as? String == label)
    #expect(made["description"] as? String == "toms" && made["parentLabelVersionId"] as? String == first)
    #expect(made["globalContext"] as? String == "a forum" && made["expunged"] as? Bool == false)
    let options = made["labelEvalOptions"] as? [String: Any]
    #expect(options?["threshold"] as? Double == 0.7 && options?["expedited"] as? Bool == true)
    #expect(made["signalCount"] as? Int == 1 && made["totalSignalTokens"] as? Int == 1)
    #expect(UUID(uuidString: made["createdById"] as? String ?? "") != nil)
    let read = version(try await fixture.get("/v1/label-versions/\(id)"))
    #expect(RESTFixture.canonical(read) == RESTFixture.canonical(made))
    let listed = try await fixture.get("/v1/labels/\(label)/versions").json["labelVersions"] as? [[String: Any]]
    #expect(listed?.map { $0["labelVersionId"] as? String } == [id, first])
    #expect(listed?.last?["text"] as? String == Self.text && listed?.last?["signalCount"] as? Int == 2)
  }

  /// A version that says what an earlier one says is made only when that is confirmed.
  @Test func duplicatesAreConfirmed() async throws {
    let fixture = try await RESTFixture()
    let (label, first) = try await fixture.label("cats", Self.text)
    let spaced = Self.text.replacing("{ ", with: "{\n\n   ").replacing("OR", with: "or")
    let found = try await fixture.labelVersion(label, spaced)
    #expect(found.json["valid"] as? Bool == true && found.json["labelVersion"] == nil)
    #expect(version(found, "duplicateOf")["labelVersionId"] as? String == first)
    let confirmed = try await fixture.labelVersion(label, spaced, #", "confirmDuplicate": true"#)
    #expect(version(confirmed)["sequentialVersion"] as? Int == 2 && confirmed.json["duplicateOf"] == nil)
    // What evaluation reads beside the text makes another version of it.
    let others = [#", "labelEvalOptions": {"threshold": 0.9}"#, #", "globalContext": "a forum""#]
    for (index, extra) in others.enumerated() {
      let answer = try await fixture.labelVersion(label, Self.text, extra)
      #expect(version(answer)["sequentialVersion"] as? Int == 3 + index)
    }
    // Another label's version is no duplicate.
    let (other, _) = try await fixture.label("dogs", #"LABEL "Dogs" { "dog" }"#)
    #expect(version(try await fixture.labelVersion(other, Self.text))["sequentialVersion"] as? Int == 2)
  }

  /// What the database would keep a part of is refused: of the text, a zero in a comment compiles.
  @Test(arguments: [
    (#"// \u0000\nLABEL \"Dogs\" { =(\"dog\") }"#, ""),
    (#"LABEL \"Dogs\" { =(\"dog\") }"#, #", "description": "a\u0000b""#),
    (#"LABEL \"Dogs\" { =(\"dog\") }"#, #", "globalContext": "a\u0000b""#),
  ])
  func zerosAreRefused(text: String, extra: String) async throws {
    let fixture = try await RESTFixture()
    let (label, _) = try await fixture.label("cats", Self.text)
    let refused = [
      try await fixture.send(.post, "/v1/labels/\(label)/versions", #"{"text": "\#(text)"\#(extra)}"#),
      try await fixture.send(.put, "/v1/labels/\(label)/draft", #"{"text": "a\u0000b"}"#),
      try await fixture.send(
        .post, "/v1/policies", #"{"policyKey": "a", "versionText": "// \u0000\nLABEL \"a\" { \"b\" }"}"#),
      try await fixture.send(
        .post, "/v1/policies", #"{"policyKey": "a\u0000b", "versionText": "LABEL \"a\" { \"b\" }"}"#),
      try await fixture.send(.post, "/v1/labels", #"{"name": "a\u0000b"}"#),
    ]
    for answer in refused { #expect(answer.status == 400, "\(answer.body)") }
    let versions = try await fixture.get("/v1/labels/\(label)/versions").json["labelVersions"] as? [[String: Any]]
    #expect(versions?.count == 1)
  }

  /// A text with an error is an answer with its place, and no version.
  @Test(arguments: [
    (#"LABEL "a" { "b" AND }"#, 1), ("LABEL \"a\" { \"b\" }\nLABEL \"c\" { \"d\" }", 2), ("", 1),
    ("LABEL \"a\" { \"b\" }\nUNLESS { \"c\" }", 2),
  ])
  func errorsOfATextAreAnswers(text: String, line: Int) async throws {
    let fixture = try await RESTFixture()
    let (label, _) = try await fixture.label("cats", Self.text)
    let answer = try await fixture.labelVersion(label, text)
    let error = answer.json["error"] as? [String: Any]
    #expect(answer.status == 200 && answer.json["valid"] as? Bool == false && error?["line"] as? Int == line)
    let versions = try await fixture.get("/v1/labels/\(label)/versions").json["labelVersions"] as? [Any]
    #expect(versions?.count == 1)
  }

  /// A parent is a version of the same label; ids are ids; what is not there is not there.
  @Test func refuses() async throws {
    let fixture = try await RESTFixture()
    let (label, _) = try await fixture.label("cats", Self.text)
    let (_, strange) = try await fixture.label("dogs", #"LABEL "Dogs" { "dog" }"#)
    func status(_ extra: String) async throws -> Int {
      try await fixture.labelVersion(label, #"LABEL "a" { "b" }"#, extra).status
    }
    #expect(try await status(#", "parentLabelVersionId": "\#(strange)""#) == 404)
    #expect(try await status(#", "parentLabelVersionId": "x""#) == 400)
    #expect(try await status(#", "globalContext": "\#(String(repeating: "c", count: 16_385))""#) == 400)
    #expect(try await fixture.labelVersion(UUID().uuidString, Self.text).status == 404)
    #expect(try await fixture.get("/v1/label-versions/\(UUID().uuidString)").status == 404)
    #expect(try await fixture.get("/v1/label-versions/x").status == 400)
    _ = try await fixture.send(.delete, "/v1/labels/\(label)", key: fixture.engine.admin)
    #expect(try await status("") == 404)
    #expect(try await fixture.get("/v1/labels/\(label)/versions").status == 404)
  }
}

internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Tags of labels over REST.
struct LabelTagTests {
  private func make(_ fixture: RESTFixture, _ name: String) async throws -> String {
    let answer = try await fixture.send(.post, "/v1/label-tags", #"{"name": "\#(name)", "color": "red"}"#)
    return (answer.json["tag"] as? [String: Any])?["labelTagId"] as? String ?? ""
  }

  private func names(_ answer: RESTFixture.Answer, _ field: String = "tags") -> [String] {
    (answer.json[field] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
  }

  /// Tags are made, changed, set on labels, found by, and deleted.
  @Test func aTagsLife() async throws {
    let fixture = try await RESTFixture()
    let (label, _) = try await fixture.label("cats", #"LABEL "Cats" { "cat" }"#)
    _ = try await fixture.label("dogs", #"LABEL "Dogs" { "dog" }"#)
    let (pets, sky) = (try await make(fixture, "pets"), try await make(fixture, "sky"))
    #expect(names(try await fixture.get("/v1/label-tags")) == ["pets", "sky"])
    let changed = try await fixture.send(.patch, "/v1/label-tags/\(sky)", #"{"name": "air"}"#)
    let tag = changed.json["tag"] as? [String: Any]
    #expect(tag?["name"] as? String == "air" && tag?["color"] as? String == "red")

    let set = try await fixture.send(
      .put, "/v1/labels/\(label)/tags", #"{"tagIds": ["\#(pets)", "\#(sky)", "\#(pets)"]}"#)
    #expect(names(set) == ["air", "pets"])
    #expect(names(try await fixture.get("/v1/labels?tagIds=\(pets)"), "labels") == ["cats"])
    let shown = try await fixture.get("/v1/labels/\(label)").json["label"] as? [String: Any]
    #expect((shown?["tags"] as? [Any])?.count == 2)

    #expect(try await fixture.send(.delete, "/v1/label-tags/\(pets)", key: fixture.engine.writer).status == 200)
    #expect(names(try await fixture.get("/v1/labels?tagIds=\(pets)"), "labels") == [])
    #expect(names(try await fixture.get("/v1/label-tags")) == ["air"])
    let cleared = try await fixture.send(.put, "/v1/labels/\(label)/tags", #"{"tagIds": []}"#)
    #expect(cleared.status == 200 && names(cleared) == [])
  }

  /// Names are taken once; ids are ids; what is not there is not there.
  @Test func refuses() async throws {
    let fixture = try await RESTFixture()
    let (label, _) = try await fixture.label("cats", #"LABEL "Cats" { "cat" }"#)
    let (pets, _) = (try await make(fixture, "pets"), try await make(fixture, "sky"))
    let missing = UUID().uuidString
    let many = Array(repeating: "\"\(missing)\"", count: 51).joined(separator: ",")
    let attempts: [(HTTPRequest.Method, String, String, Int)] = [
      (.post, "/v1/label-tags", #"{"name": "pets"}"#, 409), (.post, "/v1/label-tags", "{}", 400),
      (.post, "/v1/label-tags", #"{"name": "x", "color": "\#(String(repeating: "c", count: 33))"}"#, 400),
      (.patch, "/v1/label-tags/\(pets)", #"{"name": "sky"}"#, 409),
      (.patch, "/v1/label-tags/\(pets)", #"{"name": " "}"#, 400),
      (.patch, "/v1/label-tags/\(missing)", #"{"name": "x"}"#, 404), (.patch, "/v1/label-tags/x", "{}", 400),
      (.delete, "/v1/label-tags/\(missing)", "", 404), (.delete, "/v1/label-tags/x", "", 400),
      (.put, "/v1/labels/\(label)/tags", #"{"tagIds": ["\#(pets)", "\#(missing)"]}"#, 404),
      (.put, "/v1/labels/\(label)/tags", #"{"tagIds": ["x"]}"#, 400),
      (.put, "/v1/labels/\(label)/tags", #"{"tagIds": [\#(many)]}"#, 400),
      (.put, "/v1/labels/\(missing)/tags", #"{"tagIds": []}"#, 404),
      (.get, "/v1/labels?tagIds=x", "", 400),
    ]
    for (method, path, body, status) in attempts {
      let answer = try await fixture.send(method, path, body)
      #expect(answer.status == status, "\(method) \(path) \(body): \(answer.status) \(answer.body)")
    }
    let shown = try await fixture.get("/v1/labels/\(label)").json["label"] as? [String: Any]
    #expect((shown?["tags"] as? [Any])?.isEmpty == true)
  }
}

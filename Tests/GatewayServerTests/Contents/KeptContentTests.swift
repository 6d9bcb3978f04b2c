internal import Foundation
internal import HTTPTypes
internal import Storage
internal import TestSupport
internal import Testing

/// A restart forgets nothing of contents and datasets.
struct KeptContentTests {
  @Test func aRestartKeepsEverything() async throws {
    let folder = try TemporaryFolder()
    let first = try await RESTFixture(engine: TestEngine(folder: folder))
    let ids = try await first.contents([
      #"{"text": "one", "title": "t", "labels": ["x"]}"#, #"{"image": "\#(TestImages.png.base64EncodedString())"}"#,
    ])
    let set = try await first.dataset("set", ids, labels: "\"y\"")
    _ = try await first.send(.patch, "/v1/policies/\(first.policyID)", #"{"datasetId": "\#(set.id)"}"#)
    let paths = [
      "/v1/contents", "/v1/content-labels", "/v1/datasets", "/v1/datasets/\(set.id)/items",
      "/v1/datasets/\(set.id)/labels", "/v1/policies/\(first.policyID)",
    ]
    func answers(_ fixture: RESTFixture) async throws -> [String] {
      var answers: [String] = []
      for path in paths { answers.append(try await fixture.get(path).body) }
      answers.append(RESTFixture.canonical(try await fixture.contents(of: set.id)))
      answers.append(RESTFixture.canonical(try await fixture.content(ids[0])))
      return answers
    }
    let before = try await answers(first)
    try await first.engine.store.close()
    let second = try await RESTFixture(engine: TestEngine(folder: folder), key: "second")
    #expect(try await answers(second) == before)
    #expect(before.allSatisfy { $0.count > 14 })
  }
}

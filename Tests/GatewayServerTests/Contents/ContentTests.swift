internal import ContentIntake
internal import Foundation
internal import GuardedFetching
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Contents that an account keeps, over REST.
struct ContentTests {
  /// A content comes back as it was given, with its hash, its modality and its labels.
  @Test func keepsTextsAndImages() async throws {
    let fixture = try await RESTFixture()
    let image = TestImages.png.base64EncodedString()
    let ids = try await fixture.contents(
      [
        #"{"text": "a \u0000 cat", "metadata": {"k": "v"}, "title": "t", "labels": ["own"]}"#,
        #"{"image": "\#(image)"}"#,
      ], #", "labels": ["all", "own"]"#)
    #expect(ids.count == 2)
    let text = try await fixture.content(ids[0])
    #expect(text["text"] as? String == "a \u{0} cat" && text["title"] as? String == "t")
    #expect(text["contentHash"] as? String == ContentHash.hash(of: "a \u{0} cat"))
    #expect(text["labels"] as? [String] == ["all", "own"] && text["contentType"] as? String == "text")
    #expect(text["metadata"] as? [String: String] == ["k": "v"])
    let picture = try await fixture.content(ids[1])
    #expect(picture["image"] as? String == image && picture["contentType"] as? String == "image")
    #expect(picture["labels"] as? [String] == ["all", "own"] && picture["title"] == nil)
  }

  /// A content is kept once, whoever adds it again: its id stays, and it gets the labels that it has not.
  @Test func keepsAContentOnce() async throws {
    let fixture = try await RESTFixture()
    let first = try await fixture.contents([#"{"text": "a", "labels": ["x"]}"#, #"{"text": "a", "labels": ["y"]}"#])
    let again = try await fixture.contents([#"{"text": "a"}"#], #", "labels": ["z"]"#)
    #expect(Set(first + again).count == 1)
    #expect(try await fixture.content(first[0])["labels"] as? [String] == ["x", "y", "z"])
    #expect((try await fixture.get("/v1/contents").json["customerContentIds"] as? [String]) == Array(first.prefix(1)))
  }

  /// Each is kept or not by itself, and what is not is told by its place, the stage it came to and a word.
  @Test func tellsEachFailure() async throws {
    let fixture = try await RESTFixture(engine: TestEngine(fetcher: try GuardedFetcher()))
    let long = String(repeating: "t", count: 1_025)
    let many = (0...50).map { "\"\($0)\"" }.joined(separator: ",")
    let items = [
      (#"{"text": "fine"}"#, ""), ("{}", "CONTENT_PROCESSING MISSING_CONTENT"),
      (#"{"video": {"url": "x"}}"#, "CONTENT_PROCESSING UNSUPPORTED_CONTENT"),
      (#"{"text": "a", "title": "\#(long)"}"#, "CONTENT_PROCESSING TOO_LARGE"),
      (#"{"text": "a", "title": "\u0000"}"#, "CONTENT_PROCESSING INVALID_ARGUMENT"),
      (#"{"text": "a", "labels": [""]}"#, "CONTENT_PROCESSING INVALID_ARGUMENT"),
      (#"{"text": "a", "labels": ["\u0000"]}"#, "CONTENT_PROCESSING INVALID_ARGUMENT"),
      (#"{"text": "a", "labels": [\#(many)]}"#, "CONTENT_PROCESSING INVALID_ARGUMENT"),
      (#"{"image": "\#(TestImages.gif.base64EncodedString())"}"#, "PRECHECKS UNSUPPORTED_IMAGE_FORMAT"),
      (#"{"image": "\#(TestImages.truncated.base64EncodedString())"}"#, "PRECHECKS INVALID_IMAGE"),
      (#"{"imageUrl": "http://127.0.0.1/a.png"}"#, "PRECHECKS INVALID_IMAGE"), (#"{"text": "fine too"}"#, ""),
    ]
    let answer = try await fixture.send(
      .post, "/v1/contents", #"{"contentData": [\#(items.map(\.0).joined(separator: ","))]}"#)
    #expect(answer.status == 200, "\(answer.body)")
    var failures: [Int: String] = [:]
    for failure in answer.json["failedContent"] as? [[String: Any]] ?? [] {
      let stage = (failure["stage"] as? String ?? "").replacing("FAILURE_STAGE_", with: "")
      failures[failure["originalIndex"] as? Int ?? -1] = "\(stage) \(failure["errorCode"] as? String ?? "")"
      #expect((failure["errorMessage"] as? String)?.isEmpty == false)
    }
    let expected = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($0, $1.1) }).filter { $1 != "" }
    #expect(failures == expected)
    let kept = (answer.json["successfulContent"] as? [[String: Any]])?.compactMap { $0["originalIndex"] as? Int }
    #expect(kept == [0, items.count - 1])
    let summary = answer.json["summary"] as? [String: Int]
    #expect(summary == ["successfulCount": 2, "failedCount": items.count - 2])
    #expect((try await fixture.get("/v1/contents").json["customerContentIds"] as? [Any])?.count == 2)
  }

  /// An image that is on a list of known ones is not kept, and its stage says so.
  @Test func refusesKnownImages() async throws {
    let folder = try TemporaryFolder()
    let list = folder.url.appending(path: "known.txt")
    let hash = TestImages.png.withUnsafeBytes { ContentHash.hash(of: $0) }
    try Data(hash.replacing("::", with: ":").utf8).write(to: list)
    let fixture = try await RESTFixture(
      engine: TestEngine(known: [try KnownImageList.load(list, name: "test")], folder: folder))
    let answer = try await fixture.send(
      .post, "/v1/contents", #"{"contentData": [{"image": "\#(TestImages.png.base64EncodedString())"}]}"#)
    let failure = (answer.json["failedContent"] as? [[String: Any]])?.first
    #expect(failure?["stage"] as? String == "FAILURE_STAGE_PRECHECKS" && failure?["errorCode"] as? String == "NCMEC")
    #expect((try await fixture.get("/v1/contents").json["customerContentIds"] as? [Any])?.isEmpty == true)
  }

  /// What each query leaves, newest first: wildcards of patterns stand for themselves.
  @Test(arguments: [
    ("", "cba"), ("?query.labels=x", "ca"), ("?query.labels=x&query.labels=y", "a"), ("?query.labels=X", ""),
    ("?query.contentModalities=IMAGE", "c"), ("?query.contentModalities=TEXT&query.contentModalities=IMAGE", "cba"),
    ("?query.contentModalities=AUDIO", ""), ("?query.content=FOOL", "a"), ("?query.content=%25", "b"),
    ("?query.content=_", "b"), ("?query.content=%00", "b"), ("?query.content=o%25l", ""),
    ("?query.content=fool&query.labels=x", "a"),
  ])
  func lists(query: String, expected: String) async throws {
    let fixture = try await RESTFixture()
    let ids = [
      try await fixture.contents([#"{"text": "you Fool", "labels": ["x", "y"]}"#])[0],
      try await fixture.contents([#"{"text": "100 % _ \u0000"}"#])[0],
      try await fixture.contents([#"{"image": "\#(TestImages.png.base64EncodedString())", "labels": ["x"]}"#])[0],
    ]
    let names = Dictionary(uniqueKeysWithValues: zip(ids, "abc"))
    let answer = try await fixture.get("/v1/contents\(query)")
    let found = answer.json["customerContentIds"] as? [String] ?? ["?"]
    #expect(answer.status == 200 && String(found.compactMap { names[$0] }) == expected, "\(answer.body)")
  }

  /// A change writes what its mask names, or what is given; another text has another hash and the metadata it had.
  @Test func changes() async throws {
    let fixture = try await RESTFixture()
    let id = try await fixture.contents(
      [#"{"text": "old", "title": "t", "labels": ["x"], "metadata": {"k": "v"}}"#])[0]
    func change(_ update: String) async throws -> [String: Any] {
      let answer = try await fixture.send(
        .patch, "/v1/contents", #"{"updates": [{"customerContentId": "\#(id)", "update": \#(update)}]}"#)
      #expect(answer.json["customerContentIds"] as? [String] == [id], "\(answer.body)")
      return try await fixture.content(id)
    }
    let masked = try await change(#"{"updateMask": "title", "title": "u", "text": "ignored", "labels": ["y"]}"#)
    #expect(masked["title"] as? String == "u" && masked["text"] as? String == "old")
    #expect(masked["labels"] as? [String] == ["x"])
    let given = try await change(#"{"text": "new"}"#)
    #expect(given["text"] as? String == "new" && given["title"] as? String == "u")
    #expect(given["contentHash"] as? String == ContentHash.hash(of: "new"))
    #expect(given["metadata"] as? [String: String] == ["k": "v"])
    let bare = try await change(#"{"updateMask": "labels,title"}"#)
    #expect(bare["labels"] as? [String] == [] && bare["title"] == nil && bare["text"] as? String == "new")
    #expect((try await fixture.get("/v1/contents?query.content=old").json["customerContentIds"] as? [Any])?.count == 0)
    #expect((try await fixture.get("/v1/contents?query.content=NEW").json["customerContentIds"] as? [Any])?.count == 1)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var updates: String
    var status: Int
    var says: String
    var testDescription: String { says }
  }

  static let refusals = [
    Refusal(updates: "", status: 400, says: "updates.customerContentId: at least one"),
    Refusal(updates: #"{"customerContentId": "x"}"#, status: 400, says: "must be a UUID"),
    Refusal(updates: #"{"customerContentId": "A"}, {"customerContentId": "A"}"#, status: 400, says: "twice"),
    Refusal(
      updates: #"{"customerContentId": "A", "update": {"updateMask": "image"}}"#, status: 400,
      says: "may name `title`, `text` and `labels`"),
    Refusal(
      updates: #"{"customerContentId": "A", "update": {"updateMask": "text"}}"#, status: 400,
      says: "is required by the mask"),
    Refusal(
      updates: #"{"customerContentId": "A", "update": {"text": "two"}}"#, status: 409, says: "has this text already"),
    Refusal(
      updates: #"{"customerContentId": "IMAGE", "update": {"text": "a"}}"#, status: 400, says: "is not a text"),
    Refusal(
      updates: #"{"customerContentId": "A", "update": {"title": "\#(String(repeating: "t", count: 1_025))"}}"#,
      status: 400, says: "update.title: must be at most"),
    Refusal(
      updates: #"{"customerContentId": "A", "update": {"labels": ["a\u0000b"]}}"#, status: 400,
      says: "control characters"),
    Refusal(
      updates: #"{"customerContentId": "A", "update": {"title": "lost"}}, {"customerContentId": "NONE"}"#, status: 404,
      says: "no content has the id"),
  ]

  /// A change that cannot be made is told, and none of its call is made.
  @Test(arguments: refusals)
  func refusesChanges(_ refusal: Refusal) async throws {
    let fixture = try await RESTFixture()
    let ids = try await fixture.contents(texts: "one", "two")
    let image = try await fixture.contents([#"{"image": "\#(TestImages.png.base64EncodedString())"}"#])
    let updates = refusal.updates.replacing("\"A\"", with: "\"\(ids[0])\"")
      .replacing("\"IMAGE\"", with: "\"\(image[0])\"").replacing("\"NONE\"", with: "\"\(UUID())\"")
    let before = RESTFixture.canonical(try await fixture.content(ids[0]))
    let answer = try await fixture.send(.patch, "/v1/contents", #"{"updates": [\#(updates)]}"#)
    #expect(answer.status == refusal.status && answer.body.contains(refusal.says), "\(answer.status) \(answer.body)")
    #expect(RESTFixture.canonical(try await fixture.content(ids[0])) == before)
  }

  /// What a dataset has stays and the dataset is named; what none has goes; what is not there makes the call fail.
  @Test func deletesWhatNoDatasetHas() async throws {
    let fixture = try await RESTFixture()
    let ids = try await fixture.contents(texts: "one", "two")
    let set = try await fixture.dataset("the set", [ids[1]])
    let missing = try await fixture.send(
      .post, "/v1/contents/delete", #"{"customerContentIds": ["\#(ids[0])", "\#(UUID())"]}"#)
    #expect(missing.status == 404)
    let answer = try await fixture.send(
      .post, "/v1/contents/delete", #"{"customerContentIds": ["\#(ids[0])", "\#(ids[1])", "\#(ids[0])"]}"#)
    #expect(answer.json["customerContentIds"] as? [String] == [ids[0]], "\(answer.body)")
    let expected = #"[{"customerContentId":"\#(ids[1])","datasets":[{"datasetId":"\#(set.id)","name":"the set"}]}]"#
    #expect(RESTFixture.canonical(answer.json["conflicts"]) == expected)
    #expect((try await fixture.get("/v1/contents").json["customerContentIds"] as? [String]) == [ids[1]])
    _ = try await fixture.send(.post, "/v1/datasets/delete", #"{"datasetIds": ["\#(set.id)"]}"#)
    let later = try await fixture.send(.post, "/v1/contents/delete", #"{"customerContentIds": ["\#(ids[1])"]}"#)
    #expect(later.json["customerContentIds"] as? [String] == [ids[1]])
  }

  /// The labels in use, by name.
  @Test func listsLabels() async throws {
    let fixture = try await RESTFixture()
    #expect(try await fixture.get("/v1/content-labels").json["labels"] as? [String] == [])
    _ = try await fixture.contents([#"{"text": "a", "labels": ["b", "a"]}"#, #"{"text": "b", "labels": ["a"]}"#])
    #expect(try await fixture.get("/v1/content-labels").json["labels"] as? [String] == ["a", "b"])
  }
}

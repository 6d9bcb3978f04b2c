internal import ContentIntake
internal import Foundation
internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import Storage
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// `EvaluateItems`: versions and drafts on the items of a label's dataset.
struct LabelItemEvaluationTests {
  private func actuals(_ results: [[String: Any]]) -> [String: String] {
    var actuals: [String: String] = [:]
    for result in results {
      let evaluation = result["evaluation"] as? [String: Any] ?? [:]
      let actual = (evaluation["actualResult"] as? String ?? "").replacing("EVALUATION_RESULT_", with: "")
      actuals[evaluation["labelDatasetItemId"] as? String ?? ""] = actual
    }
    return actuals
  }

  /// Each item has an answer of its own with its evaluation, its report and the counts so far; all is kept.
  @Test func evaluatesAVersion() async throws {
    let fixture = try await LabelDatasetFixture()
    let cat = try await fixture.append("a cat", "FLAGGED")
    let kitten = try await fixture.append("a kitten", "FLAGGED")
    let dog = try await fixture.append("a dog")
    let results = try await fixture.evaluate(#""selectAll": true, "labelVersionId": "\#(fixture.versions[0])""#)
    #expect(actuals(results) == [cat: "FLAGGED", kitten: "NOT_FLAGGED", dog: "NOT_FLAGGED"])
    #expect(results.map { $0["successCount"] as? Int } == [1, 2, 3])
    for result in results {
      let evaluation = try #require(result["evaluation"] as? [String: Any])
      let item = evaluation["labelDatasetItemId"] as? String
      #expect(result["errorCount"] as? Int == 0 && (result["errors"] as? [Any])?.isEmpty == true)
      #expect(evaluation["labelVersionId"] as? String == fixture.versions[0] && evaluation["labelDraftId"] == nil)
      #expect(evaluation["isCorrect"] as? Bool == [cat: true, kitten: false][item ?? ""])
      let expected = item == dog ? "UNSPECIFIED" : "FLAGGED"
      #expect(evaluation["expectedResultAtEvaluation"] as? String == "EVALUATION_RESULT_\(expected)")
      #expect(evaluation["score"] as? Double == (item == cat ? 1 : 0) && evaluation["isStale"] as? Bool == false)
      let report = try #require(result["report"] as? [String: Any])
      #expect(report["labelId"] as? String == fixture.label)
      #expect((report["labelMatches"] as? [String: Any])?.keys.sorted() == (item == cat ? ["Cats"] : []))
    }
    let kept = try await fixture.items().compactMap { $0["latestEvaluation"] }
    #expect(
      Set(kept.map { RESTFixture.canonical($0) })
        == Set(results.map { RESTFixture.canonical($0["evaluation"]) }))
    #expect((try await fixture.rest.get("/v1/jobs").json["jobs"] as? [Any])?.isEmpty == true)
  }

  /// The report is the one that `EvaluateLabels` gives of the same content, and what was scored for one is not scored
  /// again for the other.
  @Test func isWhatEvaluateLabelsSays() async throws {
    let scorer = CountingScorer()
    let rest = try await RESTFixture(scorers: [scorer])
    let text = #"LABEL "L": "m" { "0.7 of it" AND =("cat") UNLESS { "0.2 of that" } }"#
    let fixture = try await LabelDatasetFixture(rest, texts: [text])
    _ = try await fixture.append("a cat")
    let results = try await fixture.evaluate(#""selectAll": true, "threshold": 0.6"#)
    let calls = scorer.calls.count
    let answer = try await rest.send(
      .post, "/v1/labels/evaluate",
      #"""
      {"contentData": {"text": "a cat"}, "labelVersionIds": ["\#(fixture.versions[0])"], "threshold": 0.6,
      "includeEvaluationReport": true}
      """#)
    let evaluation = (answer.json["results"] as? [[String: Any]])?.first?["evaluation"] as? [String: Any]
    let report = results.first?["report"]
    #expect(RESTFixture.canonical(report) == RESTFixture.canonical(evaluation?["report"]) && report != nil)
    #expect(calls == 1 && scorer.calls.count == calls)
  }

  /// An item that cannot be scored, or is not there, is an error in its own answer; the others are evaluated.
  @Test func oneFailureIsItsOwn() async throws {
    let rest = try await RESTFixture(scorers: [CountingScorer()])
    let fixture = try await LabelDatasetFixture(
      rest, texts: [#"LABEL "L" { ANY(=("cat"), ALL(=("dog"), "fail")) }"#])
    let cat = try await fixture.append("a cat")
    let dog = try await fixture.append("a dog")
    let bird = try await fixture.append("a bird")
    let strange = UUID().uuidString.lowercased()
    let results = try await fixture.evaluate(
      #""labelDatasetItemIds": ["\#(cat)", "\#(strange)", "\#(dog)", "\#(bird)", "\#(cat)"]"#)
    let errors = results.flatMap { $0["errors"] as? [String] ?? [] }
    #expect(
      errors == [
        "item \(strange): the label's dataset has no such item",
        "item \(dog): it could not be scored: the model failed",
      ], "\(results)")
    let evaluations = results.filter { $0["evaluation"] != nil }
    #expect(actuals(evaluations) == [cat: "FLAGGED", bird: "NOT_FLAGGED"] && results.count == 4)
    #expect(results.last?["successCount"] as? Int == 2 && results.last?["errorCount"] as? Int == 2)
    for result in results {
      let count = (result["errors"] as? [String])?.count
      #expect(count == (result["evaluation"] == nil ? 1 : 0) && (result["report"] == nil) == (count == 1))
    }
    #expect(try await fixture.items("filters.filterByEvaluated=1").count == 2)
  }

  /// Items are chosen by filters and by exclusion, whatever their number; where there are none, one answer says so.
  @Test func choosesItems() async throws {
    let fixture = try await LabelDatasetFixture()
    let items = (0..<230).map {
      #"{"contentData": {"text": "text \#($0)"}\#($0 % 2 == 0 ? #", "expectedResult": 1"# : "")}"#
    }
    _ = try await fixture.rest.send(
      .post, "\(fixture.path)/items/batch", #"{"items": [\#(items.joined(separator: ","))]}"#)
    let expected = try await fixture.items("filters.filterByHasExpectation=1&pageSize=500")
      .compactMap { $0["labelDatasetItemId"] as? String }
    #expect(expected.count == 115)
    let results = try await fixture.evaluate(
      #""selectAll": true, "listFilters": {"filterByHasExpectation": 1}, "excludedItemIds": ["\#(expected[7])"]"#)
    #expect(Set(actuals(results).keys) == Set(expected).subtracting([expected[7]]) && results.count == 114)
    // What is evaluated meanwhile does not shift what is left to evaluate.
    let rest = try await fixture.evaluate(#""selectAll": true, "listFilters": {"filterByEvaluated": 2}"#)
    #expect(actuals(rest).count == 116 && rest.count == 116)
    let none = try await fixture.evaluate(#""selectAll": true, "listFilters": {"filterByEvaluated": 2}"#)
    #expect(none.count == 1 && none.first?["successCount"] as? Int == 0 && none.first?["evaluation"] == nil)
  }

  /// A draft is evaluated by its text, in place of a version, and by the id of the one that is kept; what it says does
  /// not count for the label.
  @Test func evaluatesDrafts() async throws {
    let fixture = try await LabelDatasetFixture()
    let dog = try await fixture.append("a dog", "FLAGGED")
    let text = RESTFixture.quoted(#"LABEL "Dogs" { =("dog") }"#)
    let named = #""labelDatasetItemIds": ["\#(dog)"]"#
    let results = try await fixture.evaluate(
      #"\#(named), "draftText": \#(text), "labelVersionId": "\#(fixture.versions[0])""#)
    let evaluation = try #require(results.first?["evaluation"] as? [String: Any])
    #expect(evaluation["labelVersionId"] as? String == "" && evaluation["isCorrect"] as? Bool == true)
    #expect(UUID(uuidString: evaluation["labelDraftId"] as? String ?? "") != nil)
    let report = results.first?["report"] as? [String: Any]
    #expect(report?["labelVersionId"] as? String == "" && report?["labelId"] as? String == fixture.label)
    #expect((report?["labelMatches"] as? [String: Any])?.keys.sorted() == ["Dogs"])
    #expect(try await fixture.items().first?["latestEvaluation"] == nil)
    #expect(try await fixture.freshness(0) == "UNTESTED")

    let saved = try await fixture.rest.send(
      .put, "/v1/labels/\(fixture.label)/draft", #"{"text": \#(text), "labelEvalOptions": {"threshold": 0.25}}"#)
    let draft = try #require((saved.json["draft"] as? [String: Any])?["labelDraftId"] as? String)
    let kept = try await fixture.evaluate(#"\#(named), "labelDraftId": "\#(draft)""#)
    #expect((kept.first?["evaluation"] as? [String: Any])?["labelDraftId"] as? String == draft)
    #expect((kept.first?["report"] as? [String: Any])?["threshold"] as? Double == 0.25)
    // A key has one evaluation of its drafts of each item.
    let listed = try await fixture.rest.get("/v1/label-evaluations?labelDatasetItemId=\(dog)")
    let evaluations = listed.json["evaluations"] as? [[String: Any]] ?? []
    #expect(evaluations.compactMap { $0["labelDraftId"] as? String } == [draft])
    #expect(evaluations.first?["evaluationId"] as? String == evaluation["evaluationId"] as? String)
  }

  /// Without a version or a draft the newest version is meant; the request's options count before the version's.
  @Test func honoursOptions() async throws {
    let rest = try await RESTFixture(scorers: [CountingScorer()])
    let fixture = try await LabelDatasetFixture(
      rest, texts: [#"LABEL "L" { "0.9 of it" }"#, #"LABEL "L" { "0.5 of it" }"#])
    _ = try await fixture.append("a cat")
    func actual(_ extra: String) async throws -> (String?, Double?) {
      let results = try await fixture.evaluate(#""selectAll": true\#(extra)"#)
      let report = results.first?["report"] as? [String: Any]
      return (actuals(results).values.first, report?["threshold"] as? Double)
    }
    #expect(try await actual("") == ("FLAGGED", 0.5))
    #expect(try await actual(#", "threshold": 0.6"#) == ("NOT_FLAGGED", 0.6))
    #expect(try await actual(#", "labelEvalOptions": {"threshold": 0.7}"#) == ("NOT_FLAGGED", 0.7))
    #expect(try await actual(#", "labelEvalOptions": {"threshold": 0.7}, "threshold": 0.4"#) == ("FLAGGED", 0.4))
    let first = #", "labelVersionId": "\#(fixture.versions[0])", "threshold": 0.8"#
    #expect(try await actual(first) == ("FLAGGED", 0.8))
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var body: String
    var says: String
    var testDescription: String { says }
  }

  static let refusals = [
    Refusal(body: "", says: "400 labelDatasetItemIds: are required, or `selectAll`"),
    Refusal(body: #""labelDatasetItemIds": ["x"]"#, says: "400 labelDatasetItemIds: must be a UUID"),
    Refusal(body: #""selectAll": true, "threshold": 2"#, says: "400 threshold: must be"),
    Refusal(body: #""selectAll": true, "labelEvalOptions": {"stack": "x"}"#, says: "400 labelEvalOptions.stack: must"),
    Refusal(
      body: #""selectAll": true, "globalContext": "\#(String(repeating: "c", count: 16_385))""#,
      says: "400 globalContext: must be at most"),
    Refusal(body: #""selectAll": true, "labelVersionId": "x""#, says: "400 labelVersionId: must be a UUID"),
    Refusal(
      body: #""selectAll": true, "labelVersionId": "00000000-0000-0000-0000-000000000001""#,
      says: "404 no label version has the id"),
    Refusal(
      body: #""selectAll": true, "labelDraftId": "00000000-0000-0000-0000-000000000001""#,
      says: "404 you have no draft of the label"),
    Refusal(
      body: #""selectAll": true, "draftText": "LABEL \"a\" {\n  \"b\" AND\n}""#, says: "400 draftText: line 3, column"),
    Refusal(
      body: #""selectAll": true, "draftText": "LABEL \"a\" { \"b\" } LABEL \"c\" { \"d\" }""#,
      says: "400 draftText: line 1, column 19: this is a second label"),
    Refusal(body: #""selectAll": true, "listFilters": {"filterByStale": 9}"#, says: "400 listFilters.filterByStale"),
  ]

  /// What cannot be evaluated is refused with a status, before anything is.
  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) async throws {
    let fixture = try await LabelDatasetFixture()
    _ = try await fixture.append("a cat")
    let answer = try await fixture.rest.send(.post, "\(fixture.path)/evaluate", "{\(refusal.body)}")
    #expect(answer.refusal.hasPrefix(refusal.says), "\(answer.body)")
  }

  /// A disabled label is not evaluated, nor one without a version, nor by another label's version.
  @Test func refusesLabelsThatAreNotReady() async throws {
    let fixture = try await LabelDatasetFixture()
    let made = try await fixture.rest.send(.post, "/v1/labels", #"{"name": "bare"}"#)
    let bare = (made.json["label"] as? [String: Any])?["labelId"] as? String ?? ""
    let empty = try await fixture.rest.send(.post, "/v1/labels/\(bare)/dataset/evaluate", #"{"selectAll": true}"#)
    #expect(empty.refusal == "400 the label `bare` has no version")
    let strange = try await fixture.rest.send(
      .post, "/v1/labels/\(bare)/dataset/evaluate",
      #"{"selectAll": true, "labelVersionId": "\#(fixture.versions[0])"}"#)
    #expect(strange.refusal == "404 the label has no version with the id \(fixture.versions[0])")
    _ = try await fixture.rest.send(.patch, "/v1/labels/\(fixture.label)", #"{"disabled": true}"#)
    let disabled = try await fixture.rest.send(.post, "\(fixture.path)/evaluate", #"{"selectAll": true}"#)
    #expect(disabled.refusal == "400 the label `cats` is disabled")
  }

  /// Every item that is evaluated counts against the rate of the key.
  @Test func itemsCount() async throws {
    let time = SetTime()
    let limiter = RateLimiter(key: RateLimit(perSecond: 1, burst: 500), account: nil, now: { time.now })
    let rest = try await RESTFixture(engine: TestEngine(limiter: limiter))
    let fixture = try await LabelDatasetFixture(rest)
    let items = (0..<150).map { #"{"contentData": {"text": "text \#($0)"}}"# }.joined(separator: ",")
    func left() async throws -> Int {
      let answer = try await rest.get("/v1/labels/\(fixture.label)")
      let limit = HTTPField.Name("RateLimit").flatMap { answer.headers[$0] } ?? ""
      return limit.split(separator: ";").compactMap { $0.hasPrefix("r=") ? Int($0.dropFirst(2)) : nil }.first ?? -1
    }
    let start = try await left()
    _ = try await rest.send(.post, "\(fixture.path)/items/batch", #"{"items": [\#(items)]}"#)
    let added = try await left()
    _ = try await fixture.evaluate(#""selectAll": true"#)
    let evaluated = try await left()
    // Each look at what is left costs one too.
    #expect(start - added == 151 && added - evaluated == 151)
  }

  /// An image is kept itself, and judged by its writing beside the texts.
  @Test func evaluatesImages() async throws {
    let engine = try await TestEngine(
      sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader("my cat"))
    let fixture = try await LabelDatasetFixture(RESTFixture(engine: engine))
    let text = try await fixture.append("a dog", "NOT_FLAGGED")
    let image = TestImages.png.base64EncodedString()
    let answer = try await fixture.rest.send(
      .post, "\(fixture.path)/items", #"{"contentData": {"image": "\#(image)"}, "expectedResult": 1}"#)
    let item = (answer.json["item"] as? [String: Any])?["labelDatasetItemId"] as? String ?? answer.body
    let results = try await fixture.evaluate(#""selectAll": true"#)
    #expect(actuals(results) == [text: "NOT_FLAGGED", item: "FLAGGED"])
    let got = try await fixture.rest.send(
      .post, "/v1/label-dataset-items/get", #"{"labelDatasetItemIds": ["\#(item)"], "includeContentData": true}"#)
    let content = (got.json["items"] as? [[String: Any]])?.first?["contentData"] as? [String: Any]
    #expect(content?["image"] as? String == image && content?["contentType"] as? String == "image")
  }

  /// An image that came onto a list of known ones since it was added is refused, by itself.
  @Test func refusesWhatHasBecomeKnown() async throws {
    let folder = try TemporaryFolder()
    let first = try await TestEngine(folder: folder)
    let fixture = try await LabelDatasetFixture(RESTFixture(engine: first))
    let text = try await fixture.append("a cat")
    let image = TestImages.png.base64EncodedString()
    _ = try await fixture.rest.send(.post, "\(fixture.path)/items", #"{"contentData": {"image": "\#(image)"}}"#)
    try await first.store.close()

    let file = folder.url.appending(path: "list.txt")
    try Data("sha256::a1abfd410973b0111c215baa879b9edcd739e601659ba44168269767cc2e9108\n".utf8).write(to: file)
    let second = try await TestEngine(known: [KnownImageList.load(file, name: "list")], folder: folder)
    let request = Clavata_Gateway_V1_EvaluateItemsRequest.with {
      $0.labelID = fixture.label
      $0.selectAll = true
    }
    var answers: [Clavata_Gateway_V1_EvaluateItemsResponse] = []
    try await second.engine.labelItemEvaluation.evaluate(request, caller: second.caller) { answers += $0 }
    #expect(answers.flatMap(\.errors).map { $0.contains("contentData[0]") } == [true], "\(answers)")
    #expect(answers.filter(\.hasEvaluation).map(\.evaluation.labelDatasetItemID) == [text] && answers.count == 2)
  }

  /// An account has so many drafts in work and no more: the next is told to try again, and versions are evaluated.
  @Test func draftsInWorkAreBounded() async throws {
    let gate = GateScorer()
    let fixture = try await LabelDatasetFixture(
      RESTFixture(scorers: [gate]), texts: [#"LABEL "L" { =("yes") }"#])
    _ = try await fixture.append("wait yes")
    let body = #"{"selectAll": true, "draftText": "LABEL \"L\" { \"yes\" }"}"#
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<WorkGate.accountLimit {
        group.addTask { try await fixture.rest.send(.post, "\(fixture.path)/evaluate", body).status }
      }
      while gate.begun < WorkGate.accountLimit { try await Task.sleep(for: .milliseconds(2)) }
      let refused = try await fixture.rest.send(.post, "\(fixture.path)/evaluate", body)
      #expect(refused.refusal == "429 too many drafts are being tested; try again")
      #expect(try await actuals(fixture.evaluate(#""selectAll": true"#)).values.map(\.self) == ["FLAGGED"])
      gate.open()
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == Array(repeating: 200, count: WorkGate.accountLimit))
  }

  /// So are versions on datasets: each holds contents, however little its request says.
  @Test func runsInWorkAreBounded() async throws {
    let gate = GateScorer()
    let fixture = try await LabelDatasetFixture(RESTFixture(scorers: [gate]), texts: [#"LABEL "L" { "yes" }"#])
    var bodies: [String] = []
    for index in 0..<WorkGate.accountLimit {
      bodies.append(#"{"labelDatasetItemIds": ["\#(try await fixture.append("wait yes \(index)"))"]}"#)
    }
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for body in bodies {
        group.addTask { try await fixture.rest.send(.post, "\(fixture.path)/evaluate", body).status }
      }
      while gate.begun < WorkGate.accountLimit { try await Task.sleep(for: .milliseconds(2)) }
      let refused = try await fixture.rest.send(.post, "\(fixture.path)/evaluate", bodies[0])
      #expect(refused.refusal == "429 too many datasets are being evaluated; try again")
      gate.open()
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == Array(repeating: 200, count: WorkGate.accountLimit))
  }

  /// Over gRPC answers come while items are still being scored, and a caller that leaves ends the work; what was
  /// answered is kept.
  @Test func leavingEndsTheWork() async throws {
    let gate = GateScorer()
    let rest = try await RESTFixture(scorers: [gate])
    let fixture = try await LabelDatasetFixture(rest, texts: [#"LABEL "L" { "yes" }"#])
    _ = try await fixture.append("wait yes")
    let free = try await fixture.append("yes")
    try await LiveServer.run(rest.engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_LabelDatasetsService.Client(wrapping: connection)
        let request = Clavata_Gateway_V1_EvaluateItemsRequest.with {
          $0.labelID = fixture.label
          $0.selectAll = true
        }
        let metadata: Metadata = ["authorization": "Bearer \(rest.engine.writer)"]
        let first = try await client.evaluateItems(request, metadata: metadata) { response in
          for try await message in response.messages { return message.evaluation.labelDatasetItemID }
          return ""
        }
        // The other one was never let go on.
        #expect(first == free)
      }
    }
    let evaluated = try await fixture.items("filters.filterByEvaluated=1")
    #expect(evaluated.compactMap { $0["labelDatasetItemId"] as? String } == [free])
    gate.open()
  }
}

internal import Foundation
internal import GRPCCore
internal import GatewayProtocol
internal import HTTPTypes
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Requests as clients in other languages write them, where that is not how one would.
struct ClientShapeTests {
  private func job(_ fixture: RESTFixture) async throws -> String {
    let answer = try await fixture.send(
      .post, "/v1/jobs", #"{"contentData": [{"text": "a cat"}], "policyId": "\#(fixture.policyID)"}"#)
    return (answer.json["job"] as? [String: Any])?["jobUuid"] as? String ?? ""
  }

  /// A time that is not set is the first of January of year 1 in Go: such bounds are open, in all three ranges, in each
  /// bound, over either transport. So are ranges that are there and empty, as Python sends them.
  @Test func boundsThatAreNone() async throws {
    let fixture = try await RESTFixture()
    let made = try await job(fixture)
    let none = Google_Protobuf_Timestamp.with { $0.seconds = -62_135_596_800 }
    let unset = Clavata_Shared_V1_TimeRange.with {
      $0.start = none
      $0.end = none
    }
    try await LiveServer.run(fixture.engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
        let metadata: Metadata = ["authorization": "Bearer \(fixture.engine.evaluator)"]
        for range in [unset, Clavata_Shared_V1_TimeRange()] {
          let request = Clavata_Gateway_V1_ListJobsRequest.with {
            $0.query.createdTimeRange = range
            $0.query.updatedTimeRange = range
            $0.query.completedTimeRange = range
          }
          let answer = try await client.listJobs(request, metadata: metadata)
          #expect(answer.jobs.map(\.jobUuid) == [made])
        }
      }
    }
    let query = ["created", "updated", "completed"].flatMap { name in
      ["start", "end"].map { "query.\(name)TimeRange.\($0)=0001-01-01T00:00:00Z" }
    }
    let answer = try await fixture.get("/v1/jobs?" + query.joined(separator: "&"))
    #expect((answer.json["jobs"] as? [[String: Any]])?.map { $0["jobUuid"] as? String } == [made])
  }

  /// JavaScript names a content's type beside the content, and parses the whole of an answer with one result as one JSON
  /// document.
  @Test func contentWithItsType() async throws {
    let fixture = try await RESTFixture()
    let body = """
      {"contentData": [{"text": "a cat", "contentType": "text", "metadata": {"id": "7"}}],
       "policyId": "\(fixture.policyID)", "threshold": 0.5, "expedited": false}
      """
    let stream = try await fixture.send(.post, "/v1/jobs/stream", body)
    // The body whole, not its lines.
    let result = stream.json["result"] as? [String: Any]
    let report = result?["policyEvaluationReport"] as? [String: Any]
    #expect(stream.status == 200 && report?["result"] as? String == "OUTCOME_TRUE", "\(stream.body)")
    #expect((report?["contentMetadata"] as? [String: Any])?["id"] as? String == "7")
    #expect(try await fixture.send(.post, "/v1/jobs", body).status == 200)
  }

  /// The rail of NeMo Guardrails writes names as the `.proto` files do, and asks to wait for the answer; it reads these
  /// fields and fails where one is missing, though it be empty.
  @Test func namesWithUnderscores() async throws {
    let fixture = try await RESTFixture()
    let body =
      #"{"content_data":[{"text":"rain"}],"policy_id":"\#(fixture.policyID)","wait_for_completion":true}"#
    let answer = try await LiveServer.run(fixture.engine) { _ in try await fixture.send(.post, "/v1/jobs", body) }
    let job = answer.json["job"] as? [String: Any]
    let results = job?["results"] as? [[String: Any]]
    let report = results?.first?["report"] as? [String: Any]
    #expect(job?["status"] as? String == "JOB_STATUS_COMPLETED" && results?.count == 1, "\(answer.body)")
    #expect(report?["result"] as? String == "OUTCOME_TRUE")
    let sections = report?["sectionEvaluationReports"] as? [[String: Any]] ?? []
    let read = sections.map { section in ["name", "message", "result"].map { section[$0] as? String } }
    #expect(read == [["Animals", "an animal", "OUTCOME_FALSE"], ["Weather", "", "OUTCOME_TRUE"]], "\(answer.body)")
  }
}

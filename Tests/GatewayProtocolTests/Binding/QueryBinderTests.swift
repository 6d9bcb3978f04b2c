import Foundation
import GatewayProtocol
import SwiftProtobuf
import Testing

@Suite struct QueryBinderTests {
  /// Parameters set the fields that they name, through dots, in either spelling.
  @Test(arguments: [
    ("pageSize=20&page_token=abc%3D", #"{"pageSize":20,"pageToken":"abc="}"#),
    (
      "query.createdTimeRange.start=2026-01-01T00:00:00Z&query.created_time_range.inclusive=true",
      #"{"query":{"createdTimeRange":{"start":"2026-01-01T00:00:00Z","inclusive":true}}}"#
    ),
    ("query.status=JOB_STATUS_FAILED&query.policyId=p", #"{"query":{"status":"JOB_STATUS_FAILED","policyId":"p"}}"#),
    ("query.status=4", #"{"query":{"status":4}}"#),
    ("query.policyId=", #"{"query":{"policyId":""}}"#),
    (
      "query.createdTimeRange.inclusive=T&pageSize=-1",
      #"{"query":{"createdTimeRange":{"inclusive":true}},"pageSize":-1}"#
    ),
    ("unknown=1&query.unknown=2&query.createdTimeRange.start.seconds=3&.=4&pageSize.=5&=6", "{}"),
    ("", "{}"),
  ])
  func parametersSetFields(query: String, json: String) throws {
    var request = Clavata_Gateway_V1_ListJobsRequest()
    try QueryBinder.bind(query: parameters(query), to: &request)
    #expect(try request == .init(jsonString: json))
  }

  /// A parameter that is given again adds to a list.
  @Test func listsTakeEveryValue() throws {
    var request = Clavata_Gateway_V1_GetBatchJobsRequest()
    try QueryBinder.bind(
      query: parameters("batchJobIds=b&batch_job_ids=a&states=BATCH_JOB_STATE_QUEUED&states=9"), to: &request)
    #expect(request.batchJobIds == ["b", "a"])
    #expect(request.states == [.queued, .completed])
  }

  /// The path goes before the query, and neither touches what the body has set.
  @Test func pathGoesBeforeQueryAndBody() throws {
    var request = Clavata_Gateway_V1_CreateBatchJobRequest.with {
      $0.name = "kept"
      $0.policyID = "body"
    }
    try QueryBinder.bind(
      path: [("policy_id", "path")], query: [("policyId", "query"), ("webhookUrl", "w")], to: &request)
    #expect(
      request
        == .with {
          $0.name = "kept"
          $0.policyID = "path"
          $0.webhookURL = "w"
        })
  }

  /// A parameter that does not fit its field is an error that names it.
  @Test(arguments: [
    ("pageSize=ten", "`pageSize`: expected a whole number of 32 bits"),
    ("pageSize=99999999999", "`pageSize`: expected a whole number of 32 bits"),
    ("pageSize=", "`pageSize`: expected a whole number of 32 bits"),
    ("pageSize=1&page_size=2", "`page_size`: given more than once"),
    ("query=1", "`query`: cannot be set by a parameter"),
    ("query.status=SOON", "`query.status`: unknown value `SOON`"),
    ("query.createdTimeRange.inclusive=yes", "`query.createdTimeRange.inclusive`: expected true or false"),
    (
      "query.createdTimeRange.start=today",
      "`query.createdTimeRange.start`: expected a time such as \"2026-01-31T12:00:00Z\""
    ),
    (String(repeating: "a=b&", count: 100) + "pageSize=1", "more than 100 parameters"),
  ])
  func mistakesAreNamed(query: String, message: String) {
    var request = Clavata_Gateway_V1_ListJobsRequest()
    let error = #expect(throws: WireFormatError.self) {
      try QueryBinder.bind(query: parameters(query), to: &request)
    }
    #expect(error?.message == message)
    #expect(request == .init())
  }

  /// Maps are not reached by parameters, and alternatives exclude each other there as in a body.
  @Test func mapsAndAlternatives() {
    var options = Clavata_Gateway_V1_EvaluateRequest.Options()
    #expect(throws: WireFormatError.self) { try QueryBinder.bind(query: [("options", "x")], to: &options) }
    var content = Clavata_Shared_V1_ContentData()
    let error = #expect(throws: WireFormatError.self) {
      try QueryBinder.bind(query: [("text", "a"), ("imageUrl", "b")], to: &content)
    }
    #expect(error?.code == .conflict)
  }

  private func parameters(_ query: String) -> [QueryBinder.Parameter] {
    query.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return (parts[0], parts[1].removingPercentEncoding ?? parts[1])
    }
  }
}

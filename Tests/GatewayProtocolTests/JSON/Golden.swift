import Foundation
import GatewayProtocol
import SwiftProtobuf
import Testing

/// A message and the JSON that it must become, byte for byte.
struct Golden: CustomTestStringConvertible {
  let name: String
  let message: any Message
  let json: String

  var testDescription: String { name }

  static let all: [Golden] = [
    Golden(
      name: "scalars",
      message: Clavata_Shared_V1_PolicyEvaluationReport.FeatureReport.with {
        $0.featureID = -9_007_199_254_740_993
        $0.expression = "a\"b\\c\u{8}\t\n\u{c}\r\u{1}/<é😀\u{2028}"
        $0.score = 0.1
        $0.sourceRanges = [.with { $0.start.line = 3 }]
      },
      json: #"{"featureId":"-9007199254740993","expression":"a\"b\\c\b\t\n\f\r\u0001/<é😀"#
        + "\u{2028}"
        + #"","score":0.1,"sourceRanges":[{"start":{"line":3,"column":0}}]}"#),
    Golden(
      name: "presence",
      message: Clavata_Gateway_V1_CreateJobRequest.with {
        $0.threshold = 0
        $0.expedited = false
        $0.webhook = .init()
      },
      json: """
        {"contentData":[],"policyId":"","waitForCompletion":false,"threshold":0,"expedited":false,\
        "webhook":{"url":"","extraHeaders":{}}}
        """),
    Golden(
      name: "oneof and bytes",
      message: Clavata_Shared_V1_ContentData.with { $0.image = Data([0xFB, 0xFF, 0xFE, 0x00]) },
      json: #"{"contentHash":"","image":"+//+AA==","labels":[],"contentType":"","metadata":{}}"#),
    Golden(
      name: "oneof set to its default",
      message: Clavata_Shared_V1_ContentData.with { $0.text = "" },
      json: #"{"contentHash":"","text":"","labels":[],"contentType":"","metadata":{}}"#),
    Golden(
      name: "maps in the order of their keys",
      message: Clavata_Shared_V1_PolicyEvaluationReport.Internals.with {
        $0.featureReports = ["b": .with { $0.score = 1 }, "a": .init()]
      },
      json: """
        {"featureReports":{"a":{"featureId":"0","expression":"","score":0,"sourceRanges":[]},\
        "b":{"featureId":"0","expression":"","score":1,"sourceRanges":[]}},"sectionInternals":[]}
        """),
    Golden(
      name: "enums, lists and a number without a name",
      message: Clavata_Gateway_V1_GetBatchJobsRequest.with {
        $0.batchJobIds = ["x", "y"]
        $0.states = [.queued, .UNRECOGNIZED(77)]
      },
      json: #"{"batchJobIds":["x","y"],"states":["BATCH_JOB_STATE_QUEUED",77]}"#),
    Golden(
      name: "times",
      message: Clavata_Shared_V1_TimeRange.with {
        $0.start = .with { $0.seconds = 1_767_225_600 }
        $0.end = .with { $0.nanos = 250_000_000 }
      },
      json: #"{"start":"2026-01-01T00:00:00Z","end":"1970-01-01T00:00:00.250Z","inclusive":false}"#),
    Golden(
      name: "numbers that are not finite, or need their sign or exponent",
      message: Clavata_Gateway_V1_EvaluateResponse.with {
        $0.policyEvaluationReport.threshold = .nan
        $0.policyEvaluationReport.tokenUsage = .with { $0.multiplier = 1.1 }
        $0.policyEvaluationReport.reviewResult = .with { $0.score = -0.0 }
        $0.policyEvaluationReport.labelMatches = ["a": .infinity, "b": -.infinity, "c": 1e-7, "d": 2]
      },
      json: """
        {"jobUuid":"","contentHash":"","policyEvaluationReport":{"policyId":"","policyKey":"","policyVersionId":"",\
        "name":"","result":"OUTCOME_UNSPECIFIED","sectionEvaluationReports":[],"contentHash":"","contentMetadata":{},\
        "reviewResult":{"outcome":"OUTCOME_UNSPECIFIED","score":-0.0},"threshold":"NaN","featureReports":{},\
        "labelMatches":{"a":"Infinity","b":"-Infinity","c":1e-07,"d":2},\
        "tokenUsage":{"inputTokens":0,"billedTokens":0,"multiplier":1.1},"labelId":"","labelVersionId":""}}
        """),
    Golden(
      name: "details of an error",
      message: Google_Rpc_Status.with {
        $0.code = 1
        $0.message = "refused"
        $0.details = packed([
          Clavata_Gateway_V1_PrecheckFailure.with {
            $0.type = .ncmec
            $0.details = .init(stringValue: "sha256::00")
          },
          Google_Rpc_RetryInfo.with { $0.retryDelay.seconds = 3 },
          Google_Rpc_BadRequest(),
          Google_Protobuf_Duration.with { $0.seconds = 1 },
          Google_Protobuf_Struct(fields: ["k": true]),
        ])
      },
      json: """
        {"code":1,"message":"refused","details":[\
        {"@type":"type.googleapis.com/clavata.gateway.v1.PrecheckFailure","type":"PRECHECK_FAILURE_TYPE_NCMEC",\
        "message":"","details":"sha256::00"},\
        {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"3s"},\
        {"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[]},\
        {"@type":"type.googleapis.com/google.protobuf.Duration","value":"1s"},\
        {"@type":"type.googleapis.com/google.protobuf.Struct","value":{"k":true}}]}
        """),
    Golden(
      name: "a detail of an unknown type",
      message: Google_Rpc_Status.with {
        $0.details = [
          .with {
            $0.typeURL = "type.googleapis.com/x.Y"
            $0.value = Data([1, 2])
          }, .init(),
        ]
      },
      json: #"{"code":0,"message":"","details":[{"@type":"type.googleapis.com/x.Y","value":"AQI="},{}]}"#),
  ]

  private static func packed(_ messages: [any Message]) -> [Google_Protobuf_Any] {
    messages.compactMap { try? Google_Protobuf_Any(message: $0) }
  }
}

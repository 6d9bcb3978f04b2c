import GatewayProtocol
import SwiftProtobuf
import Testing

/// What the `.proto` files tell of, beside the descriptors.
@Suite struct DescribedTypesTests {
  private let types = DescribedTypes()

  /// Comments are there: of a service, a method, messages at the top and nested, fields, enums and their values.
  @Test func commentsAreKept() throws {
    let method = try #require(types.methods["clavata.gateway.v1.GatewayService/ListJobs"])
    #expect(method.comment.hasPrefix("Lists jobs, newest first. Jobs that are not complete carry no results."))
    #expect(!method.serviceComment.isEmpty)
    #expect(method.request == "clavata.gateway.v1.ListJobsRequest")
    let report = try #require(types.messages["clavata.shared.v1.PolicyEvaluationReport.TokenUsage"])
    #expect(report.comment == "What the evaluation is counted as.")
    #expect(
      report.fields.first { $0.name == "billed_tokens" }?.comment == "`input_tokens` times `multiplier`, rounded up.")
    let outcome = try #require(types.enums["clavata.shared.v1.Outcome"])
    #expect(outcome.values.first { $0.name == "OUTCOME_TRUE" }?.comment == "The score reached the threshold.")
    #expect(outcome.values.first { $0.name == "OUTCOME_FALSE" }?.comment == "")
    // Every message of the public packages says what it is.
    let silent = types.messages.values.filter {
      $0.name.hasPrefix("clavata.") && !$0.isMapEntry && $0.comment.isEmpty
    }
    #expect(silent.map(\.name) == [])
  }

  /// Presence, repetition, maps and alternatives are the descriptors' own.
  @Test func fieldsAreAsDeclared() throws {
    let content = try #require(types.messages["clavata.shared.v1.ContentData"])
    #expect(content.alternatives.map { $0.map(\.jsonName) } == [["text", "image", "imageUrl", "video", "audioUrl"]])
    let fields = Dictionary(uniqueKeysWithValues: content.fields.map { ($0.name, $0) })
    #expect(fields["text"]?.hasPresence == true && fields["title"]?.hasPresence == true)
    #expect(fields["content_hash"]?.hasPresence == false && fields["labels"]?.isRepeated == true)
    #expect(fields["title"]?.oneof == nil)
    let metadata = try #require(fields["metadata"])
    #expect(types.mapValue(of: metadata)?.kind == .text)
    let labels = try #require(fields["labels"])
    #expect(types.mapValue(of: labels) == nil)
    let report = try #require(types.messages["clavata.shared.v1.PolicyEvaluationReport"])
    #expect(report.fields.first { $0.name == "result" }?.isDeprecated == true)
    #expect(report.fields.first { $0.name == "result" }?.kind == .enumeration("clavata.shared.v1.Outcome"))
  }

  /// Nothing of a place in the source is kept where no comment stands.
  @Test func onlyCommentsAreKept() {
    let locations = WireDescriptors.files.flatMap(\.sourceCodeInfo.location)
    #expect(locations.count > 200)
    #expect(locations.allSatisfy { !$0.leadingComments.isEmpty })
  }
}

internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import SwiftProtobuf
internal import Testing

@testable import GatewayServer

/// Reflection, question by question.
struct ReflectionAnswersTests {
  private let answers = ReflectionAnswers(services: ["a.A", "b.B"])

  private func answer(
    _ request: Grpc_Reflection_V1_ServerReflectionRequest.OneOf_MessageRequest?
  ) throws -> Grpc_Reflection_V1_ServerReflectionResponse {
    try answers.answer(
      .with {
        $0.host = "h"
        $0.messageRequest = request
      })
  }

  /// Every symbol of every kind leads to the file that declares it, first, then to all that it needs.
  @Test(arguments: [
    ("clavata.gateway.v1.GatewayService", "clavata/gateway/v1/gateway.proto"),
    ("clavata.gateway.v1.GatewayService.Evaluate", "clavata/gateway/v1/gateway.proto"),
    ("clavata.gateway.v1.EvaluateRequest.Options", "clavata/gateway/v1/gateway.proto"),
    ("clavata.gateway.v1.EvaluateRequest.policy_id", "clavata/gateway/v1/gateway.proto"),
    ("clavata.shared.v1.Outcome", "clavata/shared/v1/public.proto"),
    ("clavata.shared.v1.OUTCOME_TRUE", "clavata/shared/v1/public.proto"),
    ("clavata.shared.v1.ContentData.content", "clavata/shared/v1/public.proto"),
    ("google.protobuf.Timestamp", "google/protobuf/timestamp.proto"),
    ("grpc.reflection.v1alpha.ServerReflection", "grpc/reflection/v1alpha/reflection.proto"),
  ])
  func symbolsLeadToTheirFiles(_ symbol: String, _ name: String) throws {
    let response = try answer(.fileContainingSymbol(symbol))
    let files = try response.fileDescriptorResponse.fileDescriptorProto.map {
      try Google_Protobuf_FileDescriptorProto(serializedBytes: $0)
    }
    #expect(files.first?.name == name)
    let names = files.map(\.name)
    #expect(Set(names).count == names.count)
    for file in files { #expect(Set(file.dependency).isSubset(of: names)) }
    #expect(response.validHost == "h" && response.originalRequest.fileContainingSymbol == symbol)
    #expect(try answer(.fileByFilename(name)).fileDescriptorResponse == response.fileDescriptorResponse)
  }

  /// The bytes are the embedded ones.
  @Test func filesAreAsTheyWereWritten() throws {
    #expect(WireDescriptors.serializedFiles.count == WireDescriptors.files.count)
    for (file, bytes) in zip(WireDescriptors.files, WireDescriptors.serializedFiles)
    where !file.name.hasPrefix("gavel/storage/") {
      #expect(try answer(.fileByFilename(file.name)).fileDescriptorResponse.fileDescriptorProto.first == bytes)
      #expect(try Google_Protobuf_FileDescriptorProto(serializedBytes: bytes) == file)
    }
  }

  /// What is not there has an answer: an error of its own, and the stream goes on.
  @Test(
    arguments: [
      (.fileByFilename("no.proto"), 5), (.fileByFilename(""), 5),
      (.fileByFilename("gavel/storage/v1/results.proto"), 5),
      (.fileContainingSymbol("clavata.gateway.v1"), 5), (.fileContainingSymbol("gavel.storage.v1.JobResults"), 5),
      (.fileContainingExtension(.init()), 5), (.allExtensionNumbersOfType("no.Message"), 5), (nil, 3),
    ] as [(Grpc_Reflection_V1_ServerReflectionRequest.OneOf_MessageRequest?, Int32)])
  func whatIsNotThereIsAnError(
    _ request: Grpc_Reflection_V1_ServerReflectionRequest.OneOf_MessageRequest?, _ code: Int32
  ) throws {
    let response = try answer(request)
    #expect(response.errorResponse.errorCode == code && !response.errorResponse.errorMessage.isEmpty)
    #expect(response.originalRequest.messageRequest == request)
  }

  /// A message that is there has no extensions, and services are listed in order.
  @Test func listsAreWhole() throws {
    let numbers = try answer(.allExtensionNumbersOfType("clavata.shared.v1.Job")).allExtensionNumbersResponse
    #expect(numbers.baseTypeName == "clavata.shared.v1.Job" && numbers.extensionNumber.isEmpty)
    #expect(try answer(.listServices("")).listServicesResponse.service.map(\.name) == ["a.A", "b.B"])
  }

  /// A name over the limit ends the call, so that nobody has it said back.
  @Test func longNamesAreRefused() {
    let name = String(repeating: "a", count: ReflectionAnswers.nameBytes + 1)
    #expect(throws: GatewayError.self) { try answer(.fileContainingSymbol(name)) }
    #expect(throws: GatewayError.self) { try answer(.fileContainingExtension(.with { $0.containingType = name })) }
  }
}

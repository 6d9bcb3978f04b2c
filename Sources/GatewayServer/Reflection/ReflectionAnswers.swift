internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import SwiftProtobuf

/// What reflection answers, question by question.
struct ReflectionAnswers: Sendable {
  /// Bytes of a name that is asked for, at most: what is asked is said again in the answer.
  static let nameBytes = 512

  typealias Question = Grpc_Reflection_V1_ServerReflectionRequest
  typealias Answer = Grpc_Reflection_V1_ServerReflectionResponse

  /// Full names, in their order.
  let services: [String]

  /// A question about what is not there has an answer too: an `errorResponse`.
  ///
  /// - Throws: `GatewayError` INVALID_ARGUMENT for a name over the limit.
  func answer(_ question: Question) throws(GatewayError) -> Answer {
    guard Self.texts(of: question).allSatisfy({ $0.utf8.count <= Self.nameBytes }) else {
      throw GatewayError(.invalidArgument, "a name is over the limit of \(Self.nameBytes) bytes")
    }
    return .with {
      $0.validHost = question.host
      $0.originalRequest = question
      $0.messageResponse = response(to: question)
    }
  }

  private func response(to question: Question) -> Answer.OneOf_MessageResponse {
    switch question.messageRequest {
    case .listServices:
      return .listServicesResponse(.with { $0.service = services.map { name in .with { $0.name = name } } })
    case .fileByFilename(let name):
      guard let files = DescriptorIndex.shared.files(named: name) else { return Self.notFound("no such file") }
      return .fileDescriptorResponse(.with { $0.fileDescriptorProto = files })
    case .fileContainingSymbol(let symbol):
      guard let files = DescriptorIndex.shared.files(declaring: symbol) else { return Self.notFound("no such symbol") }
      return .fileDescriptorResponse(.with { $0.fileDescriptorProto = files })
    case .fileContainingExtension:
      return Self.notFound("no message has extensions")
    case .allExtensionNumbersOfType(let name):
      guard DescriptorIndex.shared.hasMessage(named: name) else { return Self.notFound("no such message") }
      return .allExtensionNumbersResponse(.with { $0.baseTypeName = name })
    case nil:
      return Self.error(.invalidArgument, "the request asks for nothing that is known here")
    }
  }

  private static func texts(of question: Question) -> [String] {
    let asked =
      switch question.messageRequest {
      case .listServices(let text), .fileByFilename(let text), .fileContainingSymbol(let text),
        .allExtensionNumbersOfType(let text):
        text
      case .fileContainingExtension(let wanted): wanted.containingType
      case nil: ""
      }
    return [question.host, asked]
  }

  private static func notFound(_ message: String) -> Answer.OneOf_MessageResponse {
    error(.notFound, message)
  }

  private static func error(_ code: Status.Code, _ message: String) -> Answer.OneOf_MessageResponse {
    .errorResponse(
      .with {
        $0.errorCode = Int32(code.rawValue)
        $0.errorMessage = message
      })
  }
}

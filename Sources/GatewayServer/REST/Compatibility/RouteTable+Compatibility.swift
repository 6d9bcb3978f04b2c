internal import Foundation
internal import Gateway
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import NIOFoundationCompat

extension RouteTable {
  /// Paths of other moderation APIs, for clients whose base URL alone is to change.
  static func compatibilityRoutes(_ services: ServiceSet) -> [Route] {
    [
      .compatible(
        "/v1/moderations", "gavel.Moderations/Create",
        summary: "Texts and images put to the policy that `--moderations-policy` names, in the shape of OpenAI's.",
        check: { try services.moderations.checkIsOn() },
        call: { try await services.moderations.create($0, caller: $1) }),
      .compatible(
        "/v1alpha1/comments:analyze", "gavel.Comments/Analyze", keyParameter: "key",
        summary: "A comment put to the policy that `--comments-policy` names, in the shape of the Perspective API.",
        check: { try services.comments.checkIsOn() },
        call: { try await services.comments.analyze($0, caller: $1) }),
      Route(
        verb: .post, path: "/v1alpha1/comments:suggestscore", method: "gavel.Comments/SuggestScore", body: .query,
        keyParameter: "key", call: .unary { _, _ in try services.comments.suggestScore() },
        isServed: false),
    ]
  }
}

extension Route {
  /// - Parameters:
  ///   - keyParameter: of the query, where clients put their key.
  ///   - check: whether it is served at all, before a body is read.
  fileprivate static func compatible<Request: Decodable & SendableMetatype, Response: Encodable & SendableMetatype>(
    _ path: String, _ method: String, keyParameter: String? = nil, summary: String,
    check: @escaping @Sendable () throws -> Void,
    call: @escaping @Sendable (Request, Caller) async throws -> Response
  ) -> Route {
    Route(
      verb: .post, path: path, method: method, body: .message, keyParameter: keyParameter,
      call: .unary { parts, caller in
        try check()
        let request: Request = try BoundedJSON.decode(from: try await parts.data())
        return try CompatibilityJSON.encode(try await call(request, caller))
      }, summary: summary)
  }
}

extension RequestParts {
  /// The whole body.
  ///
  /// - Throws: where it is over the limit.
  fileprivate func data() async throws -> Data {
    guard let body else { return Data() }
    return Data(buffer: try await body.collect(upTo: RESTLimits.bodyBytes), byteTransferStrategy: .noCopy)
  }
}

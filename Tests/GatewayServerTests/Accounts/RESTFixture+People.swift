internal import Foundation
internal import GatewayServer
internal import HTTPTypes
internal import TestSupport
internal import Testing

extension RESTFixture {
  struct Person: Sendable {
    var id: String
    var key: String
  }

  static func code(_ answer: Answer) -> String {
    HTTPField.Name(InviteCodeHeader.name).flatMap { answer.headers[$0] } ?? ""
  }

  /// - Parameters:
  ///   - role: as the wire has it.
  ///   - key: of the administrator who invites; nil is the fixture's.
  func invite(
    _ email: String, _ role: String = "API_USER", key: String? = nil
  ) async throws -> (id: Int, code: String) {
    let body = Array(#"{"email": "\#(email)", "role": "\#(role)", "firstName": "Ada"}"#.utf8)
    let answer = try await send(.post, "/v1/invites", body: body, key: key ?? engine.admin)
    #expect(answer.status == 200, "\(answer.body)")
    return (answer.json["inviteId"] as? Int ?? 0, Self.code(answer))
  }

  func accept(_ code: String, _ extra: String = "") async throws -> Answer {
    try await send(
      .post, "/v1/invites/accept", body: Array(#"{"code": "\#(code)"\#(extra)}"#.utf8), key: nil)
  }

  /// Somebody who was invited and came.
  func person(_ email: String, _ role: String = "API_USER", key: String? = nil) async throws -> Person {
    let answer = try await accept(try await invite(email, role, key: key).code)
    #expect(answer.status == 200, "\(answer.body)")
    let user = answer.json["userInfo"] as? [String: Any] ?? [:]
    return Person(id: user["userId"] as? String ?? "", key: user["token"] as? String ?? "")
  }

  /// What a key is answered.
  func status(_ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, key: String) async throws -> Int {
    try await send(method, path, body: body.map { Array($0.utf8) }, key: key).status
  }
}

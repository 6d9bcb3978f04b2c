internal import Foundation
internal import GatewayServer
internal import TestSupport
internal import Testing

/// A call that the unchanged Python SDK makes, and what has to come of it.
struct PythonSDKCall: Sendable {
  /// Its methods that send a request: `ClavataClient`'s, and those of its `beta`.
  static let methods = ["beta.evaluate_labels", "create_job", "evaluate", "evaluate_one", "get_job", "list_jobs"]

  /// One of them, or `pages`: see `sdk/calls.py`.
  var method: String
  /// The request's fields, as JSON.
  var request: String
  /// How long it waits, by the SDK's names, as JSON.
  var timeouts = "{}"
  var key: String?
  /// JSON of which all is in the result; "*" is any text that is not empty.
  var gives: String

  init(_ method: String, _ request: String, timeouts: String = "{}", key: String? = nil, gives: String) {
    self.method = method
    self.request = request
    self.timeouts = timeouts
    self.key = key
    self.gives = gives
  }

  /// It raises the exception in which gRPC tells a status.
  init(_ method: String, _ request: String, timeouts: String = "{}", key: String? = nil, raises status: String) {
    self.init(
      method, request, timeouts: timeouts, key: key, gives: #"{"raised": "AioRpcError", "status": "\#(status)"}"#)
  }

  /// What a run has shown beside the answers.
  struct Coverage: Sendable {
    /// The public methods that the SDK has.
    var offered: [String]
    var uncalled: [String]
  }

  /// Makes calls one after another and checks what they give.
  ///
  /// - Parameters:
  ///   - names: what stands for `{name}` in requests and expectations.
  ///   - certificate: whose, over TLS; nil is without.
  @discardableResult
  static func check(
    _ calls: [PythonSDKCall], port: Int, key: String, names: [String: String] = [:], certificate: URL? = nil
  ) async throws -> Coverage {
    func filled(_ text: String) -> String {
      names.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
    let input = calls.map { call in
      #"{"method": "\#(call.method)", "request": \#(filled(call.request)), "timeouts": \#(call.timeouts),"#
        + #" "key": "\#(call.key ?? key)"}"#
    }
    var python = Program.python
    if let certificate { python.environment = ["GRPC_DEFAULT_SSL_ROOTS_FILE_PATH": certificate.path] }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sdk/calls.py").path
    let result = try await python.run(
      [script, String(port)] + (certificate == nil ? [] : ["--secure"]), input: "[\(input.joined(separator: ","))]")
    try #require(result.status == 0, "\(result.errors)")
    let output = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any] ?? [:]
    let answers = output["answers"] as? [Any] ?? []
    try #require(answers.count == calls.count)
    for (call, answer) in zip(calls, answers) {
      let expected = try JSONSerialization.jsonObject(with: Data(filled(call.gives).utf8))
      #expect(isIn(expected, answer), "\(call.method) \(call.request): \(answer)")
    }
    return Coverage(
      offered: output["offered"] as? [String] ?? [], uncalled: output["uncalled"] as? [String] ?? [])
  }

  private static func isIn(_ expected: Any, _ value: Any) -> Bool {
    switch (expected, value) {
    case (let expected as [String: Any], let value as [String: Any]):
      expected.allSatisfy { key, part in value[key].map { isIn(part, $0) } ?? false }
    case (let expected as [Any], let value as [Any]):
      expected.count == value.count && zip(expected, value).allSatisfy { isIn($0, $1) }
    case ("*" as String, let value as String): !value.isEmpty
    case (let expected as NSObject, let value as NSObject): expected == value
    default: false
    }
  }
}

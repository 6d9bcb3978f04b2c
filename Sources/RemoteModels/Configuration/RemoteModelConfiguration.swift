internal import Foundation

/// Which model is asked, and where: checked when it is made, so that a scorer never meets a setting it cannot use.
package struct RemoteModelConfiguration: Sendable {
  /// As OpenAI's clients take it, `http://127.0.0.1:8000/v1`; without a slash at its end.
  package let baseURL: String
  package let model: String
  package let limits: RemoteLimits
  let apiKey: Secret?

  /// - Parameters:
  ///   - baseURL: what `/chat/completions` is put after.
  ///   - model: as the server names it.
  ///   - apiKey: nil where the server asks for none.
  /// - Throws: with a message that does not repeat what was given: it may hold a secret.
  package init(
    baseURL: String, model: String, apiKey: String? = nil, limits: RemoteLimits = RemoteLimits()
  ) throws(RemoteModelError) {
    try limits.check()
    self.baseURL = try Self.checkedURL(baseURL)
    self.model = try Self.checkedModel(model)
    self.apiKey = try apiKey.map { key throws(RemoteModelError) in Secret(try Self.checkedKey(key)) }
    self.limits = limits
  }

  var chatURL: String { baseURL + Self.chatPath }

  static let modelBytes = 256
  private static let chatPath = "/chat/completions"

  private static func checkedURL(_ text: String) throws(RemoteModelError) -> String {
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    guard isPrintable(text), let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased() else {
      throw misconfigured("the base URL of the remote model is not a URL, such as http://127.0.0.1:8000/v1")
    }
    guard scheme == "http" || scheme == "https" else {
      throw misconfigured("the base URL of the remote model must begin with http:// or https://")
    }
    guard let host = parts.host, !host.isEmpty else {
      throw misconfigured("the base URL of the remote model names no host")
    }
    guard parts.port.map({ (1...65_535).contains($0) }) ?? true else {
      throw misconfigured("the base URL of the remote model names no port that there is")
    }
    guard parts.user == nil, parts.password == nil else {
      throw misconfigured("the base URL of the remote model must hold no user name and no password: use the API key")
    }
    guard parts.query == nil, parts.fragment == nil else {
      throw misconfigured("the base URL of the remote model must end before any `?` or `#`")
    }
    guard !parts.path.hasSuffix(chatPath) else {
      throw misconfigured("the base URL of the remote model must end before `\(chatPath)`")
    }
    return text
  }

  private static func checkedModel(_ name: String) throws(RemoteModelError) -> String {
    guard !name.isEmpty, name.utf8.count <= modelBytes, name.unicodeScalars.allSatisfy({ !$0.properties.isControl })
    else {
      throw misconfigured("the remote model's name must be 1 to \(modelBytes) bytes without control characters")
    }
    return name
  }

  /// A header's value ends at a line break, so a key with one in it would begin a header of its own.
  private static func checkedKey(_ key: String) throws(RemoteModelError) -> String {
    guard isPrintable(key) else {
      throw misconfigured("the remote model's API key is empty, or holds white space or a sign that is not ASCII")
    }
    return key
  }

  /// Not empty, and all of it visible ASCII.
  private static func isPrintable(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private static func misconfigured(_ message: String) -> RemoteModelError {
    RemoteModelError(.misconfigured, message)
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool { generalCategory == .control }
}

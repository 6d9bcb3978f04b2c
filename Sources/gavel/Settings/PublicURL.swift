internal import Foundation

/// Where callers reach a server, as it is configured: `https://gavel.example.com`, or with a path before the API's own.
struct PublicURL {
  /// Without a slash at its end.
  let text: String

  /// - Throws: `SettingError` for what nothing can be appended to.
  init(_ text: String) throws {
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    guard let parts = URLComponents(string: text), ["http", "https"].contains(parts.scheme),
      !(parts.host ?? "").isEmpty, parts.query == nil, parts.fragment == nil, parts.user == nil
    else {
      throw SettingError("the public URL is http:// or https://, a host and at will a path, not `\(text)`")
    }
    self.text = text
  }
}

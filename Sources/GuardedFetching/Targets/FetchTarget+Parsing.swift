extension FetchTarget {
  /// - Throws: `invalidURL`, and `forbiddenAddress` where the host is an address that may not be connected to, is written
  ///   in a notation that readers disagree on, or is a name that is never public.
  package init(_ url: String, _ configuration: FetchConfiguration) throws(FetchError) {
    guard url.utf8.count <= configuration.longestURL else {
      throw .invalidURL("the URL is longer than \(configuration.longestURL) bytes")
    }
    let bytes = Array(url.utf8)
    guard bytes.allSatisfy(Self.isAllowed) else {
      throw .invalidURL("the URL has a character that stands in no URL, or not unencoded")
    }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      let scheme = FetchScheme(rawValue: ASCII.lowercased(bytes[..<colon])), configuration.schemes.contains(scheme)
    else { throw .invalidURL(Self.schemes(configuration)) }
    let rest = bytes[(colon + 1)...]
    guard rest.starts(with: "//".utf8) else { throw .invalidURL("the URL has no host") }
    let afterSlashes = rest.dropFirst(2)
    let end = afterSlashes.firstIndex { "/?#".utf8.contains($0) } ?? afterSlashes.endIndex
    let (host, port) = try Self.hostAndPort(afterSlashes[..<end], scheme, configuration)
    let resource = try Self.resource(afterSlashes[end...])
    self.init(scheme: scheme, host: host, port: port, resource: resource)
  }

  /// Printable ASCII without the few that no URL has. A backslash is a slash to some readers.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    (0x21...0x7e).contains(byte) && !"\"<>\\`".utf8.contains(byte)
  }

  private static func schemes(_ configuration: FetchConfiguration) -> String {
    configuration.schemes.contains(.http) ? "the URL is neither http nor https" : "the URL is not https"
  }

  private static func hostAndPort(
    _ authority: ArraySlice<UInt8>, _ scheme: FetchScheme, _ configuration: FetchConfiguration
  ) throws(FetchError) -> (FetchHost, Int) {
    guard !authority.contains(UInt8(ascii: "@")) else {
      throw .invalidURL("the URL has a user's name or password in it")
    }
    let host: FetchHost
    let portText: ArraySlice<UInt8>
    if authority.first == UInt8(ascii: "[") {
      guard let close = authority.firstIndex(of: UInt8(ascii: "]")) else {
        throw .invalidURL("the URL's host begins with a bracket that is not closed")
      }
      host = try FetchHost(bracketed: authority[(authority.startIndex + 1)..<close])
      portText = authority[(close + 1)...]
    } else {
      let end = authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
      host = try FetchHost(authority[..<end], looksUpPrivateNames: configuration.looksUpPrivateNames)
      portText = authority[end...]
    }
    if case .address(let address) = host, !configuration.addresses.allow(address) { throw .forbiddenAddress }
    return (host, try port(portText, scheme, configuration))
  }

  /// - Parameter text: nothing, or a colon and the number without leading zeros.
  private static func port(
    _ text: ArraySlice<UInt8>, _ scheme: FetchScheme, _ configuration: FetchConfiguration
  ) throws(FetchError) -> Int {
    let digits = text.dropFirst()
    let port: Int
    if text.isEmpty {
      port = scheme.standardPort
    } else {
      guard text.first == UInt8(ascii: ":"), (1...5).contains(digits.count), digits.allSatisfy(ASCII.isDigit),
        digits.first != UInt8(ascii: "0"), let number = Int(String(decoding: digits, as: UTF8.self))
      else { throw .invalidURL("the URL's port is not a number from 1 to 65535") }
      port = number
    }
    guard configuration.ports.contains(port) else {
      throw .invalidURL("the URL's port is not one that is fetched from")
    }
    return port
  }

  /// A path and a query, the fragment cut off.
  ///
  /// - Parameter text: begins with `/`, `?` or `#`, or is empty.
  private static func resource(_ text: ArraySlice<UInt8>) throws(FetchError) -> String {
    let text = text.prefix { $0 != UInt8(ascii: "#") }
    for place in text.indices where text[place] == UInt8(ascii: "%") {
      let digits = text[(place + 1)...].prefix(2)
      guard digits.count == 2, digits.allSatisfy({ ASCII.hexadecimalValue($0) != nil }) else {
        throw .invalidURL("the URL has a percent sign without two hexadecimal digits")
      }
    }
    let resource = String(decoding: text, as: UTF8.self)
    return resource.first == "/" ? resource : "/" + resource
  }
}

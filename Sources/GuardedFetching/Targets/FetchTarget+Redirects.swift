extension FetchTarget {
  /// Where a redirect from here leads: RFC 3986, 5.2, with every part of the result read as strictly as a caller's URL.
  ///
  /// - Parameter reference: the header `Location`.
  /// - Throws: `forbiddenRedirect`.
  func redirected(to reference: String, _ configuration: FetchConfiguration) throws(FetchError) -> FetchTarget {
    guard reference.utf8.count <= configuration.longestURL else { throw .forbiddenRedirect(detail: "it is too long") }
    let target: FetchTarget
    do throws(FetchError) {
      target = try FetchTarget(absolute(reference), configuration)
    } catch {
      throw .forbiddenRedirect(error)
    }
    guard !(scheme == .https && target.scheme == .http) else {
      throw .forbiddenRedirect(detail: "it leads from https to http")
    }
    return target
  }

  private func absolute(_ reference: String) -> String {
    let reference = reference.utf8.prefix { $0 != UInt8(ascii: "#") }
    let text = String(decoding: reference, as: UTF8.self)
    let origin = "\(scheme.rawValue)://\(authority)"
    if Self.hasScheme(reference) { return text }
    if text.hasPrefix("//") { return "\(scheme.rawValue):\(text)" }
    if text.isEmpty { return origin + resource }
    let path = String(decoding: resource.utf8.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
    if text.hasPrefix("?") { return origin + path + text }
    let merged = text.hasPrefix("/") ? text : Self.folder(of: path) + text
    return origin + Self.withoutDotSegments(merged)
  }

  private static func hasScheme(_ reference: some Collection<UInt8>) -> Bool {
    guard let first = reference.first, ASCII.isLetter(first) else { return false }
    return reference.first { !ASCII.isLetter($0) && !ASCII.isDigit($0) && !"+-.".utf8.contains($0) }
      == UInt8(ascii: ":")
  }

  /// A path up to its last slash.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
  }

  /// RFC 3986, 5.2.4, for a path that begins with a slash; the query stays as it is.
  private static func withoutDotSegments(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
    let segments = bytes[..<end].dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    var kept: [String] = []
    for (place, segment) in segments.enumerated() {
      switch segment {
      case ".", "..":
        if segment == "..", !kept.isEmpty { kept.removeLast() }
        // Such a last segment names a folder.
        if place == segments.count - 1 { kept.append("") }
      default: kept.append(segment)
      }
    }
    return "/" + kept.joined(separator: "/") + String(decoding: bytes[end...], as: UTF8.self)
  }
}

extension FetchHost {
  /// Reads a host that is not in brackets.
  ///
  /// The readers of the system take `127.1`, `0x7f.0.0.1`, `0177.0.0.1` and `2130706433` for IPv4 addresses. All such
  /// forms have a last part that begins with a digit, and no public name does: that part is a top-level domain, made of
  /// letters. So what ends that way is an address in the one form that all readers agree on, or it is refused.
  init(_ text: ArraySlice<UInt8>, looksUpPrivateNames: Bool) throws(FetchError) {
    let text = text.last == UInt8(ascii: ".") ? text.dropLast() : text
    guard !text.isEmpty else { throw .invalidURL("the URL has no host") }
    guard text.count <= 253 else { throw .invalidURL("the URL's host is longer than a name can be") }
    let labels = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.allSatisfy(Self.isLabel), let last = labels.last?.first else { throw .forbiddenAddress }
    if ASCII.isDigit(last) {
      guard let address = IPAddress(text) else { throw .forbiddenAddress }
      self = .address(address)
    } else {
      let name = ASCII.lowercased(text)
      guard looksUpPrivateNames || PrivateNames.mayBePublic(name) else { throw .forbiddenAddress }
      self = .name(name)
    }
  }

  /// Reads what stands between brackets: an IPv6 address without a zone.
  init(bracketed text: ArraySlice<UInt8>) throws(FetchError) {
    guard let address = IPAddress(text), case .v6 = address else { throw .forbiddenAddress }
    self = .address(address)
  }

  /// Letters, digits and hyphens (RFC 1123, 2.1), and the underscore that some names have.
  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
      && label.allSatisfy {
        ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }
}

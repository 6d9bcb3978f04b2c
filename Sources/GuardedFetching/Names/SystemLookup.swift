internal import Foundation

/// One call of `getaddrinfo`. It blocks.
enum SystemLookup {
  /// - Returns: each address once, in the system's order; empty where the name is not known.
  static func addresses(of name: String) -> [IPAddress] {
    var first: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(name, nil, nil, &first) == 0 else { return [] }
    defer { if let first { freeaddrinfo(first) } }
    var addresses: [IPAddress] = []
    var seen: Set<IPAddress> = []
    var next = first
    while let entry = next?.pointee {
      // An address that cannot be read stands for one that may not be connected to: the name is refused with it.
      let address = address(of: entry) ?? .v4(0)
      if seen.insert(address).inserted { addresses.append(address) }
      next = entry.ai_next
    }
    return addresses
  }

  private static func address(of entry: addrinfo) -> IPAddress? {
    guard let pointer = UnsafeRawPointer(entry.ai_addr) else { return nil }
    switch (entry.ai_family, Int(entry.ai_addrlen)) {
    case (AF_INET, MemoryLayout<sockaddr_in>.size...):
      var address = pointer.loadUnaligned(as: sockaddr_in.self).sin_addr
      return withUnsafeBytes(of: &address) { IPAddress(bytes: $0) }
    case (AF_INET6, MemoryLayout<sockaddr_in6>.size...):
      var address = pointer.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      return withUnsafeBytes(of: &address) { IPAddress(bytes: $0) }
    default: return nil
    }
  }
}

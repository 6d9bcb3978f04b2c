import Foundation
import Synchronization

@testable import GuardedFetching

/// Takes every notation of an IPv4 address that the system takes, knows every name, and so shows what a guard in front of
/// it lets through.
final class NaiveResolver: Resolver {
  static let somewhere = IPAddress.v4(0x5db8_d822)

  private let addresses: [IPAddress]?
  private let count = Mutex(0)

  init(_ addresses: [String]?) {
    self.addresses = addresses?.compactMap { IPAddress($0) }
  }

  var questions: Int { count.withLock { $0 } }

  func addresses(of name: String) async throws -> [IPAddress] {
    count.withLock { $0 += 1 }
    return addresses ?? [Self.address(inAnyNotation: name) ?? Self.somewhere]
  }

  /// What `inet_aton` makes of a text.
  static func address(inAnyNotation text: String) -> IPAddress? {
    var address = in_addr()
    guard inet_aton(text, &address) != 0 else { return nil }
    return .v4(UInt32(bigEndian: address.s_addr))
  }
}

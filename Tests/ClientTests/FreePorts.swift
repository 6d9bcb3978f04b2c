internal import Foundation
internal import TestSupport

/// Ports of the loopback that nobody listens on.
enum FreePorts {
  static func two() throws -> (Int, Int) {
    // Both are held until both are known, so that they differ.
    let first = try held()
    let second = try held()
    close(first.socket)
    close(second.socket)
    return (first.port, second.port)
  }

  private static func held() throws -> (socket: Int32, port: Int) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
      }
    }
    guard isBound else { throw TestFailure("no port is free") }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }
}

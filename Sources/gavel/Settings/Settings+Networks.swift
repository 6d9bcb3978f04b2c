internal import Configuration
internal import Foundation
internal import GuardedFetching

extension Settings {
  /// The parts of a list with commas between, without the white space around each.
  func parts(_ key: ConfigKey, flag: String?) -> [String] {
    (string(key, flag: flag) ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// - Parameter name: the setting's, for the error.
  /// - Throws: `SettingError`.
  func networks(_ key: ConfigKey, flag: String?, name: String) throws -> [AddressNetwork] {
    try parts(key, flag: flag).map { part in
      guard let network = AddressNetwork(part) else {
        throw SettingError("\(name): `\(part)` is not a network, such as 10.1.0.0/16")
      }
      return network
    }
  }

  /// - Parameter name: the setting's, for the error.
  /// - Throws: `SettingError`.
  func ports(_ key: ConfigKey, flag: String?, name: String) throws -> [Int] {
    try parts(key, flag: flag).map { part in
      guard let port = Int(part), (1...65_535).contains(port) else {
        throw SettingError("\(name): `\(part)` is not a port")
      }
      return port
    }
  }
}

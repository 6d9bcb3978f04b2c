internal import Configuration
internal import Foundation
internal import SystemPackage

/// What is configured: a flag, else `GAVEL_...` in the environment, else a file, else a default that is safe.
struct Settings {
  private let reader: ConfigReader

  /// - Parameter file: a JSON object, nested or with dotted keys; nil reads none.
  /// - Throws: where the file is missing or is not JSON.
  init(file: String?) async throws {
    var providers: [any ConfigProvider] = [
      EnvironmentVariablesProvider(
        secretsSpecifier: .specific(["GAVEL_ADMIN_KEY", "GAVEL_API_KEY", "GAVEL_REMOTE_KEY"]))
    ]
    if let file {
      providers.append(
        KeyMappingProvider(upstream: try await FileProvider<JSONSnapshot>(filePath: FilePath(file))) { key in
          // A file speaks of Gavel alone: `restPort`, where the environment says GAVEL_REST_PORT.
          AbsoluteConfigKey(Array(key.components.dropFirst()), context: key.context)
        })
    }
    reader = ConfigReader(providers: providers).scoped(to: "gavel")
  }

  func string(_ key: ConfigKey, flag: String?) -> String? { flag ?? reader.string(forKey: key) }

  func string(_ key: ConfigKey, flag: String?, default value: String) -> String { string(key, flag: flag) ?? value }

  func secret(_ key: ConfigKey) -> String? { reader.string(forKey: key, isSecret: true) }

  /// - Throws: `SettingError` where the value is set and is no number.
  func int(_ key: ConfigKey, flag: Int?, default value: Int) throws -> Int {
    if let flag { return flag }
    guard let text = reader.string(forKey: key) else { return reader.int(forKey: key, default: value) }
    guard let number = Int(text) else { throw SettingError("`\(text)` is not a number") }
    return number
  }

  func bool(_ key: ConfigKey, flag: Bool) -> Bool { flag || reader.bool(forKey: key, default: false) }
}

/// A setting that cannot be used.
struct SettingError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}

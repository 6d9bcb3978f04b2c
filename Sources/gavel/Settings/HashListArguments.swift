internal import ArgumentParser
internal import Configuration
internal import Gateway

/// The flag of what the accounts' own lists of known images may take.
struct HashListArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Memory that the accounts' own lists of known images take at most, in MiB. (default: 2048)", valueName: "mib"))
  var hashListMemory: Int?

  /// Bytes that the hash lists of all accounts may take.
  ///
  /// - Throws: `SettingError` naming the setting.
  func bytes(_ settings: Settings) throws -> Int {
    let megabytes = try settings.int(
      "hashListMemory", flag: hashListMemory, default: HashListLimits.totalBytes >> 20)
    guard (0...Self.mostMemory).contains(megabytes) else {
      throw SettingError("hash list memory: must be 0 to \(Self.mostMemory) MiB")
    }
    return megabytes << 20
  }

  /// A tebibyte, in MiB.
  private static let mostMemory = 1 << 20
}

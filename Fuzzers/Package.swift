// swift-tools-version: 6.2
import PackageDescription

/// Every target is built for libFuzzer: it looks for new paths through the code, and the code must tell it of them.
let fuzzed: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .unsafeFlags(["-sanitize=fuzzer"]),
]

let package = Package(
  name: "fuzzers",
  platforms: [.macOS(.v15)],
  targets: [
    // A link to the sources beside this package: depending on that package would fetch all that a server needs.
    .target(name: "PolicyLanguage", swiftSettings: fuzzed),
    .systemLibrary(name: "LibFuzzer"),
    .executableTarget(
      name: "PolicyFuzzer", dependencies: ["LibFuzzer", "PolicyLanguage"], swiftSettings: fuzzed,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
  ]
)

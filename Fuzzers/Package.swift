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

let linked: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]

let package = Package(
  name: "fuzzers",
  platforms: [.macOS(.v15)],
  targets: [
    // A link to the sources beside this package: depending on that package would fetch all that a server needs.
    .target(name: "PolicyLanguage", swiftSettings: fuzzed),
    .systemLibrary(name: "LibFuzzer"),
    .systemLibrary(name: "CImageLibraries", pkgConfig: "libpng libjpeg libwebp libwebpdemux"),
    .target(
      name: "CImageCodecs", dependencies: ["CImageLibraries"],
      cSettings: [.unsafeFlags(["-fsanitize=fuzzer-no-link"])]),
    // Of the intake what takes in pictures: the rest needs packages.
    .target(name: "ContentIntake", dependencies: ["CImageCodecs"], swiftSettings: fuzzed),
    // Of the use cases what reads the files of batch jobs.
    .target(name: "BatchInput", swiftSettings: fuzzed),
    .executableTarget(
      name: "BatchFuzzer", dependencies: ["LibFuzzer", "BatchInput"], swiftSettings: fuzzed, linkerSettings: linked),
    .executableTarget(
      name: "PolicyFuzzer", dependencies: ["LibFuzzer", "PolicyLanguage"], swiftSettings: fuzzed,
      linkerSettings: linked),
    .executableTarget(
      name: "ImageFuzzer", dependencies: ["LibFuzzer", "ContentIntake"], swiftSettings: fuzzed, linkerSettings: linked),
  ]
)

// swift-tools-version: 6.2
import PackageDescription

/// One place for the flags every target is built with.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "gavel",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "gavel", targets: ["gavel"]),
    .library(name: "PolicyLanguage", targets: ["PolicyLanguage"]),
    .library(name: "PolicyEvaluation", targets: ["PolicyEvaluation"]),
    .library(name: "TextMatching", targets: ["TextMatching"]),
    .library(name: "SignalScoring", targets: ["SignalScoring"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-async-algorithms.git", from: "1.1.4"),
    .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-http2.git", from: "1.46.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-protobuf.git", from: "1.39.0"),
    .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/grpc/grpc-swift-2.git", from: "2.4.3"),
    .package(url: "https://github.com/grpc/grpc-swift-nio-transport.git", from: "2.9.2"),
    .package(url: "https://github.com/grpc/grpc-swift-protobuf.git", from: "2.4.1"),
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
  ],
  targets: [
    // The language, the evaluation, the matching: no dependency, no network, no model.
    .target(name: "PolicyLanguage", swiftSettings: strict),
    .target(name: "PolicyEvaluation", dependencies: ["PolicyLanguage"], swiftSettings: strict),
    .target(name: "TextMatching", swiftSettings: strict),
    .target(name: "SignalScoring", dependencies: ["PolicyEvaluation", "TextMatching"], swiftSettings: strict),

    // Contents and models.
    .systemLibrary(
      name: "CImageLibraries", pkgConfig: "libpng libjpeg libwebp libwebpdemux",
      providers: [
        .apt(["libpng-dev", "libjpeg-dev", "libwebp-dev", "pkg-config"]),
        .brew(["libpng", "jpeg-turbo", "webp", "pkgconf"]),
      ]),
    .target(name: "CImageCodecs", dependencies: ["CImageLibraries"]),
    .target(
      name: "ContentIntake",
      dependencies: [
        "CImageCodecs", "GuardedFetching", "SignalScoring", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(name: "COpenVINO"),
    .target(
      name: "EmbeddedModels", dependencies: ["COpenVINO", "SignalScoring", "PolicyEvaluation", "ContentIntake"],
      swiftSettings: strict),

    .target(
      name: "RemoteModels",
      dependencies: [
        "PolicyEvaluation", "SignalScoring",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: strict),

    // Fetching what a caller names.
    .target(
      name: "GuardedFetching",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
      ],
      swiftSettings: strict),

    // The wire, the store, the use cases.
    .target(
      name: "GatewayProtocol",
      dependencies: [
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
        .product(name: "GRPCCore", package: "grpc-swift-2"),
        .product(name: "GRPCProtobuf", package: "grpc-swift-protobuf"),
      ],
      swiftSettings: strict),
    .target(
      name: "Storage", dependencies: [.product(name: "GRDB", package: "GRDB.swift")], swiftSettings: strict),
    .target(
      name: "Gateway",
      dependencies: [
        "PolicyLanguage", "PolicyEvaluation", "SignalScoring", "ContentIntake", "GatewayProtocol", "GuardedFetching",
        "Storage",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      swiftSettings: strict),

    // The server and the command line.
    .target(
      name: "GatewayServer",
      dependencies: [
        "Gateway", "GatewayProtocol", "Storage",
        .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRPCCore", package: "grpc-swift-2"),
        .product(name: "GRPCNIOTransportHTTP2", package: "grpc-swift-nio-transport"),
        .product(name: "GRPCProtobuf", package: "grpc-swift-protobuf"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOFoundationCompat", package: "swift-nio"),
        .product(name: "NIOHPACK", package: "swift-nio-http2"),
        .product(name: "NIOHTTP2", package: "swift-nio-http2"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "X509", package: "swift-certificates"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "gavel",
      dependencies: [
        "PolicyLanguage", "PolicyEvaluation", "SignalScoring", "ContentIntake", "EmbeddedModels", "GuardedFetching",
        "Storage", "Gateway", "GatewayProtocol", "GatewayServer", "RemoteModels",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOFoundationCompat", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),

    // What `make bench` compares the product with.
    .executableTarget(
      name: "gavel-benchmark",
      dependencies: [
        "PolicyEvaluation", "SignalScoring", "ContentIntake", "COpenVINO", "EmbeddedModels", "GatewayProtocol",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRPCCore", package: "grpc-swift-2"),
        .product(name: "GRPCNIOTransportHTTP2", package: "grpc-swift-nio-transport"),
        .product(name: "GRPCProtobuf", package: "grpc-swift-protobuf"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOFoundationCompat", package: "swift-nio"),
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      path: "Benchmarks/Program", swiftSettings: strict),

    // Tests mirror the targets; ClientTests drive the built program and the Python SDK.
    .testTarget(name: "PolicyLanguageTests", dependencies: ["PolicyLanguage"], swiftSettings: strict),
    .testTarget(
      name: "PolicyEvaluationTests", dependencies: ["PolicyEvaluation", "PolicyLanguage"], swiftSettings: strict),
    .testTarget(name: "TextMatchingTests", dependencies: ["TextMatching"], swiftSettings: strict),
    .testTarget(
      name: "SignalScoringTests", dependencies: ["SignalScoring", "PolicyEvaluation"], swiftSettings: strict),
    .testTarget(
      name: "ContentIntakeTests", dependencies: ["ContentIntake", "GuardedFetching", "SignalScoring", "TestSupport"],
      exclude: ["Images/Fixtures", "KnownImages/Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["PolicyLanguage", "PolicyEvaluation", "SignalScoring", "TestSupport", "gavel"],
      exclude: ["cases", "README.md"], swiftSettings: strict),
    .testTarget(
      name: "EmbeddedModelsTests",
      dependencies: ["EmbeddedModels", "COpenVINO", "ContentIntake", "SignalScoring", "PolicyEvaluation"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "RemoteModelsTests", dependencies: ["TestSupport", "RemoteModels", "PolicyEvaluation", "SignalScoring"],
      swiftSettings: strict),
    .testTarget(
      name: "GuardedFetchingTests",
      dependencies: [
        "GuardedFetching",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
      ],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "StarterPolicyTests",
      dependencies: ["EmbeddedModels", "PolicyEvaluation", "PolicyLanguage", "SignalScoring"], swiftSettings: strict),
    .testTarget(
      name: "GatewayProtocolTests",
      dependencies: [
        "GatewayProtocol",
        .product(name: "GRPCCore", package: "grpc-swift-2"),
        .product(name: "GRPCProtobuf", package: "grpc-swift-protobuf"),
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      resources: [.copy("Facts")], swiftSettings: strict),
    .testTarget(
      name: "StorageTests", dependencies: ["Storage", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: [
        "ContentIntake", "GuardedFetching", "PolicyEvaluation", "SignalScoring", "Storage", "Gateway", "GatewayServer",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "GatewayTests",
      dependencies: [
        "TestSupport", "Gateway", "GatewayProtocol", "GuardedFetching", "PolicyEvaluation", "PolicyLanguage", "Storage",
        "SignalScoring",
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      exclude: ["Webhooks/signatures.jsonl"], swiftSettings: strict),
    .testTarget(
      name: "GatewayServerTests",
      dependencies: [
        "TestSupport", "Gateway", "GatewayProtocol", "GatewayServer", "GuardedFetching", "RemoteModels",
        "SignalScoring", "Storage",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "GRPCCore", package: "grpc-swift-2"),
        .product(name: "GRPCNIOTransportHTTP2", package: "grpc-swift-nio-transport"),
        .product(name: "GRPCProtobuf", package: "grpc-swift-protobuf"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ClientTests",
      dependencies: [
        "TestSupport", "GuardedFetching", "gavel",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOFoundationCompat", package: "swift-nio"),
      ],
      exclude: ["comments.py", "contract", "moderations.py", "nemo", "reflection.py", "requirements.txt", "sdk"],
      swiftSettings: strict),
  ]
)

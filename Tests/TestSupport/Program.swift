package import Foundation

/// A program that a test runs.
package struct Program: Sendable {
  package struct Result: Sendable {
    package var status: Int32
    package var output: String
    package var errors: String
  }

  package var path: String
  package var environment: [String: String] = [:]

  /// The `gavel` that was built beside the tests.
  package static let gavel: Program = {
    // The test bundle is the running executable, or, under some runners, the last argument that names it.
    let candidates = ([CommandLine.arguments[0]] + CommandLine.arguments).map { URL(filePath: $0) }
    let folders = candidates.map { $0.resolvingSymlinksInPath().deletingLastPathComponent() }
    let found = folders.map { $0.appending(path: "gavel").path }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    return Program(path: found ?? "gavel")
  }()

  /// The Python that `Scripts/setup-clients.sh` installed the SDK for.
  package static let python = installedPython("clients")

  /// The Python that it installed Schemathesis for.
  package static let contractPython = installedPython("contract")

  /// The Python that it installed NeMo Guardrails for.
  package static let railsPython = installedPython("nemo")

  private static func installedPython(_ name: String) -> Program {
    let environment = ProcessInfo.processInfo.environment
    let base = environment["XDG_CACHE_HOME"] ?? (NSHomeDirectory() + "/.cache")
    return Program(path: "\(environment["GAVEL_CACHE"] ?? base + "/gavel")/\(name)/bin/python")
  }

  /// Runs to the end.
  package func run(_ arguments: [String], input: String? = nil) async throws -> Result {
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw TestFailure("\(path) is not there: run the tests with `make test`, which sets up what they need")
    }
    let process = process(arguments)
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    let feed = Pipe()
    process.standardInput = feed
    try process.run()
    async let read = Self.readAll(output)
    async let readErrors = Self.readAll(errors)
    if let input { try feed.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
    try feed.fileHandleForWriting.close()
    let (text, errorText) = await (read, readErrors)
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: text, errors: errorText)
  }

  /// Starts it and leaves it running.
  ///
  /// - Parameter errors: a file that is made anew for what it says on standard error; nil keeps none of that.
  package func start(_ arguments: [String], errors: URL? = nil) throws -> Process {
    let process = process(arguments)
    process.standardOutput = FileHandle.nullDevice
    if let errors {
      try Data().write(to: errors)
      process.standardError = try FileHandle(forWritingTo: errors)
    } else {
      process.standardError = FileHandle.nullDevice
    }
    try process.run()
    return process
  }

  private func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    return process
  }

  private static func readAll(_ pipe: Pipe) async -> String {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        let data = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        continuation.resume(returning: String(decoding: data, as: UTF8.self))
      }
    }
  }
}

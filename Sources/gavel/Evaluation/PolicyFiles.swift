internal import ArgumentParser
internal import Foundation
internal import PolicyLanguage

/// The policy files that a command was given.
enum PolicyFiles {
  /// - Throws: `ExitCode` where one cannot be read: it has been said.
  static func parse(_ files: [String]) throws -> [(file: String, parsed: ParsedPolicy)] {
    try files.map { file in
      do {
        return (file, PolicyParser.parse(utf8: try InputFile.read(file)))
      } catch {
        Terminal.complain("\(error)")
        throw ExitCode(Terminal.ExitCode.couldNotRun)
      }
    }
  }

  static func write(_ text: String, to file: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
    } catch {
      Terminal.complain("\(file): cannot be written")
      throw ExitCode(Terminal.ExitCode.couldNotRun)
    }
  }
}

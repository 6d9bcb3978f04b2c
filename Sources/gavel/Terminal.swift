internal import Foundation

/// What a command prints, and how it ends.
enum Terminal {
  /// Exit codes that every command shares.
  enum ExitCode {
    static let clean: Int32 = 0
    /// The work was done and found something wrong.
    static let errors: Int32 = 1
    /// The work could not be done.
    static let couldNotRun: Int32 = 2
  }

  /// Whether standard output is a terminal that wants colours (https://no-color.org).
  static var isColored: Bool {
    isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  static func say(_ line: String) { write(line + "\n", to: .standardOutput) }

  static func complain(_ line: String) { write("gavel: \(line)\n", to: .standardError) }

  static func write(_ text: String, to file: FileHandle) {
    // A reader that went away (`gavel ... | head`) is no reason to fail.
    try? file.write(contentsOf: Data(text.utf8))
  }
}

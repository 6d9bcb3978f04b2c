internal import Foundation

/// How often the tests of crashes kill a server.
enum Kills {
  /// The suite does few, for each starts a server: `GAVEL_KILLS=100` does a hundred in each test.
  static func count(_ usual: Int) -> Int {
    ProcessInfo.processInfo.environment["GAVEL_KILLS"].flatMap { Int($0) } ?? usual
  }
}

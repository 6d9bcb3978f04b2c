internal import Foundation

/// How often the tests of jobs, batch jobs and webhooks kill a server.
enum Kills {
  /// The suite does few, for each starts a server: `GAVEL_KILLS=100` does a hundred in each of those tests.
  static func count(_ usual: Int) -> Int {
    ProcessInfo.processInfo.environment["GAVEL_KILLS"].flatMap { Int($0) } ?? usual
  }
}

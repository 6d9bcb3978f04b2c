import Foundation
import Synchronization

@testable import GuardedFetching

/// Knows the names of a table, and how often it was asked for each.
final class ScriptedResolver: Resolver {
  struct Unknown: Error {}

  private let table: [String: [[IPAddress]]]
  private let asked = Mutex<[String]>([])

  /// - Parameter table: for a name the answers to the first, the second and each later question; the last one repeats.
  init(_ table: [String: [[String]]]) {
    self.table = table.mapValues { $0.map { $0.compactMap { IPAddress($0) } } }
  }

  var questions: [String] { asked.withLock { $0 } }

  func addresses(of name: String) async throws -> [IPAddress] {
    let earlier = asked.withLock { asked in
      defer { asked.append(name) }
      return asked.count { $0 == name }
    }
    guard let answers = table[name] else { throw Unknown() }
    return answers.isEmpty ? [] : answers[min(earlier, answers.count - 1)]
  }
}

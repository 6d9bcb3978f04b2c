import Foundation
import Testing

@testable import GuardedFetching

/// A line of a file of URLs.
struct FetchCase: Decodable, Sendable, CustomTestStringConvertible {
  var url: String
  /// What its name leads to; a host that is an address in some notation leads where the system would say.
  var addresses: [String]?
  /// The code of the refusal that it meets.
  var refusal: String?

  var testDescription: String { url }

  static let hostile = load("hostile-urls.jsonl")
  static let harmless = load("harmless-urls.jsonl")

  private static func load(_ name: String) -> [FetchCase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    guard let text = try? String(contentsOf: folder.appending(path: "Cases/\(name)"), encoding: .utf8) else {
      return []
    }
    // A line that cannot be read is missed when the cases are counted.
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(FetchCase.self, from: Data($0.utf8)) }
  }
}

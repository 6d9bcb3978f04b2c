import Foundation

/// Files that scripts have made, beside the tests.
enum Fixture {
  static func lines(of name: String, file: String = #filePath) throws -> [Substring] {
    let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: "Fixtures/\(name)"), encoding: .utf8).split(separator: "\n")
  }
}

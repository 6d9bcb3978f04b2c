import Foundation

/// Files that scripts have made, beside the tests.
enum Fixture {
  static func data(of name: String, file: String = #filePath) throws -> Data {
    let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    return try Data(contentsOf: folder.appending(path: "Fixtures/\(name)"))
  }

  static func lines(of name: String) throws -> [Substring] {
    String(decoding: try data(of: name), as: UTF8.self).split(separator: "\n")
  }
}

import Foundation

/// Files that Scripts/make-image-fixtures.py has written with another program's encoders.
enum ImageFixture {
  static func data(of name: String, file: String = #filePath) throws -> Data {
    let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    return try Data(contentsOf: folder.appending(path: "Fixtures/\(name)"))
  }

  static func bytes(of name: String) throws -> [UInt8] { [UInt8](try data(of: name)) }
}

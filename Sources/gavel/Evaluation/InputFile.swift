internal import Foundation

/// A file that a command was given; `-` is standard input.
enum InputFile {
  static func handle(_ path: String) throws -> FileHandle {
    path == "-" ? .standardInput : try FileHandle(forReadingFrom: URL(filePath: path))
  }

  static func read(_ path: String) throws -> Data {
    do {
      return try handle(path).readToEnd() ?? Data()
    } catch {
      throw SettingError("\(path): cannot be read")
    }
  }
}

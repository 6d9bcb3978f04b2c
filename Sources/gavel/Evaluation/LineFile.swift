internal import Foundation

/// Reads a file line by line, holding no more than a line and a block of it.
struct LineFile {
  private static let block = 64 << 10

  private let handle: FileHandle
  private var buffer: [UInt8] = []
  /// Where in `buffer` the next line starts.
  private var start = 0
  private var isAtEnd = false

  /// - Parameter path: `-` is standard input.
  init(path: String) throws {
    do { handle = try InputFile.handle(path) } catch { throw SettingError("\(path): cannot be read") }
  }

  /// The next line without its newline; nil at the end.
  mutating func next() throws -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      guard !isAtEnd else {
        defer { start = buffer.count }
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      buffer.removeFirst(start)
      searched = buffer.count
      start = 0
      let read = try handle.read(upToCount: Self.block) ?? Data()
      isAtEnd = read.isEmpty
      buffer.append(contentsOf: read)
    }
  }
}

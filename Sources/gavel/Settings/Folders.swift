internal import Foundation

/// Where Gavel keeps things by default: the XDG base directories.
enum Folders {
  static var data: URL { folder("XDG_DATA_HOME", ".local/share").appending(path: "gavel", directoryHint: .isDirectory) }

  private static func folder(_ variable: String, _ fallback: String) -> URL {
    if let path = ProcessInfo.processInfo.environment[variable], path.hasPrefix("/") {
      return URL(filePath: path, directoryHint: .isDirectory)
    }
    return FileManager.default.homeDirectoryForCurrentUser.appending(path: fallback, directoryHint: .isDirectory)
  }
}

import Foundation

/// The cases, read from the files beside this one.
enum ConformanceSuite {
  static func cases(_ kind: ConformanceCase.Kind) throws -> [ConformanceCase] {
    try all().filter { $0.kind == kind }
  }

  static func all() throws -> [ConformanceCase] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("cases")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "jsonl" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .flatMap { file in
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
          try JSONDecoder().decode(ConformanceCase.self, from: Data(line.utf8))
        }
      }
  }
}

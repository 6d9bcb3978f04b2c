import Foundation

/// What this process has had of memory.
enum ProcessMemory {
  /// Bytes that were resident at most; nil where the system does not say.
  static var peak: Int? {
    #if os(Linux)
      // Not getrusage: it counts what the process was before it became this program.
      let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
      return kibibytes.map { $0 * 1_024 }
    #else
      var usage = rusage()
      return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : nil
    #endif
  }
}

internal import Foundation
internal import LibFuzzer

/// Feeds the intake of pictures whatever libFuzzer comes up with.
@main struct ImageFuzzer {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { start, size in
      let bytes = Data(UnsafeRawBufferPointer(start: start, count: size))
      Expectations.check(bytes)
      if let repaired = ChunkRepair.repaired(bytes) { Expectations.check(repaired) }
      return 0
    }
  }
}

internal import LibFuzzer

/// Feeds the parser whatever libFuzzer comes up with.
@main struct PolicyFuzzer {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { start, size in
      Expectations.check(UnsafeBufferPointer(start: start, count: size))
      return 0
    }
  }
}

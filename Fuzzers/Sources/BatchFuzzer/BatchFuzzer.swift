internal import LibFuzzer

/// Feeds the reader of batch jobs' input files whatever libFuzzer comes up with.
@main struct BatchFuzzer {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { start, size in
      Expectations.check(Array(UnsafeBufferPointer(start: start, count: size)))
      return 0
    }
  }
}

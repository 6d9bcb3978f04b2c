/// Follows JSON's brackets and strings, and nothing else of it: enough to tell where a value ends.
struct JSONNesting {
  /// Objects and lists that are open.
  private(set) var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Passes over bytes until the brackets and strings that they open are closed, and answers the position after that.
  ///
  /// - Returns: nil if the bytes end before that; what follows them continues it.
  mutating func close(in bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    let run = UnsafeRawBufferPointer(rebasing: bytes)
    var position = 0
    while position < run.count {
      if isInString {
        position = passString(run, from: position)
      } else {
        pass(run[position])
        position += 1
      }
      if depth == 0, !isInString { return bytes.startIndex + position }
    }
    return nil
  }

  /// Passes over a string, to behind its closing quote if that is there.
  private mutating func passString(_ run: UnsafeRawBufferPointer, from start: Int) -> Int {
    var position = start
    while position < run.count {
      let byte = run[position]
      position += 1
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
        return position
      }
    }
    return position
  }

  private mutating func pass(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    default: break
    }
  }
}

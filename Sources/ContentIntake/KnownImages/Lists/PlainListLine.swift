/// A line of a list that is no table: `pdq:HEX,QUALITY LABEL`, all but the digits optional.
enum PlainListLine {
  /// - Parameter line: trimmed, not empty, no comment.
  static func read(
    _ line: ArraySlice<UInt8>, number: Int, into tally: inout KnownImageTally
  ) throws(KnownImageListError) {
    var rest = line
    var named: KnownImageAlgorithm?
    let ends = { (byte: UInt8) in ListFields.isSpace(byte) || byte == UInt8(ascii: ",") }
    if let colon = rest.prefix(while: { !ends($0) }).firstIndex(of: UInt8(ascii: ":")) {
      named = KnownImageAlgorithm(name: rest[..<colon])
      guard named != nil else {
        throw KnownImageListError(.malformed, "the kinds are `md5:`, `sha1:`, `sha256:` and `pdq:`", line: number)
      }
      // Two colons are how a content hash of this program is written.
      rest = rest[(colon + 1)...]
      if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
      rest = rest.drop(while: ListFields.isSpace)
    }
    let digits = rest.prefix { !ends($0) }
    rest = rest[digits.endIndex...]
    guard let algorithm = named ?? algorithm(ofDigits: digits.count) else {
      throw KnownImageListError(
        .malformed, "an entry is 32, 40 or 64 hex digits, or `md5:`, `sha1:`, `sha256:` or `pdq:` and its digits",
        line: number)
    }
    try tally.add(digits, of: algorithm, quality: algorithm == .pdq ? quality(in: rest) : nil, line: number)
  }

  /// 64 digits without a name are a SHA-256.
  static func algorithm(ofDigits count: Int) -> KnownImageAlgorithm? {
    KnownImageAlgorithm.allCases.first { $0.hexDigits == count }
  }

  /// The number after the comma, where there is one and nothing else than a label follows it.
  private static func quality(in rest: ArraySlice<UInt8>) -> Int? {
    guard rest.first == UInt8(ascii: ",") else { return nil }
    let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let after = rest[digits.endIndex...].first
    guard !digits.isEmpty, after.map({ ListFields.isSpace($0) || $0 == UInt8(ascii: ",") }) ?? true else { return nil }
    return number(digits)
  }

  /// The largest number there is where the digits are of a larger one.
  static func number(_ digits: some Sequence<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carried) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      guard !overflow, !carried else { return .max }
      number = sum
    }
    return number
  }
}

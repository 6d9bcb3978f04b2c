/// Reads a list from its bytes, as they come: a part of a line is kept until its end is there, nothing else.
struct KnownImageListReader: Sendable {
  private let limits: KnownImageListLimits
  private(set) var tally: KnownImageTally
  /// Nil until the first line that is no comment; then a table of columns, or none.
  private var form: Form?
  private var bytes = 0
  private var lines = 0
  /// The beginning of a line whose end has not come.
  private var beginning: [UInt8] = []

  private enum Form: Sendable {
    case plain
    case table(ListTable)
  }

  init(limits: KnownImageListLimits) {
    self.limits = limits
    tally = KnownImageTally(limit: limits.entries)
  }

  mutating func read(_ chunk: [UInt8]) throws(KnownImageListError) {
    bytes += chunk.count
    guard bytes <= limits.bytes else {
      throw KnownImageListError(.tooLarge, "a list is at most \(limits.bytes) bytes")
    }
    var rest = chunk[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      try readLine(rest[..<end])
      rest = rest[(end + 1)...]
    }
    try checkLine(rest)
    beginning.append(contentsOf: rest)
  }

  /// Hands over the words of an algorithm's digests that were read since they were last asked for.
  mutating func take(_ algorithm: KnownImageAlgorithm) -> [UInt64] { tally.take(algorithm) }

  /// Reads a last line that no line break ends.
  mutating func finish() throws(KnownImageListError) {
    if !beginning.isEmpty { try readLine([]) }
  }

  private func checkLine(_ part: ArraySlice<UInt8>) throws(KnownImageListError) {
    guard beginning.count + part.count <= limits.lineBytes else {
      throw KnownImageListError(.tooLarge, "a line is at most \(limits.lineBytes) bytes", line: lines + 1)
    }
  }

  /// - Parameter end: what follows `beginning` up to the line break.
  private mutating func readLine(_ end: ArraySlice<UInt8>) throws(KnownImageListError) {
    try checkLine(end)
    lines += 1
    guard lines <= limits.lines else {
      throw KnownImageListError(.tooLarge, "a list is at most \(limits.lines) lines", line: lines)
    }
    if beginning.isEmpty {
      try readWhole(end)
    } else {
      let line = beginning + end
      beginning.removeAll(keepingCapacity: true)
      try readWhole(line[...])
    }
  }

  private mutating func readWhole(_ line: ArraySlice<UInt8>) throws(KnownImageListError) {
    var line = line
    if lines == 1, line.starts(with: ListFields.byteOrderMark) {
      line = line.dropFirst(ListFields.byteOrderMark.count)
    }
    line = ListFields.trimmed(line)
    guard let first = line.first, first != UInt8(ascii: "#") else { return }
    switch form {
    case .table(let table):
      try table.read(line, number: lines, into: &tally)
    case .plain:
      try PlainListLine.read(line, number: lines, into: &tally)
    case nil:
      if let table = ListTable(heading: line) {
        form = .table(table)
      } else {
        form = .plain
        try PlainListLine.read(line, number: lines, into: &tally)
      }
    }
  }
}

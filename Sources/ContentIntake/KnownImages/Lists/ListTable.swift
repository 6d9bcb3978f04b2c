/// The columns of a list of comma-separated values, as its first line names them.
struct ListTable: Sendable {
  private enum Column: Sendable {
    /// A digest of this kind; nil: the kind is in another column, or the length tells it.
    case digest(KnownImageAlgorithm?)
    case kind
    case quality
    case ignored
  }

  private let columns: [Column]

  /// Nil where a line names no column of digests: it is no heading then.
  init?(heading: ArraySlice<UInt8>) {
    // What a digest may be called by those who exchange them.
    let digests: Set = ["hash", "digest", "value", "indicator", "signal", "signalvalue", "hashvalue"]
    let kinds: Set = ["type", "kind", "algorithm", "hashtype", "signaltype", "indicatortype"]
    guard let names = ListFields.fields(of: heading), let first = names.first, !Self.isEntry(first) else { return nil }
    var columns: [Column] = []
    for name in names {
      let plain = ListFields.plainName(name)
      if digests.contains(plain) {
        columns.append(.digest(nil))
      } else if kinds.contains(plain) {
        columns.append(.kind)
      } else if plain == "quality" || plain == "pdqquality" {
        columns.append(.quality)
      } else if let algorithm = KnownImageAlgorithm(name: name) {
        columns.append(.digest(algorithm))
      } else {
        columns.append(.ignored)
      }
    }
    guard columns.contains(where: { if case .digest = $0 { true } else { false } }) else { return nil }
    self.columns = columns
  }

  /// Whether a field is a digest of a plain list, whose label may then be any word.
  private static func isEntry(_ field: [UInt8]) -> Bool {
    field.contains(UInt8(ascii: ":"))
      || (PlainListLine.algorithm(ofDigits: field.count) != nil && field.allSatisfy(HexDigits.isDigit))
  }

  func read(
    _ row: ArraySlice<UInt8>, number line: Int, into tally: inout KnownImageTally
  ) throws(KnownImageListError) {
    guard let fields = ListFields.fields(of: row) else {
      throw KnownImageListError(.malformed, "a quoted field is not closed, or not followed by a comma", line: line)
    }
    guard fields.count <= columns.count else {
      throw KnownImageListError(
        .malformed, "\(fields.count) fields are more than the heading's \(columns.count)", line: line)
    }
    var kind: [UInt8] = []
    var quality: Int?
    for (column, field) in zip(columns, fields) where !field.isEmpty {
      switch column {
      case .kind: kind = field
      case .quality:
        guard let number = PlainListLine.number(field) else {
          throw KnownImageListError(.malformed, "a quality is a number from 0 to 100", line: line)
        }
        quality = number
      case .digest, .ignored: break
      }
    }
    for (column, field) in zip(columns, fields) where !field.isEmpty {
      guard case .digest(let named) = column else { continue }
      let algorithm: KnownImageAlgorithm
      if let named {
        algorithm = named
      } else if !kind.isEmpty {
        // A kind that is not matched, such as the hash of a video, is no fault of the list.
        guard let listed = KnownImageAlgorithm(name: kind) else {
          tally.skip()
          continue
        }
        algorithm = listed
      } else if let guessed = PlainListLine.algorithm(ofDigits: field.count) {
        algorithm = guessed
      } else {
        throw KnownImageListError(
          .malformed, "a digest without a kind is 32, 40 or 64 hex digits, not \(field.count)", line: line)
      }
      try tally.add(field[...], of: algorithm, quality: algorithm == .pdq ? quality : nil, line: line)
    }
  }
}

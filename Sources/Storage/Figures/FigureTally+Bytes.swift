import Foundation

/// How labels' outcomes are kept: for each label the two counts, as the varints of Protocol Buffers.
extension FigureTally {
  var labelBytes: Data {
    var bytes = Data(capacity: labels.count * 2)
    for label in labels {
      Self.append(label.trues, to: &bytes)
      Self.append(label.unknowns, to: &bytes)
    }
    return bytes
  }

  /// - Throws: `unavailable` for what no version of Gavel writes: the file was changed from outside.
  static func labels(_ bytes: Data) throws -> [Label] {
    var labels: [Label] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let trues = take(&rest), let unknowns = take(&rest) else {
        throw StoreError(.unavailable, "the database holds figures that no version of Gavel writes")
      }
      labels.append(Label(trues: trues, unknowns: unknowns))
    }
    return labels
  }

  private static func append(_ count: Int64, to bytes: inout Data) {
    var rest = UInt64(bitPattern: count)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func take(_ bytes: inout Data.SubSequence) -> Int64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 63, let byte = bytes.popFirst() {
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int64(bitPattern: value) }
      shift += 7
    }
    return nil
  }
}

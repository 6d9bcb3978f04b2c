/// The sequence of scalars that each Unicode scalar maps to; most map to themselves.
struct ScalarMapping: Sendable {
  /// Zero for a scalar that maps to itself; else one more than an index into `ends`.
  private var entryOfScalar = ScalarTable()
  private var ends: [Int] = [0]
  private var targets: [UInt32] = []

  /// Reads runs of scalars that map alike, as (gap, count, step, length, and each target less the scalar it is for).
  init(_ table: StaticString) {
    var reader = TableReader(table)
    var scalar = 0
    while let gap = reader.next(), let count = reader.next(), let step = reader.next(), let length = reader.next() {
      scalar += gap
      let deltas = (0..<length).map { _ in reader.nextSigned() ?? 0 }
      for index in 0..<count {
        if index > 0 { scalar += step }
        targets.append(contentsOf: deltas.map { UInt32(scalar + $0) })
        entryOfScalar[UInt32(scalar)] = UInt16(ends.count)
        ends.append(targets.count)
      }
      scalar += 1
    }
  }

  /// What a scalar maps to; nil for itself.
  subscript(scalar: UInt32) -> ArraySlice<UInt32>? {
    let entry = Int(entryOfScalar[scalar])
    return entry == 0 ? nil : targets[ends[entry - 1]..<ends[entry]]
  }

  /// The one scalar that a scalar maps to; nil for itself and for a longer sequence.
  func single(_ scalar: UInt32) -> UInt32? {
    let entry = Int(entryOfScalar[scalar])
    return entry == 0 || ends[entry] - ends[entry - 1] != 1 ? nil : targets[ends[entry - 1]]
  }
}

/// A number for each Unicode scalar, zero for most: pages of 256, one empty page shared.
struct ScalarTable: Sendable {
  private var pageOfBlock = [UInt16](repeating: 0, count: 0x1100)
  private var values = [UInt16](repeating: 0, count: 256)

  subscript(scalar: UInt32) -> UInt16 {
    get {
      let block = Int(scalar >> 8)
      guard block < pageOfBlock.count else { return 0 }
      return values[Int(pageOfBlock[block]) << 8 | Int(scalar & 0xFF)]
    }
    set {
      let block = Int(scalar >> 8)
      guard block < pageOfBlock.count else { return }
      if pageOfBlock[block] == 0 {
        pageOfBlock[block] = UInt16(values.count >> 8)
        values.append(contentsOf: repeatElement(0, count: 256))
      }
      values[Int(pageOfBlock[block]) << 8 | Int(scalar & 0xFF)] = newValue
    }
  }

  init() {}

  /// Reads ranges of equal values, as (gap since the last range, count, value).
  init(ranges table: StaticString) {
    var reader = TableReader(table)
    var scalar: UInt32 = 0
    while let gap = reader.next(), let count = reader.next(), let value = reader.next() {
      scalar += UInt32(gap)
      for _ in 0..<count {
        self[scalar] = UInt16(value)
        scalar += 1
      }
    }
  }
}

/// Rows that are evaluated together.
struct BatchSlice {
  private(set) var rows: [BatchRow] = []
  private var images = 0
  private var bytes = 0

  var isFull: Bool {
    rows.count == BatchLimits.sliceRows || images == BatchLimits.sliceImages || bytes >= BatchLimits.sliceBytes
  }

  mutating func append(_ row: BatchRow) {
    rows.append(row)
    switch row.content {
    case .text(let text): bytes += text.utf8.count
    case .imageURL: images += 1
    case .tooLong: break
    }
  }
}

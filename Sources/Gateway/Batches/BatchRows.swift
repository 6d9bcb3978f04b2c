internal import Storage

/// The rows of an input file on the disk, one after another.
struct BatchRows {
  private let file: BatchFile
  private var reader = BatchRowReader()
  private var rows: [BatchRow] = []
  /// The next of `rows`.
  private var position = 0
  private var isAtEnd = false

  init(file: BatchFile) {
    self.file = file
  }

  /// - Returns: nil after the last.
  /// - Throws: `BatchFileError` where the file is not what it was when it came; `StoreError`.
  mutating func next() async throws -> BatchRow? {
    while position == rows.count {
      if isAtEnd { return nil }
      let block = try await file.read(upTo: BatchLimits.blockBytes)
      isAtEnd = block.isEmpty
      rows = isAtEnd ? try reader.finish() : try reader.take(block)
      position = 0
    }
    defer { position += 1 }
    return rows[position]
  }
}

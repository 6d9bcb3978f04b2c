internal import Foundation

/// Vectors in a file: 32-bit little-endian floats, row after row.
struct RecipeVectors {
  private let rows: [Embedding]

  /// Nil where the data is not a whole number of rows.
  init?(_ data: Data, dimension: Int) {
    let width = dimension * MemoryLayout<Float>.size
    guard dimension > 0, data.count % width == 0 else { return nil }
    rows = data.withUnsafeBytes { bytes in
      (0..<bytes.count / width).map { row in
        Embedding(
          (0..<dimension).map { column in
            let offset = row * width + column * MemoryLayout<Float>.size
            return Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
          })
      }
    }
  }

  subscript(row: Int) -> Embedding? { rows.indices.contains(row) ? rows[row] : nil }
}

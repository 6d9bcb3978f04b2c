internal import Foundation

/// Phrases as the text encoder has them: vectors of unit length.
struct PhraseVectors: Sendable {
  private typealias Part = SIMD16<Float>

  let count: Int
  private let width: Int
  /// Vector after vector, each filled up with zeros to whole parts.
  private let values: [Part]

  /// - Parameter file: for each phrase the little-endian 32-bit scale, and as many signed bytes as a vector has
  ///   numbers, each times the scale one of them.
  init(_ file: URL, count: Int, width: Int) throws(EmbeddedModelError) {
    let bytes = try ModelFiles.contents(of: file)
    let row = 4 + width
    guard count > 0, width > 0, bytes.count == count * row else {
      throw EmbeddedModelError(.unusable, "\(file.path) does not have \(count) vectors of \(width) numbers")
    }
    self.count = count
    self.width = width
    values = bytes.withUnsafeBytes { bytes in
      (0..<count).flatMap { number in
        let scale = Float(
          bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: number * row, as: UInt32.self)))
        return Self.parts(of: bytes[number * row + 4..<(number + 1) * row].map { Float(Int8(bitPattern: $0)) * scale })
      }
    }
  }

  /// - Parameter vector: of unit length.
  /// - Returns: for each phrase its cosine with the vector.
  func cosines(with vector: [Float]) -> [Float] { cosines(with: vector, in: 0..<count) }

  func cosines(with vector: [Float], in rows: Range<Int>) -> [Float] {
    precondition(vector.count == width, "vectors of one encoder have one length")
    let vector = Self.parts(of: vector)
    return values.withUnsafeBufferPointer { values in
      vector.withUnsafeBufferPointer { vector in
        rows.map { row in
          var sum = Part.zero
          for part in 0..<vector.count { sum += values[row * vector.count + part] * vector[part] }
          return sum.sum()
        }
      }
    }
  }

  private static func parts(of vector: [Float]) -> [Part] {
    stride(from: 0, to: vector.count, by: Part.scalarCount).map { start in
      let numbers = vector[start..<min(start + Part.scalarCount, vector.count)]
      return Part(numbers + repeatElement(0, count: Part.scalarCount - numbers.count))
    }
  }

  /// The same direction at unit length.
  static func normalized(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? vector.map { $0 / length } : vector
  }
}

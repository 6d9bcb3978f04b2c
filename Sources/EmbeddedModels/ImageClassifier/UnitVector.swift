/// Vectors whose cosine is the sum of their products.
enum UnitVector {
  /// A vector of more numbers is something else.
  static let maximumWidth = 8_192

  /// The same direction at unit length.
  ///
  /// - Parameter values: finite ones.
  /// - Throws: where it has no direction.
  static func of(_ values: UnsafeBufferPointer<Float>) throws(EmbeddedModelError) -> [Float] {
    guard (1...maximumWidth).contains(values.count) else {
      throw EmbeddedModelError(.inferenceFailed, "the model's vector has \(values.count) numbers")
    }
    let length = values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    guard length > 0 else { throw EmbeddedModelError(.inferenceFailed, "the model's vector is zero") }
    return values.map { Float(Double($0) / length) }
  }

  /// - Parameters:
  ///   - left, right: of one width.
  static func cosine(_ left: [Float], _ right: [Float]) -> Double {
    // Several sums at once, which processors add faster than one.
    var sums = SIMD8<Float>.zero
    var place = 0
    while place + 8 <= left.count, place + 8 <= right.count {
      sums += SIMD8(left[place..<place + 8]) * SIMD8(right[place..<place + 8])
      place += 8
    }
    return zip(left[place...], right[place...]).reduce(Double(sums.sum())) { $0 + Double($1.0 * $1.1) }
  }
}

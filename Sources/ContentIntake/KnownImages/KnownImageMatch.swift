internal import Foundation

/// That an image is on a list.
package struct KnownImageMatch: Sendable, Hashable {
  /// The list's name.
  package var list: String
  package var algorithm: KnownImageAlgorithm
  /// Bits in which the two hashes differ; 0 for an exact digest.
  package var distance: Int
  /// 1 for the same file and for the same hash, less the further apart two hashes are: see `confidence(atDistance:)`.
  package var confidence: Double

  init(list: String, algorithm: KnownImageAlgorithm, distance: Int) {
    self.list = list
    self.algorithm = algorithm
    self.distance = distance
    confidence = Self.confidence(atDistance: distance)
  }

  /// How alike two pictures are whose hashes differ in `distance` of 256 bits: the cosine of π · distance / 256.
  ///
  /// A bit is the sign of a coefficient about the median. Two normal variables with the correlation r differ in sign
  /// with the probability arccos(r) / π (Sheppard, 1899), so the share of bits that differ tells the correlation of
  /// what the two pictures show: 1 at 0 bits, 0.98 at 15, 0.93 at 31, 0 at 128, where unrelated pictures are. It is a
  /// measure of likeness, no probability.
  package static func confidence(atDistance distance: Int) -> Double {
    max(0, cos(.pi * Double(distance) / Double(PerceptualHash.bits)))
  }
}

internal import Foundation

enum Logistic {
  /// The probability that has these log odds.
  static func probability(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }
}

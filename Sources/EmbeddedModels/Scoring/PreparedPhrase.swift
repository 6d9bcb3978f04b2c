/// A phrase of a policy that the encoder has read.
struct PreparedPhrase: Sendable, Equatable {
  /// Its row of the signals' matrix.
  var row: Int
  /// How much the word list counts for it; not negative.
  var profanity: Double
}

/// A curve whose numbers may be left out, and that has no others.
struct StrictCalibration: Decodable {
  var curve: ScoringRecipe.Calibration

  private enum Key: String, CodingKey { case slope, offset }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(strictlyKeyedBy: Key.self)
    curve = ScoringRecipe.Calibration(
      slope: try container.decodeIfPresent(Double.self, forKey: .slope) ?? 1,
      offset: try container.decodeIfPresent(Double.self, forKey: .offset) ?? 0)
  }
}

extension ScoringRecipe.Calibration {
  /// What of a user's curve cannot be; nil where all can.
  var flaw: String? {
    // A slope of zero would give all contents one score, a negative one turn them round.
    if slope > 0 && slope <= 1e3 && abs(offset) <= 1e3 { return nil }
    return "`calibration` must have a slope above 0, and neither number above 1000"
  }
}

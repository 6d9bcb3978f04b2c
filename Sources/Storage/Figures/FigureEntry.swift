/// Figures, and when what they count had ended.
struct FigureEntry: Sendable {
  var figures: JobFigures
  /// In microseconds since 1970.
  var moment: Int64
}

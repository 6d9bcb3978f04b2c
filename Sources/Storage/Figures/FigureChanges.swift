/// What one write does to the figures.
struct FigureChanges: Sendable {
  /// What counts if the write succeeds.
  var counted: [FigureEntry] = []
  /// Whether rows of figures were deleted.
  var hasDeleted = false
}

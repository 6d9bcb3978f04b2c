extension Diagnostic: Comparable {
  /// By place; an error before a warning of the same place.
  public static func < (lhs: Diagnostic, rhs: Diagnostic) -> Bool {
    (lhs.range.start.offset, lhs.severity == .error ? 0 : 1, lhs.code.rawValue)
      < (rhs.range.start.offset, rhs.severity == .error ? 0 : 1, rhs.code.rawValue)
  }
}

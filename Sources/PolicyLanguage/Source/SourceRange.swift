/// A place in a policy's text.
///
/// Lines and columns are 1-based; a column counts Unicode scalars, so that a client in any language can point at it.
/// `offset` counts UTF-8 bytes from the start of the text.
public struct SourceLocation: Hashable, Sendable, Comparable {
  public var offset: Int
  public var line: Int
  public var column: Int

  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// The first place of any text.
  public static let start = SourceLocation(offset: 0, line: 1, column: 1)

  public static func < (lhs: SourceLocation, rhs: SourceLocation) -> Bool { lhs.offset < rhs.offset }
}

/// A stretch of a policy's text: from its first character to the place just past its last.
public struct SourceRange: Hashable, Sendable {
  public var start: SourceLocation
  public var end: SourceLocation

  public init(start: SourceLocation, end: SourceLocation) {
    self.start = start
    self.end = end
  }

  /// The least range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(start: min(start, other.start), end: max(end, other.end))
  }
}

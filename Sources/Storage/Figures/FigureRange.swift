/// Minutes since 1970, from one on and before another; a bound that is nil is open.
package struct FigureRange: Sendable, Hashable {
  package var start: Int64?
  package var end: Int64?

  package init(start: Int64? = nil, end: Int64? = nil) {
    self.start = start
    self.end = end
  }
}

/// A policy's expressions as one flat list of steps, each over results that stand before it.
///
/// Results are numbered in one row of slots: first every feature, then every step. Evaluating is one walk forward over
/// arrays; asking what still matters is one walk back.
struct Program: Sendable {
  typealias Slot = Int

  enum Operation: Sendable, Hashable {
    /// AND, ALL.
    case least
    /// OR, ANY, a label's rules.
    case greatest
    /// NOT; an exception, seen from its label.
    case complement
  }

  struct Step: Sendable {
    var operation: Operation
    /// Its inputs' place in `operands`; one for a complement.
    var inputs: Range<Int>
  }

  let featureCount: Int
  // INVARIANT: a step's inputs are slots less than its own.
  private(set) var steps: [Step] = []
  private(set) var operands: [Slot] = []

  init(featureCount: Int) {
    self.featureCount = featureCount
  }

  var slotCount: Int { featureCount + steps.count }

  /// Adds a step and returns its slot; the least or the greatest of one thing is the thing itself.
  mutating func append(_ operation: Operation, _ inputs: [Slot]) -> Slot {
    if operation != .complement, inputs.count == 1 { return inputs[0] }
    let first = operands.count
    operands.append(contentsOf: inputs)
    steps.append(Step(operation: operation, inputs: first..<operands.count))
    return slotCount - 1
  }

  /// Adds all the steps of an expression and returns the slot of the last.
  mutating func append(_ expression: Expression) -> Slot {
    switch expression {
    case .feature(let index): index
    case .least(let inputs): append(.least, inputs.map { append($0) })
    case .greatest(let inputs): append(.greatest, inputs.map { append($0) })
    case .complement(let inner): append(.complement, [append(inner)])
    }
  }
}

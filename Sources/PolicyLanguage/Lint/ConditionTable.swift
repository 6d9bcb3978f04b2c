/// Numbers conditions so that two have the same number where they mean the same: case, white space, parentheses, the
/// order of items and the way a list is written aside.
struct ConditionTable {
  enum Shape: Hashable {
    /// An atomic check, by its folded canonical text.
    case check(String)
    case not(Int)
    /// The greatest of these, in ascending order, each once.
    case any([Int])
    /// The least of these, likewise.
    case all([Int])
  }

  private var shapes: [Shape] = []
  private var numbers: [Shape: Int] = [:]

  /// The number of a condition.
  ///
  /// - Parameter children: the numbers of what stands directly within it, in order.
  mutating func number(of condition: ConditionSyntax, children: [Int]) -> Int {
    switch condition.kind {
    case .signal, .context: number(of: .check(condition.canonicalText.foldedWords))
    case .match: any(condition.checks.map { number(of: .check($0.text.foldedWords)) })
    case .list(.any, _), .group, .or: any(children)
    case .list(.all, _), .and: all(children)
    case .list(.none, _): not(any(children))
    case .not: not(children.first ?? any([]))
    }
  }

  /// What this is NOT of, if it is a negation.
  func operand(of number: Int) -> Int? {
    if case .not(let operand) = shapes[number] { operand } else { nil }
  }

  private mutating func any(_ items: [Int]) -> Int {
    let distinct = Set(items).sorted()
    return distinct.count == 1 ? distinct[0] : number(of: .any(distinct))
  }

  private mutating func all(_ items: [Int]) -> Int {
    let distinct = Set(items).sorted()
    return distinct.count == 1 ? distinct[0] : number(of: .all(distinct))
  }

  private mutating func not(_ item: Int) -> Int {
    operand(of: item) ?? number(of: .not(item))
  }

  private mutating func number(of shape: Shape) -> Int {
    if let number = numbers[shape] { return number }
    numbers[shape] = shapes.count
    shapes.append(shape)
    return shapes.count - 1
  }
}

extension PolicyFormatter {
  /// Writes a condition onto the current line, or over several where it does not fit or comments stand in it.
  ///
  /// - Parameter suffix: columns that must be left for what follows on its last line.
  mutating func write(_ condition: ConditionSyntax, depth: Int, suffix: Int) {
    guard condition.canBreak else {
      lines.append(condition.canonicalText)
      return flushCommentsWithin(condition.range)
    }
    // No column is more than four bytes long.
    if !hasComments(before: condition.breakableEnd), let flat = condition.canonicalText(withinBytes: Self.width * 4),
      fits(flat, suffix: suffix)
    {
      lines.append(flat)
      return flushCommentsWithin(condition.range)
    }
    switch condition.kind {
    case .list(let kind, let items): write(items, open: "\(kind.rawValue)(", end: condition.range.end, depth: depth)
    case .group(let items): write(items, open: "(", end: condition.range.end, depth: depth)
    case .match(let kind, let strings): write(strings, of: kind, end: condition.range.end, depth: depth)
    case .not(let operand):
      lines.append("NOT ")
      write(operand, depth: depth, suffix: suffix)
    case .and(let items): write(items, joinedBy: "AND", depth: depth, suffix: suffix)
    case .or(let items): write(items, joinedBy: "OR", depth: depth, suffix: suffix)
    case .signal, .context: lines.append(condition.canonicalText)
    }
  }

  /// One item a line, in parentheses.
  private mutating func write(_ items: [ConditionSyntax], open: String, end: SourceLocation, depth: Int) {
    lines.append(open)
    for (index, item) in items.enumerated() {
      let isLast = index + 1 == items.count
      flushComments(before: item.range.start.offset, depth: depth + 1)
      lines.begin(depth: depth + 1)
      write(item, depth: depth + 1, suffix: isLast ? 0 : 1)
      if !isLast { lines.append(",") }
    }
    close(end, depth: depth)
  }

  private mutating func write(_ strings: [StringSyntax], of kind: MatchKind, end: SourceLocation, depth: Int) {
    lines.append(kind.keyword + "(")
    for (index, string) in strings.enumerated() {
      flushComments(before: string.range.start.offset, depth: depth + 1)
      lines.begin(string.value.quoted + (index + 1 < strings.count ? "," : ""), depth: depth + 1)
    }
    close(end, depth: depth)
  }

  private mutating func close(_ end: SourceLocation, depth: Int) {
    flushComments(before: end.offset, depth: depth + 1)
    lines.begin(")", depth: depth)
  }

  /// One operand a line, the connective before it.
  private mutating func write(_ items: [ConditionSyntax], joinedBy word: String, depth: Int, suffix: Int) {
    for (index, item) in items.enumerated() {
      if index > 0 {
        flushComments(before: item.range.start.offset, depth: depth + 1)
        lines.begin("\(word) ", depth: depth + 1)
      }
      write(item, depth: index > 0 ? depth + 1 : depth, suffix: index + 1 == items.count ? suffix : 0)
    }
  }
}

extension ConditionSyntax {
  /// Whether it can stand on more than one line.
  fileprivate var canBreak: Bool {
    switch kind {
    case .signal, .context: false
    case .not(let operand): operand.canBreak
    case .match, .list, .group, .and, .or: true
    }
  }

  /// Comments before this place break it over lines. One within its last operand does not, where that stands on one
  /// line: it will end the line, and so be outside when the policy is formatted again.
  fileprivate var breakableEnd: SourceLocation {
    switch kind {
    case .and(let items), .or(let items):
      items.last.map { $0.canBreak ? $0.breakableEnd : $0.range.start } ?? range.end
    case .not(let operand) where operand.canBreak: operand.breakableEnd
    case .signal, .context, .not: range.start
    case .match, .list, .group: range.end
    }
  }
}

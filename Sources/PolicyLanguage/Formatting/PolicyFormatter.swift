/// Writes a policy in the one form that everybody's policies have.
///
/// Formatting what was formatted changes nothing; reading what was formatted gives the same policy; every comment stays
/// where it stands: above the thing it stood before, or at the end of the line it ended. One blank line between rules or
/// comments stays too; more become one.
public struct PolicyFormatter {
  /// Columns a line has at most, where it can be broken.
  public static let width = 100

  var lines = LineWriter()
  private var comments: ArraySlice<Comment>
  /// The line of the source on which what was written last ended.
  private var lastSourceLine = 0
  /// Whether a blank line here would stand at the start of the text or of a block, or beside another.
  private var isAfterBreak = true

  private init(_ comments: [Comment]) {
    self.comments = comments[...]
  }

  /// - Parameter policy: parsed without error.
  public static func format(_ policy: PolicySyntax) -> String {
    var formatter = PolicyFormatter(policy.comments)
    for (index, item) in policy.items.enumerated() {
      formatter.flushEndingComment(before: item)
      let isAmongPriorities = index > 0 && item.isPriority && policy.items[index - 1].isPriority
      if index > 0, !isAmongPriorities { formatter.breakLines() }
      formatter.write(item)
    }
    formatter.flushComments(before: .max, depth: 0, keepsBlankLines: true)
    return formatter.lines.text
  }

  // MARK: Blank lines

  private mutating func breakLines() {
    lines.blank()
    isAfterBreak = true
  }

  /// Keeps a blank line that the source has before this line.
  private mutating func keepBlankLine(before line: Int) {
    if !isAfterBreak, line > lastSourceLine + 1 { lines.blank() }
    isAfterBreak = false
  }

  // MARK: Comments

  /// Writes the comments before a place: one that ended a line ends the current line, another has a line of its own.
  mutating func flushComments(before offset: Int, depth: Int, keepsBlankLines: Bool = false) {
    while let comment = comments.first, comment.range.start.offset < offset {
      comments.removeFirst()
      if comment.isTrailing, lines.canTakeComment {
        lines.endingComment(comment.text)
      } else {
        if keepsBlankLines { keepBlankLine(before: comment.range.start.line) }
        lines.comment(comment.text, depth: depth)
      }
      lastSourceLine = comment.range.end.line
    }
  }

  /// A comment that ends the line of the last item belongs to it, not to the next item.
  private mutating func flushEndingComment(before item: PolicyItem) {
    guard let comment = comments.first, comment.isTrailing, hasComments(before: item.range.start),
      lines.canTakeComment
    else { return }
    flushComments(before: comment.range.end.offset, depth: 0)
  }

  /// Writes the comments within what stands on one line: the last ends the line, the others go above it.
  mutating func flushCommentsWithin(_ range: SourceRange) {
    while let comment = comments.first, comment.range.start.offset < range.end.offset {
      comments.removeFirst()
      lines.endingComment(comment.text)
    }
  }

  func hasComments(before end: SourceLocation) -> Bool {
    comments.first.map { $0.range.start < end } ?? false
  }

  // MARK: Items

  private mutating func write(_ item: PolicyItem) {
    flushComments(before: item.range.start.offset, depth: 0, keepsBlankLines: true)
    keepBlankLine(before: item.range.start.line)
    switch item {
    case .label(let label): write(label)
    case .exception(let exception): write(exception, depth: 0)
    case .priority(let priority): write(priority)
    }
    lastSourceLine = item.range.end.line
  }

  private mutating func write(_ label: LabelSyntax) {
    let keyword = label.keyword == .section ? "SECTION" : "LABEL"
    let message = label.message.map { ": " + $0.value.quoted } ?? ""
    lines.begin("\(keyword) \(label.name.value.quoted)\(message) {", depth: 0)
    flushCommentsWithin(SourceRange(start: label.range.start, end: (label.message ?? label.name).range.end))
    isAfterBreak = true
    write(label.rules, depth: 1)
    if let exception = label.exception {
      flushComments(before: exception.range.start.offset, depth: 1, keepsBlankLines: true)
      keepBlankLine(before: exception.range.start.line)
      write(exception, depth: 1)
    }
    flushComments(before: label.range.end.offset, depth: 1, keepsBlankLines: true)
    lines.begin("}", depth: 0)
  }

  private mutating func write(_ exception: ExceptionSyntax, depth: Int) {
    lines.begin(exception.keyword == .unless ? "UNLESS {" : "EXCEPT WHEN {", depth: depth)
    isAfterBreak = true
    write(exception.rules, depth: depth + 1)
    flushComments(before: exception.range.end.offset, depth: depth + 1, keepsBlankLines: true)
    lines.begin("}", depth: depth)
    lastSourceLine = exception.range.end.line
  }

  private mutating func write(_ priority: PrioritySyntax) {
    lines.begin("PRIORITY: ", depth: 0)
    let flat = priority.labels.map(\.value.quoted).joined(separator: " > ")
    if fits(flat), !hasComments(before: priority.range.end) { return lines.append(flat) }
    for (index, label) in priority.labels.enumerated() {
      if index > 0 {
        flushComments(before: label.range.start.offset, depth: 1)
        lines.begin("> ", depth: 1)
      }
      lines.append(label.value.quoted)
    }
  }

  private mutating func write(_ rules: [RuleSyntax], depth: Int) {
    for rule in rules {
      flushComments(before: rule.range.start.offset, depth: depth, keepsBlankLines: true)
      keepBlankLine(before: rule.range.start.line)
      lines.begin(depth: depth)
      write(rule.condition, depth: depth, suffix: 0)
      lastSourceLine = rule.range.end.line
    }
  }

  /// Whether a text fits onto the current line.
  ///
  /// - Parameter suffix: columns that must be left for what follows it.
  func fits(_ text: String, suffix: Int = 0) -> Bool {
    lines.column + text.unicodeScalars.count + suffix <= Self.width
  }
}

extension PolicyItem {
  fileprivate var isPriority: Bool { if case .priority = self { true } else { false } }
}

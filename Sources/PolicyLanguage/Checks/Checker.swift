/// What a grammar cannot say: names, limits, priorities.
struct Checker {
  /// Names of a circle that a message gives; a longer one is told by its ends.
  private static let longestCircle = 12

  private(set) var diagnostics = DiagnosticList()

  /// - Parameter isWhole: whether the text was read without error; what may be missing is not spoken of otherwise.
  mutating func check(_ policy: PolicySyntax, isWhole: Bool) {
    let labels = policy.labels
    if labels.isEmpty, isWhole {
      let range = policy.items.first.map(\.range) ?? SourceRange(start: .start, end: .start)
      diagnostics.report(.emptyPolicy, "a policy needs at least one label", at: range)
    }
    if labels.count > PolicyLimits.labels {
      diagnostics.report(
        .tooManyLabels, "\(labels.count) labels are over the limit of \(PolicyLimits.labels)",
        at: labels[PolicyLimits.labels].name.range)
    }
    checkNames(labels)
    checkExceptions(policy)
    checkSignals(policy)
    checkPriorities(policy.priorities, labels: labels)
  }

  private mutating func checkNames(_ labels: [LabelSyntax]) {
    var first: [String: SourceRange] = [:]
    for label in labels where !label.name.value.isEmpty {
      if label.name.value.unicodeScalars.count > PolicyLimits.signalCharacters {
        diagnostics.report(
          .signalTooLong, "a name is at most \(PolicyLimits.signalCharacters) characters long", at: label.name.range)
      }
      if let range = first[label.name.value] {
        diagnostics.report(
          .duplicateLabel, "the label `\(label.name.value.abridged)` is declared twice", at: label.name.range,
          notes: [.init("the first is here", range: range)])
      } else {
        first[label.name.value] = label.name.range
      }
    }
  }

  private mutating func checkExceptions(_ policy: PolicySyntax) {
    let exceptions = policy.items.compactMap { if case .exception(let exception) = $0 { exception } else { nil } }
    guard let first = exceptions.first else { return }
    for exception in exceptions.dropFirst() {
      diagnostics.report(
        .repeatedException, "a policy has at most one exception of its own", at: exception.keywordRange,
        notes: [.init("the first is here", range: first.keywordRange)])
    }
  }

  private mutating func checkSignals(_ policy: PolicySyntax) {
    var seen: Set<String> = []
    var isOver = false
    policy.forEachCondition { condition in
      guard !isOver else { return }
      for (text, range) in condition.checks where seen.insert(text.foldedWords).inserted {
        guard seen.count > PolicyLimits.signals else { continue }
        diagnostics.report(
          .tooManySignals, "a policy has at most \(PolicyLimits.signals) distinct signals", at: range)
        isOver = true
        return
      }
    }
  }

  // MARK: Priorities

  private mutating func checkPriorities(_ priorities: [PrioritySyntax], labels: [LabelSyntax]) {
    let names = labels.map(\.name.value)
    let known = Set(names)
    // A label whose name could not be read may be any of them.
    let isEveryNameKnown = !known.isEmpty && !known.contains("")
    var isRepeated = false
    for priority in priorities {
      var seen: [String: SourceRange] = [:]
      for name in priority.labels {
        if let first = seen[name.value] {
          isRepeated = true
          diagnostics.report(
            .priorityCycle, "`\(name.value.abridged)` stands twice in one priority", at: name.range,
            notes: [.init("the first is here", range: first)])
        } else {
          seen[name.value] = name.range
        }
        if isEveryNameKnown, !known.contains(name.value) { reportUnknown(name, names: names) }
      }
    }
    guard !isRepeated, let cycle = PriorityGraph(priorities).cycle() else { return }
    var path = (cycle.names + cycle.names.prefix(1)).map { "`\($0.abridged)`" }
    if path.count > Self.longestCircle {
      path.replaceSubrange((Self.longestCircle - 1)..<(path.count - 1), with: ["…"])
    }
    diagnostics.report(
      .priorityCycle, "the priorities run in a circle: \(path.joined(separator: " > "))", at: cycle.range)
  }

  private mutating func reportUnknown(_ name: StringSyntax, names: [String]) {
    guard !diagnostics.isFullOfErrors else { return }
    let folded = names.first { $0.lowercased() == name.value.lowercased() }
    guard let nearest = folded ?? Nearest.match(name.value, among: names) else {
      return diagnostics.report(.unknownLabel, "no label is named `\(name.value.abridged)`", at: name.range)
    }
    diagnostics.report(
      .unknownLabel, "no label is named `\(name.value.abridged)`; did you mean `\(nearest.abridged)`", at: name.range,
      fixes: [.init("write `\(nearest.abridged)`", range: name.range, replacement: nearest.quoted)])
  }
}

extension ExceptionSyntax {
  /// UNLESS, or the EXCEPT of EXCEPT WHEN: six letters both.
  fileprivate var keywordRange: SourceRange {
    var end = range.start
    end.offset += 6
    end.column += 6
    return SourceRange(start: range.start, end: end)
  }
}

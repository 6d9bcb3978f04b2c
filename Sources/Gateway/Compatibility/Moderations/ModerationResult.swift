internal import PolicyEvaluation
internal import SignalScoring

/// What came of one input. Every category of the policy is in each of the tables.
package struct ModerationResult: Encodable, Sendable {
  /// Whether any category is.
  package var flagged: Bool
  package var categories: [String: Bool]
  /// 0...1.
  package var categoryScores: [String: Double]
  /// The kinds of parts that a category was judged on; never none.
  package var categoryAppliedInputTypes: [String: [String]]

  private enum CodingKeys: String, CodingKey {
    case flagged, categories
    case categoryScores = "category_scores"
    case categoryAppliedInputTypes = "category_applied_input_types"
  }
}

extension ModerationResult {
  /// Each category as the part has it that shows it best.
  ///
  /// - Parameters:
  ///   - parts: of one input, with what each is.
  ///   - field: what the caller calls that input.
  /// - Throws: UNAVAILABLE where a part that no other makes up for could not be scored; INVALID_ARGUMENT where nothing
  ///   here can judge a category on what there is.
  init(
    _ parts: [(item: EvaluatedItem, kind: ModerationPart.Kind)], policy: CompiledPolicy, field: String
  ) throws(GatewayError) {
    flagged = false
    categories = [:]
    categoryScores = [:]
    categoryAppliedInputTypes = [:]
    var failed: [String] = []
    var unseen: [String] = []
    for (place, label) in policy.labels.enumerated() {
      let judgement = CategoryJudgement(
        parts.map { part in
          CategoryJudgement.Part(
            verdict: part.item.report.labels[place].verdict, kind: part.kind, isUnseen: part.item.isUnseen(part.kind))
        })
      if judgement.isFailed {
        failed.append(label.name)
      } else if let score = judgement.score {
        categories[label.name] = judgement.holds
        categoryScores[label.name] = score
        categoryAppliedInputTypes[label.name] = judgement.kinds.map(\.rawValue)
        flagged = flagged || judgement.holds
      } else {
        unseen.append(label.name)
      }
    }
    if !failed.isEmpty {
      let why = parts.lazy.compactMap { $0.item.firstFailure }.first.map { ": \($0.message)" } ?? ""
      throw GatewayError(
        .unavailable, "\(field): \(Self.name(failed)) could not be scored\(why)", field: field,
        reason: "category_not_scored")
    }
    if !unseen.isEmpty {
      throw GatewayError(
        field: field,
        "nothing on this server can tell \(Self.name(unseen)) on an image: a remote model that sees would",
        reason: "category_not_supported")
    }
  }

  private static let namedCategories = 5

  private static func name(_ categories: [String]) -> String {
    let names = categories.prefix(namedCategories).map { "`\($0)`" }.joined(separator: ", ")
    let rest = categories.count - namedCategories
    return (categories.count == 1 ? "the category " : "the categories ") + names + (rest > 0 ? " and \(rest) more" : "")
  }
}

extension EvaluatedItem {
  /// Whether all that failed is what nothing here can tell on an image, so that a category that failed was not judged
  /// rather than failed to be.
  fileprivate func isUnseen(_ kind: ModerationPart.Kind) -> Bool {
    kind == .image && failures.values.allSatisfy { $0.code == .unsupported }
  }
}

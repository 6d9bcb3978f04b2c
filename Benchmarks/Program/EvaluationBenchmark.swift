internal import ArgumentParser
internal import PolicyEvaluation
internal import SignalScoring

/// One evaluation of 50 labels on 2 kB of text, no model: what the product does for an item, without the transports.
struct EvaluationBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluation", abstract: "Time one evaluation of 50 labels on 2 kB of text.")

  @Option var rounds = 20_000

  @Flag(help: "Leave the fuzzy matches out.") var exactOnly = false

  func run() async throws {
    let words = ["refund", "casino", "giveaway", "invoice", "lottery", "crypto", "wallet", "voucher", "parcel", "loan"]
    let labels = (0..<50).map { index in
      let word = words[index % words.count]
      let exact = #"=("\#(word) \#(index)", "free \#(word)")"#
      let fuzzy = exactOnly ? "" : #" AND NOT ~("un\#(word)ed")"#
      return #"LABEL "Label \#(index)" { \#(exact)\#(fuzzy) }"#
    }
    let policy = try CompiledPolicy.compile(labels.joined(separator: "\n"))
    let sentence = "Thank you for your order; the parcel left our house this morning and will be with you soon. "
    let text = String(String(repeating: sentence, count: 30).prefix(2_048))
    let plan = try await ScoringPlan.prepare(policy: policy, scorers: [LexicalScorer()])
    let content = TextContent(hash: "sha256::0", text: text)
    var durations: [Duration] = []
    durations.reserveCapacity(rounds)
    var matches = 0
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      let scored = try await plan.score(content, threshold: 0.5, expedited: false)
      let report = policy.evaluate(scores: scored.scores, threshold: 0.5, unscored: scored.unscored)
      durations.append(ContinuousClock.now - start)
      if report.verdict.outcome == .true { matches += 1 }
    }
    durations.sort()
    func microseconds(_ share: Double) -> Double {
      durations[min(durations.count - 1, Int(Double(durations.count) * share))] / .microseconds(1)
    }
    print("\(microseconds(0.5)) \(microseconds(0.99)) \(matches)")
  }
}

internal import ArgumentParser
internal import EmbeddedModels
internal import Foundation
internal import PolicyEvaluation
internal import SignalScoring

/// What the embedded scorer takes for a text of 100 words that it has not seen, beside the runtime alone on tensors of
/// the same shapes.
struct ScorerBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorer",
    abstract: "Time the embedded scorer, on one core, beside its runtime alone.",
    discussion: """
      Prints a line for each number of signals: the number, the processor's milliseconds a text takes, and those of \
      the runtime alone.
      """)

  @Option(help: "How many signals a policy has.") var signals = [5, 50]
  @Option var rounds = 200

  private static let sentences = [
    "Thank you for your order; the parcel left our house this morning.", "Nobody told me that the shop had moved.",
    "We walked along the river until it got dark, and then took the last bus home.", "Is there any coffee left?",
    "The council will vote on the new bridge next week.", "My brother says the second half was much better.",
    "If the screen stays black, hold both buttons for ten seconds and try again.", "He paid in cash and left.",
    "Our neighbours are selling their piano because they need more room.", "It rained, so the match was called off.",
  ]

  func run() async throws {
    let scorer = try EmbeddedTextScorer(threads: 1)
    let bare = try BareModels(files: .default)
    for count in signals {
      let features = (0..<count).map {
        Feature(index: $0, kind: .concept("a message about subject number \($0)"), expression: "", ranges: [])
      }
      let prepared = try await scorer.prepare(features)
      var (ours, theirs) = (0.0, 0.0)
      // The first rounds meet new shapes, which the runtime has to prepare for.
      for round in -rounds / 4..<rounds {
        let text = Self.sentences.shuffled().joined(separator: " ")
        let lengths = scorer.sequences(of: text).map(\.count)
        let start = Self.processorTime
        let results = try await prepared.score(TextContent(hash: "\(count) \(round)", text: text))
        let middle = Self.processorTime
        try bare.run(lengths: lengths, signals: count)
        let end = Self.processorTime
        guard results.allSatisfy({ if case .scored = $0 { true } else { false } }) else {
          throw ValidationError("the scorer failed")
        }
        if round >= 0 {
          ours += middle - start
          theirs += end - middle
        }
      }
      print(count, ours / Double(rounds), theirs / Double(rounds))
    }
    scorer.stop()
  }

  /// Of all threads of the process, in milliseconds.
  private static var processorTime: Double { Double(clock()) / Double(CLOCKS_PER_SEC) * 1000 }
}

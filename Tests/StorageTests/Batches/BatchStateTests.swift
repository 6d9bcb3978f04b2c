import Foundation
import Testing

@testable import Storage

/// A batch job's life as a value.
struct BatchStateTests {
  private static let failure = BatchFailure(code: 1, message: "line 2: wrong")
  private static let input = BatchInput(file: "input-1.csv", rows: 3, bytes: 60)
  private static let progress = BatchProgress(rows: 2, failedRows: 1, outputBytes: 40)

  private static let events: [BatchEvent] = [
    .uploaded(input), .inputRefused(failure), .expired(failure), .began, .checked, .submitted, .wrote(progress),
    .evaluated, .secured, .completed, .failed(failure), .cancelled,
  ]

  /// What each event makes of each state; a dot where it cannot happen.
  private static let table: [(BatchState, String)] = [
    (.initialized, "queued error error . . . . . . . error cancelled"),
    (.queued, "queued error . preprocessing . . . . . . error cancelled"),
    (.preprocessing, ". . . . preprocessed . . . . . error cancelled"),
    (.preprocessed, ". . . . . submitted . . . . error cancelled"),
    (.submitted, ". . . . . . submitted postprocessing . . error cancelled"),
    (.postprocessing, ". . . . . . . . postprocessed . error cancelled"),
    (.postprocessed, ". . . . . . . . . completed error cancelled"),
    (.completed, ". . . . . . . . . . . ."),
    (.error, ". . . . . . . . . . . ."),
    (.cancelled, ". . . . . . . . . . . ."),
  ]

  /// Every event in every state does what the table says, and nothing else.
  @Test func everyTransition() {
    #expect(Set(Self.table.map(\.0)) == Set(BatchState.allCases))
    for (state, row) in Self.table {
      let found = Self.events.map { state.after($0).map(String.init(describing:)) ?? "." }
      #expect(found.joined(separator: " ") == row, "\(state)")
    }
  }

  /// A record takes up what an event brings, and its times; what cannot happen changes nothing.
  @Test func recordsWhatHappened() {
    let start = Sample.time()
    var record = BatchRecord(
      id: UUID(), accountID: UUID(), name: "a", policyID: UUID(), policyVersionID: UUID(), created: start)
    let untouched = record
    let isRefused = record.apply(.completed, at: Sample.time(1))
    #expect(!isRefused && record == untouched)
    let events: [BatchEvent] = [
      .uploaded(Self.input), .began, .checked, .submitted, .wrote(Self.progress), .evaluated, .secured, .completed,
    ]
    for (second, event) in events.enumerated() {
      let happens = record.apply(event, at: Sample.time(Double(second + 1)))
      #expect(happens && record.updated == Sample.time(Double(second + 1)))
    }
    #expect(record.state == .completed && record.input == Self.input && record.progress == Self.progress)
    #expect(record.ended == Sample.time(8) && record.created == start && record.failure == nil)
  }

  /// Random events end a batch job once, and it says why exactly where it ended in error.
  @Test(arguments: 0..<50)
  func endsOnce(_ seed: UInt64) {
    var number = seed
    var record = BatchRecord(
      id: UUID(), accountID: UUID(), name: "a", policyID: UUID(), policyVersionID: UUID(), created: Sample.time())
    var ends = 0
    for _ in 0..<60 {
      let wasTerminal = record.state.isTerminal
      // The multiplier and the increment are Knuth's.
      number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let event = Self.events[Int(number >> 33) % Self.events.count]
      let happened = record.apply(event, at: Sample.time())
      #expect(!(wasTerminal && happened))
      if happened, record.state.isTerminal { ends += 1 }
      #expect((record.ended != nil) == record.state.isTerminal)
      #expect((record.failure != nil) == (record.state == .error))
    }
    #expect(ends <= 1)
  }
}

import Foundation
import Testing

@testable import Storage

/// An invite's life as a value.
struct InviteStateTests {
  private static let renewal = InviteEvent.renewed(codeHash: Data(repeating: 2, count: 32), expires: Sample.time(900))

  /// What each event makes of each state; nil where it cannot happen.
  private static let table: [(InviteState, InviteEvent, InviteState?)] = [
    (.pending, renewal, .pending), (.pending, .accepted, .accepted),
    (.expired, renewal, .pending), (.expired, .accepted, nil),
    (.accepted, renewal, nil), (.accepted, .accepted, nil),
  ]

  private static func record(_ state: InviteState) -> InviteRecord {
    var record = Sample.invite(account: UUID(), expires: Sample.time(state == .expired ? 10 : 1_000))
    if state == .accepted {
      record.accepted = Sample.time(20)
      record.codeHash = nil
    }
    return record
  }

  /// Every event in every state does what the table says, and nothing else.
  @Test func everyTransition() {
    #expect(Set(Self.table.map(\.0)) == Set(InviteState.allCases) && Self.table.count == 6)
    for (state, event, next) in Self.table { #expect(state.after(event) == next, "\(state) \(event)") }
  }

  /// A record takes up what an event brings; what cannot happen changes nothing.
  @Test func recordsWhatHappened() {
    let moment = Sample.time(100)
    for (state, event, next) in Self.table {
      let before = Self.record(state)
      var after = before
      #expect(before.state(at: moment) == state)
      let happens = after.apply(event, at: moment)
      #expect(happens == (next != nil) && (happens || after == before), "\(state) \(event)")
      if let next { #expect(after.state(at: moment) == next, "\(state) \(event)") }
      switch (happens, event) {
      case (true, .renewed(let hash, let expires)): #expect(after.codeHash == hash && after.expires == expires)
      case (true, .accepted): #expect(after.codeHash == nil && after.accepted == moment)
      case (false, _): break
      }
    }
  }

  /// One expires at its moment and not before; accepted, it never does.
  @Test(arguments: [(9.999_999, InviteState.pending), (10, .expired), (11, .expired)])
  func expires(second: Double, state: InviteState) {
    var record = Self.record(.expired)
    #expect(record.state(at: Sample.time(second)) == state)
    record.accepted = Sample.time(5)
    #expect(record.state(at: Sample.time(second)) == .accepted)
  }
}

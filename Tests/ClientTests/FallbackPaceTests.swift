import Testing

@testable import gavel

struct FallbackPaceTests {
  /// The first is said at once; what follows within a while is said with the next, none of it lost.
  @Test func saysAllOnceInAWhile() {
    var pace = FallbackPace()
    let start = ContinuousClock.now
    let said = [(2, 0.0), (3, 1), (4, 9.9), (5, 10), (6, 12), (7, 25)].map { signals, seconds in
      pace.add(signals, at: start + .seconds(seconds))
    }
    #expect(said == [2, nil, nil, 12, nil, 13])
  }
}

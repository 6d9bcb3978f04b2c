import Testing

@testable import EmbeddedModels

@Suite struct LineFinderTests {
  private let scale = Place(x: 1, y: 1)

  /// A map of ink where the given places are wholly so.
  private func ink(width: Int, height: Int, _ isInk: (Int, Int) -> Bool) -> [Float] {
    (0..<width * height).map { isInk($0 % width, $0 / width) ? 0.9 : 0.1 }
  }

  /// Lines are told apart, let out by their area through their circumference, and put in the picture's pixels, from the
  /// top down.
  @Test func findsLines() throws {
    let ink = ink(width: 64, height: 32) { x, y in
      ((4..<44).contains(x) && (20..<24).contains(y)) || ((10..<30).contains(x) && (3..<8).contains(y))
    }
    let lines = LineFinder.lines(in: ink, width: 64, height: 32, scale: Place(x: 2, y: 2))
    #expect(lines.count == 2)
    let upper = try #require(lines.first)
    let out = 20 * 5 * 1.6 / 50.0
    #expect(upper.centre == Place(x: 40, y: 11) && abs(upper.direction.y) < 1e-9)
    #expect(abs(upper.halfLength - (10 + out) * 2) < 1e-9 && abs(upper.halfHeight - (2.5 + out) * 2) < 1e-9)
    #expect(lines[1].centre == Place(x: 48, y: 44))
  }

  /// What hangs together by a corner is one line; one that stands askew is found as it stands.
  @Test func findsWhatStandsAskew() throws {
    let ink = ink(width: 60, height: 60) { x, y in abs(x - y) <= 3 && (10..<50).contains(x) }
    let lines = LineFinder.lines(in: ink, width: 60, height: 60, scale: scale)
    #expect(lines.count == 1)
    #expect(abs(abs(lines[0].direction.x) - 0.5.squareRoot()) < 0.01)
    #expect(lines[0].direction.x * lines[0].direction.y > 0)
  }

  /// Specks, hairlines and faint stretches are none.
  @Test func leavesOutWhatIsNoLine() {
    var ink = ink(width: 64, height: 32) { x, y in (x < 2 && y < 3) || y == 12 }
    for x in 10..<40 {
      for y in 20..<26 { ink[y * 64 + x] = 0.35 }
    }
    #expect(LineFinder.lines(in: ink, width: 64, height: 32, scale: scale).isEmpty)
  }

  /// Of very many the largest are taken.
  @Test func isBounded() {
    let ink = ink(width: 200, height: 200) { x, y in x % 8 < 4 && y % 8 < (y < 8 ? 7 : 4) }
    let lines = LineFinder.lines(in: ink, width: 200, height: 200, scale: scale)
    #expect(lines.count == LineFinder.mostLines)
    #expect(lines.filter { $0.centre.y < 8 }.count == 25)
  }
}

import Testing

@testable import EmbeddedModels

@Suite struct LinePlaceTests {
  /// Inner points, points on a side and points given twice are no corners.
  @Test func hullHasCornersAlone() {
    let square = [(0, 0), (4, 0), (4, 4), (0, 4), (2, 2), (2, 0), (0, 0), (4, 2)].map { Place(x: $0.0, y: $0.1) }
    let corners = ConvexHull.corners(of: square)
    #expect(corners.count == 4 && Set(corners.map { $0.x * 10 + $0.y }) == [0, 40, 44, 4])
  }

  /// Few points, or points on one line, make no area.
  @Test(arguments: [[(1, 1)], [(1, 1), (4, 5)], [(0, 0), (1, 1), (2, 2), (3, 3)]] as [[(Double, Double)]])
  func degenerateHullsHaveNoHeight(points: [(Double, Double)]) throws {
    let place = try #require(LinePlace(around: points.map { Place(x: $0.0, y: $0.1) }))
    #expect(place.halfHeight < 1e-9)
    #expect(LinePlace(around: []) == nil)
  }

  /// The rectangle is that of least area, its longer side first.
  @Test func isOfLeastArea() throws {
    // 10 long and 2 high, turned by the angle of 3, 4 and 5.
    let (along, across) = (Place(x: 0.8, y: 0.6), Place(x: -0.6, y: 0.8))
    let corners = [(-5, -1), (5, -1), (5, 1), (-5, 1)].map { along * $0.0 + across * $0.1 + Place(x: 7, y: 9) }
    let place = try #require(LinePlace(around: corners))
    #expect(abs(place.halfLength - 5) < 1e-9 && abs(place.halfHeight - 1) < 1e-9)
    #expect(abs(abs(place.direction.along(along)) - 1) < 1e-9)
    #expect(abs(place.centre.x - 7) < 1e-9 && abs(place.centre.y - 9) < 1e-9)
  }
}

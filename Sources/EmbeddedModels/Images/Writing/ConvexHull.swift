/// A point of a picture, in pixels.
struct Place: Sendable, Equatable {
  var x: Double
  var y: Double

  static func + (lhs: Place, rhs: Place) -> Place { Place(x: lhs.x + rhs.x, y: lhs.y + rhs.y) }
  static func - (lhs: Place, rhs: Place) -> Place { Place(x: lhs.x - rhs.x, y: lhs.y - rhs.y) }
  static func * (lhs: Place, rhs: Double) -> Place { Place(x: lhs.x * rhs, y: lhs.y * rhs) }
  static prefix func - (place: Place) -> Place { Place(x: -place.x, y: -place.y) }

  /// How far along a direction of unit length it lies.
  func along(_ direction: Place) -> Double { x * direction.x + y * direction.y }

  /// The same, turned by a quarter.
  var turned: Place { Place(x: -y, y: x) }
}

/// The convex hull of points (Andrew's monotone chain).
enum ConvexHull {
  /// - Returns: its corners in order, each once; of fewer than three points themselves.
  static func corners(of points: [Place]) -> [Place] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    let half = chain(sorted)
    return half.count < 2 ? half : half.dropLast() + chain(sorted.reversed()).dropLast()
  }

  private static func chain(_ points: [Place]) -> [Place] {
    var chain: [Place] = []
    for point in points where chain.last != point {
      while chain.count > 1, turn(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 { chain.removeLast() }
      chain.append(point)
    }
    return chain
  }

  /// Positive where the way from a over b to c turns to one side, negative where to the other.
  private static func turn(_ a: Place, _ b: Place, _ c: Place) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}

/// Where a line of writing lies: a rectangle that may stand askew.
struct LinePlace: Sendable, Equatable {
  var centre: Place
  /// The direction of the longer side, of unit length.
  var direction: Place
  /// Half of the longer and of the shorter side.
  var halfLength: Double
  var halfHeight: Double

  /// The rectangle of least area around points: one of its sides lies on one of their hull's.
  ///
  /// - Returns: nil where there are no points.
  init?(around points: [Place]) {
    let corners = ConvexHull.corners(of: points)
    var best: (area: Double, place: LinePlace)?
    for (index, start) in corners.enumerated() {
      let side = corners[(index + 1) % corners.count] - start
      let length = side.along(side).squareRoot()
      let direction = length > 0 ? side * (1 / length) : Place(x: 1, y: 0)
      let across = direction.turned
      let (along, beside) = (Self.extent(of: corners, direction), Self.extent(of: corners, across))
      let (halfLength, halfHeight) = ((along.high - along.low) / 2, (beside.high - beside.low) / 2)
      if let best, best.area <= halfLength * halfHeight { continue }
      let centre = direction * ((along.low + along.high) / 2) + across * ((beside.low + beside.high) / 2)
      best = (
        halfLength * halfHeight,
        halfLength < halfHeight
          ? LinePlace(centre: centre, direction: across, halfLength: halfHeight, halfHeight: halfLength)
          : LinePlace(centre: centre, direction: direction, halfLength: halfLength, halfHeight: halfHeight)
      )
    }
    guard let best else { return nil }
    self = best.place
  }

  init(centre: Place, direction: Place, halfLength: Double, halfHeight: Double) {
    self.centre = centre
    self.direction = direction
    self.halfLength = halfLength
    self.halfHeight = halfHeight
  }

  private static func extent(of corners: [Place], _ direction: Place) -> (low: Double, high: Double) {
    corners.reduce((Double.infinity, -Double.infinity)) {
      let value = $1.along(direction)
      return (min($0.0, value), max($0.1, value))
    }
  }
}

/// Finds the lines of writing in what the model says of each pixel: how probably it belongs to the middle of one.
///
/// Differentiable binarization (Liao et al., arXiv 1911.08947): the model is taught lines that are shrunk, so that they
/// stand apart, and what is found is let out again.
enum LineFinder {
  /// From where on a pixel belongs to a line.
  private static let leastInk: Float = 0.3
  /// The mean of a line's pixels is at least this.
  private static let leastMean: Float = 0.5
  private static let leastPixels = 8
  /// Pixels of the map that a line is high at least.
  private static let leastHeight = 3.0
  /// How far a line is let out: its area by its circumference times this.
  private static let outset = 1.6
  /// So many of the largest are taken: on noise there is no end of them.
  static let mostLines = 200

  /// - Parameters:
  ///   - ink: 0...1 for each pixel of the map, row by row.
  ///   - scale: how many pixels of the picture one of the map's is, right and down.
  /// - Returns: places in the picture, from the top down.
  static func lines(in ink: [Float], width: Int, height: Int, scale: Place) -> [LinePlace] {
    var found: [(place: LinePlace, area: Double)] = []
    for pixels in components(of: ink, width: width, height: height) {
      guard pixels.count >= leastPixels,
        pixels.reduce(0, { $0 + ink[$1] }) / Float(pixels.count) >= leastMean,
        var place = LinePlace(around: corners(of: pixels, width: width)), place.halfHeight * 2 >= leastHeight
      else { continue }
      let out = place.halfLength * place.halfHeight * outset / (place.halfLength + place.halfHeight)
      // The scales of the two axes differ by rounding only.
      let mean = (scale.x + scale.y) / 2
      place.centre = Place(x: place.centre.x * scale.x, y: place.centre.y * scale.y)
      place.halfLength = (place.halfLength + out) * mean
      place.halfHeight = (place.halfHeight + out) * mean
      found.append((place, place.halfLength * place.halfHeight))
    }
    if found.count > mostLines { found = Array(found.sorted { $0.area > $1.area }.prefix(mostLines)) }
    return found.map(\.place).sorted { ($0.centre.y, $0.centre.x) < ($1.centre.y, $1.centre.x) }
  }

  /// Pixels that hang together, by their corners too; in the order in which their first ones stand.
  private static func components(of ink: [Float], width: Int, height: Int) -> [[Int]] {
    var isOpen = ink.map { $0 > leastInk }
    var components: [[Int]] = []
    for start in isOpen.indices where isOpen[start] {
      isOpen[start] = false
      var pixels = [start]
      var next = 0
      while next < pixels.count {
        let (row, column) = pixels[next].quotientAndRemainder(dividingBy: width)
        next += 1
        for y in max(row - 1, 0)...min(row + 1, height - 1) {
          for x in max(column - 1, 0)...min(column + 1, width - 1) where isOpen[y * width + x] {
            isOpen[y * width + x] = false
            pixels.append(y * width + x)
          }
        }
      }
      components.append(pixels)
    }
    return components
  }

  /// The corners of each row's first and last pixel: no others can be corners of the whole.
  private static func corners(of pixels: [Int], width: Int) -> [Place] {
    var ends: [Int: (first: Int, last: Int)] = [:]
    for pixel in pixels {
      let (row, column) = pixel.quotientAndRemainder(dividingBy: width)
      let known = ends[row] ?? (column, column)
      ends[row] = (min(known.first, column), max(known.last, column))
    }
    return ends.flatMap { row, ends in
      [(ends.first, 0), (ends.first, 1), (ends.last + 1, 0), (ends.last + 1, 1)].map {
        Place(x: Double($0.0), y: Double(row + $0.1))
      }
    }
  }
}

internal import ContentIntake

/// What the models that read are given of a picture: planes of blue, green and red, each from -1 to 1.
enum WritingTensors {
  /// Pixels of the longer side of what lines are looked for in.
  private static let longestSides = 736...1280
  /// Sides are multiples of this.
  private static let step = 32
  /// Pixels that a line is cut out to.
  static let lineHeight = 48
  private static let lineWidths = 16...1600
  private static let leastLineWidth = 64
  /// Pixels of the picture that go into one of a line's, a side: fewer would skip some, of a line that is cut out small.
  private static let mostSamples = 8

  struct Planes: Sendable, Equatable {
    var width: Int
    var height: Int
    /// Plane after plane.
    var values: [Float]
  }

  /// The whole picture, as lines are looked for in it.
  static func page(of picture: Picture) -> Planes {
    let longest = max(picture.width, picture.height)
    let scale = Double(min(max(longest, longestSides.lowerBound), longestSides.upperBound)) / Double(longest)
    let (width, height) = (side(picture.width, scale), side(picture.height, scale))
    return planes(picture.scaled(width: width, height: height), width: width, height: height, paddedTo: width)
  }

  private static func side(_ side: Int, _ scale: Double) -> Int {
    max(1, Int((Double(side) * scale / Double(step)).rounded(.toNearestOrEven))) * step
  }

  /// One line, laid level, as it is read.
  static func line(_ cut: LineCut, upsideDown: Bool = false) -> Planes {
    let padded = max((cut.width + step - 1) / step * step, leastLineWidth)
    // INVARIANT: a cut has three bytes for each of its pixels.
    let pixels = upsideDown ? (0..<cut.rgb.count / 3).reversed().flatMap { cut.rgb[3 * $0..<3 * $0 + 3] } : cut.rgb
    return planes(pixels, width: cut.width, height: lineHeight, paddedTo: padded)
  }

  private static func planes(_ rgb: [UInt8], width: Int, height: Int, paddedTo padded: Int) -> Planes {
    let plane = padded * height
    let values = [Float](unsafeUninitializedCapacity: 3 * plane) { values, count in
      values.initialize(repeating: 0)
      for y in 0..<height {
        for x in 0..<width {
          for channel in 0..<3 {
            values[(2 - channel) * plane + y * padded + x] = Float(rgb[3 * (y * width + x) + channel]) / 127.5 - 1
          }
        }
      }
      count = 3 * plane
    }
    return Planes(width: padded, height: height, values: values)
  }

  /// Cuts a line out of a picture.
  static func cut(_ place: LinePlace, of picture: Picture) -> LineCut {
    var place = place
    // Along the line, to the right; of one that stands on end, downwards.
    if place.direction.x < 0 || (abs(place.direction.x) < 1e-6 && place.direction.y < 0) {
      place.direction = -place.direction
    }
    let isSteep = abs(place.direction.y) > abs(place.direction.x)
    let stands = isSteep && place.halfLength >= 1.5 * place.halfHeight
    if isSteep && !stands {
      // Too short to stand: a level line of a character or two.
      let direction = place.direction
      place = LinePlace(
        centre: place.centre, direction: direction.y > 0 ? -direction.turned : direction.turned,
        halfLength: place.halfHeight, halfHeight: place.halfLength)
    }
    let width = (Double(lineHeight) * place.halfLength / place.halfHeight).rounded(.toNearestOrEven)
    let columns = Int(min(max(width, Double(lineWidths.lowerBound)), Double(lineWidths.upperBound)))
    return LineCut(
      width: columns, rgb: sampled(place, of: picture, width: columns, height: lineHeight), stands: stands)
  }

  /// The mean of some places in each pixel.
  private static func sampled(_ place: LinePlace, of picture: Picture, width: Int, height: Int) -> [UInt8] {
    let across = place.direction.turned
    let right = place.direction * (2 * place.halfLength / Double(width))
    let down = across * (2 * place.halfHeight / Double(height))
    let corner = place.centre - place.direction * place.halfLength - across * place.halfHeight
    let samples = min(max(Int((2 * place.halfHeight / Double(height)).rounded(.up)), 1), mostSamples)
    let parts = (0..<samples).map { (Double($0) + 0.5) / Double(samples) }
    var rgb: [UInt8] = []
    rgb.reserveCapacity(3 * width * height)
    for y in 0..<height {
      for x in 0..<width {
        var sum = SIMD3<Float>.zero
        for v in parts {
          for u in parts { sum += picture.sample(at: corner + right * (Double(x) + u) + down * (Double(y) + v)) }
        }
        let mean = (sum / Float(samples * samples)).rounded(.toNearestOrAwayFromZero)
        for channel in 0..<3 { rgb.append(UInt8(min(max(mean[channel], 0), 255))) }
      }
    }
    return rgb
  }
}

/// A line of writing, laid level.
struct LineCut: Sendable, Equatable {
  var width: Int
  /// Red, green and blue of each pixel, row by row; `WritingTensors.lineHeight` rows.
  var rgb: [UInt8]
  /// Whether it stood on end, so that it may be upside down now.
  var stands: Bool
}

extension Picture {
  /// The colour at a place, in pixels from the upper left corner: a mean of the four pixels around it; past the edge it
  /// is as at the edge.
  fileprivate func sample(at place: Place) -> SIMD3<Float> {
    let x = min(max(place.x - 0.5, 0), Double(width - 1))
    let y = min(max(place.y - 0.5, 0), Double(height - 1))
    let (left, top) = (Int(x), Int(y))
    let (right, bottom) = (min(left + 1, width - 1), min(top + 1, height - 1))
    let (u, v) = (Float(x - Double(left)), Float(y - Double(top)))
    let upper = pixel(left, top) * (1 - u) + pixel(right, top) * u
    let lower = pixel(left, bottom) * (1 - u) + pixel(right, bottom) * u
    return upper * (1 - v) + lower * v
  }

  /// INVARIANT: of a place within the picture.
  private func pixel(_ x: Int, _ y: Int) -> SIMD3<Float> {
    let first = 3 * (y * width + x)
    return SIMD3(Float(rgb[first]), Float(rgb[first + 1]), Float(rgb[first + 2]))
  }
}

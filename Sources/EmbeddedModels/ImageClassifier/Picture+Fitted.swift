internal import ContentIntake

extension Picture {
  /// What a model for images is given of the picture: red of all pixels, row by row, then green, then blue.
  func tensor(for sight: ImageClassifierConfiguration.Sight) -> [Float] {
    let pixels = fitted(to: sight.size, sight.fit)
    let plane = sight.size * sight.size
    return [Float](unsafeUninitializedCapacity: 3 * plane) { tensor, count in
      for channel in 0..<3 {
        let factor = Float(1 / (255 * sight.deviation[channel]))
        let offset = Float(sight.mean[channel] / sight.deviation[channel])
        for pixel in 0..<plane {
          tensor.initializeElement(
            at: channel * plane + pixel, to: Float(pixels[3 * pixel + channel]) * factor - offset)
        }
      }
      count = 3 * plane
    }
  }

  /// A square of it.
  func fitted(to side: Int, _ fit: ImageClassifierConfiguration.Fit) -> [UInt8] {
    switch fit {
    case .stretch: return scaled(width: side, height: side)
    case .crop:
      let shorter = min(width, height)
      // Rounded down, as the published preparation of images has it.
      let (scaledWidth, scaledHeight) = (side * width / shorter, side * height / shorter)
      let (left, top) = ((scaledWidth - side) / 2, (scaledHeight - side) / 2)
      return scaled(
        width: scaledWidth, height: scaledHeight, columns: left..<left + side, rows: top..<top + side)
    }
  }
}

internal import ContentIntake

/// What the models are given of a picture.
enum PictureTensors {
  /// Pixels of the side of what each model takes.
  static let classifierSide = 260
  static let detectorSide = 416
  static let nuditySide = 224

  /// The picture is scaled to so many pixels a side, and the model sees the middle of it.
  private static let nudityScaledSide = 256
  /// What the model was trained to have taken off blue, green and red.
  private static let nudityMean: [Float] = [104, 117, 123]

  /// Blue, green and red of each pixel.
  static func nudity(of picture: Picture) -> [Float] {
    let scaled = picture.scaled(width: nudityScaledSide, height: nudityScaledSide)
    let margin = (nudityScaledSide - nuditySide) / 2
    var tensor: [Float] = []
    tensor.reserveCapacity(3 * nuditySide * nuditySide)
    for y in margin..<margin + nuditySide {
      for x in margin..<margin + nuditySide {
        let pixel = 3 * (y * nudityScaledSide + x)
        for channel in 0..<3 { tensor.append(Float(scaled[pixel + 2 - channel]) - nudityMean[channel]) }
      }
    }
    return tensor
  }
}

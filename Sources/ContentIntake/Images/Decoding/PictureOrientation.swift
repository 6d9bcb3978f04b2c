/// How the pixels of a stored picture are gone through for it to come out upright (EXIF's orientation).
struct PictureOrientation {
  /// Pixels of the upright picture.
  let width: Int
  let height: Int
  /// The stored pixel that comes first, and how far the next one lies to the right and down, in pixels.
  private let first: Int
  private let right: Int
  private let down: Int

  /// - Parameters:
  ///   - orientation: 1...8; where the stored picture's first row and first column belong.
  ///   - width: pixels of the stored picture.
  ///   - height: pixels of the stored picture.
  init(_ orientation: Int, width: Int, height: Int) {
    let lastColumn = width - 1
    let lastRow = (height - 1) * width
    (first, right, down) =
      switch orientation {
      case 2: (lastColumn, -1, width)
      case 3: (lastRow + lastColumn, -1, -width)
      case 4: (lastRow, 1, -width)
      case 5: (0, width, 1)
      case 6: (lastRow, -width, 1)
      case 7: (lastRow + lastColumn, -width, -1)
      case 8: (lastColumn, width, -1)
      default: (0, 1, width)
      }
    let isTurned = (5...8).contains(orientation)
    self.width = isTurned ? height : width
    self.height = isTurned ? width : height
  }

  /// - Parameter stored: 3 bytes for each pixel.
  func upright(_ stored: UnsafeBufferPointer<UInt8>) -> Picture {
    let count = 3 * width * height
    precondition(stored.count == count, "a picture has three bytes for each pixel")
    if first == 0, right == 1 { return Picture(width: width, height: height, rgb: Array(stored)) }
    let rgb = [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      var to = 0
      for y in 0..<height {
        // INVARIANT: first, right and down go through each stored pixel once, so all places are within.
        var from = 3 * (first + y * down)
        for _ in 0..<width {
          for channel in 0..<3 { buffer.initializeElement(at: to + channel, to: stored[from + channel]) }
          to += 3
          from += 3 * right
        }
      }
      initializedCount = count
    }
    return Picture(width: width, height: height, rgb: rgb)
  }
}

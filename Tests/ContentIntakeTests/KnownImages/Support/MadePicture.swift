/// Kinds of pictures that Scripts/make-perceptual-hash-fixtures.py makes as well, the same to the last bit.
enum MadePicture: String {
  case noise
  case slope
  case clouds
  case haze
  case boxes
  case fractal
  case rings

  func color(x: Int, y: Int, width: Int, height: Int, seed: Int) -> (Int, Int, Int) {
    let longest = max(width, height)
    switch self {
    case .noise:
      return (byte(seed, x, y, 0), byte(seed, x, y, 1), byte(seed, x, y, 2))
    case .slope:
      let noise = byte(seed, x, y, 0) / 8 + lattice(seed, x, y, 1 + longest / 12, 9) / 2
      return (x * 95 / width + noise, y * 95 / height + noise, (x + y) * 95 / (width + height) + noise)
    case .clouds:
      func channel(_ part: Int) -> Int {
        let coarse = 4 * lattice(seed, x, y, 1 + longest / 5, part)
        let middle = 2 * lattice(seed, x, y, 1 + longest / 11, 4 + part)
        return (coarse + middle + lattice(seed, x, y, 1 + longest / 23, 8 + part)) / 7
      }
      return (channel(0), channel(1), channel(2))
    case .haze:
      func channel(_ part: Int) -> Int { 90 + lattice(seed, x, y, 1 + longest / 9, part) / (2 + part) }
      return (channel(0), channel(1), channel(2))
    case .boxes:
      let shade = boxShade(x: x, y: y, width: width, height: height, seed: seed)
      guard let shade else {
        let noise = byte(seed, x, y, 0) / 16
        return (noise, noise, noise)
      }
      return (Int(shade & 255), Int((shade >> 8) & 255), Int((shade >> 16) & 255))
    case .fractal:
      let steps = escape(x: x, y: y, width: width, height: height, seed: seed)
      return ((steps * 37) & 255, steps * 4, 255 - steps * 3)
    case .rings:
      let (across, down) = (200 * x / width - 71, 200 * y / height - 43)
      return (((across * across + down * down) >> 4) & 255, ((across * down) >> 5) & 255, byte(seed, x, y, 0))
    }
  }

  /// SplitMix64's output for a state.
  private func mixed(_ state: UInt64) -> UInt64 {
    var value = state &+ 0x9e37_79b9_7f4a_7c15
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  private func byte(_ seed: Int, _ x: Int, _ y: Int, _ salt: Int) -> Int {
    Int(mixed(UInt64(seed) << 48 ^ UInt64(salt) << 40 ^ UInt64(y) << 20 ^ UInt64(x)) >> 56)
  }

  private func lattice(_ seed: Int, _ x: Int, _ y: Int, _ spacing: Int, _ salt: Int) -> Int {
    let (column, row, right, down) = (x / spacing, y / spacing, x % spacing, y % spacing)
    let top =
      byte(seed, column, row, salt) * (spacing - right) + byte(seed, column + 1, row, salt) * right
    let bottom =
      byte(seed, column, row + 1, salt) * (spacing - right) + byte(seed, column + 1, row + 1, salt) * right
    return (top * (spacing - down) + bottom * down) / (spacing * spacing)
  }

  /// Of the last of 40 boxes that a pixel is in.
  private func boxShade(x: Int, y: Int, width: Int, height: Int, seed: Int) -> UInt64? {
    for box in (0..<40).reversed() {
      func side(_ part: Int) -> UInt64 { mixed((UInt64(seed) << 32) + UInt64(8 * box + part)) }
      let (left, top) = (Int(side(0) % UInt64(width)), Int(side(1) % UInt64(height)))
      let right = left + 1 + Int(side(2) % UInt64(width / 3))
      let bottom = top + 1 + Int(side(3) % UInt64(height / 3))
      if (left..<right).contains(x), (top..<bottom).contains(y) { return side(4) }
    }
    return nil
  }

  private func escape(x: Int, y: Int, width: Int, height: Int, seed: Int) -> Int {
    let one = 1 << 20
    let real = -2 * one + seed % 5 * one / 8 + 5 * one * x / (2 * width)
    let imaginary = -one - one / 8 + 2 * one * y / height
    var (a, b) = (0, 0)
    for step in 0..<63 {
      if a * a + b * b > 4 * one * one { return step }
      (a, b) = (((a * a - b * b) >> 20) + real, ((2 * a * b) >> 20) + imaginary)
    }
    return 63
  }
}

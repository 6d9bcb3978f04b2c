/// The token vectors of a content's windows, in one block: any run of them is an input of the scorer as it lies.
struct WindowVectors: Sendable {
  /// How many windows there are.
  let count: Int
  /// What each is padded to, in tokens.
  let length: Int
  let width: Int
  /// Window after window, token after token.
  let values: [Float]
  /// 1 for each token that is there, 0 for the padding.
  let mask: [Int64]

  init(_ windows: [TokenVectors]) {
    count = windows.count
    let width = windows.first?.width ?? 0
    let length = MicroBatcher.paddedLength(windows.map(\.count).max() ?? 0)
    self.width = width
    self.length = length
    let size = length * width
    values = [Float](unsafeUninitializedCapacity: windows.count * size) { block, initialized in
      for (number, window) in windows.enumerated() {
        let place = UnsafeMutableBufferPointer(rebasing: block[number * size..<(number + 1) * size])
        let end = place.initialize(fromContentsOf: window.values)
        place[end...].initialize(repeating: 0)
      }
      initialized = windows.count * size
    }
    mask = windows.flatMap { window in (0..<length).map { $0 < window.count ? 1 : 0 } }
  }

  var byteCount: Int { values.count * MemoryLayout<Float>.size + mask.count * MemoryLayout<Int64>.size }
}

/// A place in a body: what an error about JSON names.
struct JSONPlace: Equatable {
  /// Bytes before it.
  private(set) var byte = 0
  /// Counted from 1.
  private(set) var line = 1
  /// Characters, counted from 1; one counts once, however many bytes it has.
  private(set) var column = 1

  /// Goes on to behind these bytes.
  mutating func advance(over bytes: some BidirectionalCollection<UInt8>) {
    byte += bytes.count
    let newline = UInt8(ascii: "\n")
    var lastLine = bytes[...]
    if let last = bytes.lastIndex(of: newline) {
      line += bytes.count { $0 == newline }
      column = 1
      lastLine = bytes[bytes.index(after: last)...]
    }
    column += lastLine.count { $0 & 0xC0 != 0x80 }
  }
}

/// Where a piece of JSON stood in the body that it was cut from.
struct JSONOrigin {
  /// The field that the piece is.
  var path = FieldPath()
  /// How many objects it stands in.
  var depth = 0
  /// Where the piece begins and, if something was cut out of it, where it goes on: positions in the piece, in order.
  private var runs: [(position: Int, place: JSONPlace)]

  /// - Parameter place: where the piece begins.
  init(_ place: JSONPlace = JSONPlace()) {
    runs = [(0, place)]
  }

  /// From this position in the piece on, its bytes stand at this place.
  mutating func resume(at position: Int, _ place: JSONPlace) {
    runs.append((position, place))
  }

  /// The place of a position in the piece.
  func place(of position: Int, in piece: [UInt8]) -> JSONPlace {
    guard let run = runs.last(where: { $0.position <= position }) else { return JSONPlace() }
    var place = run.place
    place.advance(over: piece[run.position..<position])
    return place
  }
}

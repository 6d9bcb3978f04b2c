/// What one model said of one picture.
enum ImageFinding: Sendable, Equatable {
  /// 0...1 each.
  case scores([Float])
  case writing(String)

  var scores: [Float] {
    switch self {
    case .scores(let scores): scores
    case .writing: []
    }
  }

  var writing: String {
    switch self {
    case .scores: ""
    case .writing(let text): text
    }
  }

  var byteCount: Int {
    switch self {
    case .scores(let scores): scores.count * MemoryLayout<Float>.stride
    case .writing(let text): text.utf8.count
    }
  }
}

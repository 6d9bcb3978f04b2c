/// What one model said of one picture.
enum ImageFinding: Sendable, Equatable {
  /// 0...1 each.
  case scores([Float])
  case writing(String)
  /// Of unit length.
  case vector([Float])

  var scores: [Float] {
    switch self {
    case .scores(let scores): scores
    case .writing, .vector: []
    }
  }

  var writing: String {
    switch self {
    case .writing(let text): text
    case .scores, .vector: ""
    }
  }

  var vector: [Float] {
    switch self {
    case .vector(let numbers): numbers
    case .scores, .writing: []
    }
  }

  var byteCount: Int {
    switch self {
    case .scores(let numbers), .vector(let numbers): numbers.count * MemoryLayout<Float>.stride
    case .writing(let text): text.utf8.count
    }
  }
}

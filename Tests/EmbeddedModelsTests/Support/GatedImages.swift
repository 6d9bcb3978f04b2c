import ContentIntake
import Dispatch
import Foundation
import SignalScoring
import Synchronization

@testable import EmbeddedModels

/// Finds as many pictures in an image as its bytes say, and on each the picture's number and the aspect's, once it is let
/// through; tells what it was given, and when it begins.
final class GatedImages: ImageSession, Sendable {
  enum Task: Equatable {
    case decode(String)
    case look(ImageAspect)
  }

  let begun: AsyncStream<Void>

  private let beginning: AsyncStream<Void>.Continuation
  private let gate = DispatchSemaphore(value: 0)
  private let given = Mutex<[Task]>([])
  private let failures: [ImageAspect: EmbeddedModelError]

  init(failures: [ImageAspect: EmbeddedModelError] = [:]) {
    (begun, beginning) = AsyncStream.makeStream()
    self.failures = failures
  }

  var tasks: [Task] { given.withLock(\.self) }

  func open(times: Int = 100) {
    for _ in 0..<times { gate.signal() }
  }

  static func image(_ hash: String, pictures: UInt8 = 1) -> ImageContent {
    ImageContent(hash: hash, mediaType: "image/png", bytes: Data([pictures]), width: 1, height: 1)
  }

  func pictures(of image: ImageContent) throws(EmbeddedModelError) -> [Picture] {
    pass(.decode(image.hash))
    guard let count = image.bytes.first, count > 0 else { throw EmbeddedModelError(.undecodable, "it is broken") }
    return (1...Int(count)).map { Picture(width: 1, height: 1, rgb: [UInt8($0), 0, 0]) }
  }

  func look(at picture: Picture, for aspect: ImageAspect) throws(EmbeddedModelError) -> ImageFinding {
    pass(.look(aspect))
    if let failure = failures[aspect] { throw failure }
    return switch aspect {
    case .writing: .writing("\(picture.rgb[0])")
    case .likeness: .vector([Float(picture.rgb[0]), 0])
    case .classes, .objects, .nudity: .scores([Float(picture.rgb[0]), Float(aspect.rawValue)])
    }
  }

  private func pass(_ task: Task) {
    given.withLock { $0.append(task) }
    beginning.yield()
    gate.wait()
  }
}

internal import COpenVINO
internal import ContentIntake
internal import Foundation
internal import SignalScoring

/// Decodes images and puts their pictures to the models.
///
/// `@unchecked` since it is handed to the one thread that uses it, and no other touches what changes.
final class CompiledImageSession: ImageSession, @unchecked Sendable {
  private let models: ImageModels
  private var requests: [URL: ModelRequest] = [:]
  private var madeReader: CompiledReader?
  private let encoder: ImageEncoder?
  private var madeEncoderSession: ImageEncoder.Session?

  /// Pixels of a decoded picture's longer side: what is read needs more of them than what is seen.
  static let decodedSide = 2048

  /// - Parameter encoder: the user's own; nil: there is none.
  init(_ models: ImageModels, encoder: ImageEncoder? = nil) {
    self.models = models
    self.encoder = encoder
  }

  func pictures(of image: ImageContent) throws(EmbeddedModelError) -> [Picture] {
    do throws(ImageError) {
      let header = try ImageHeader(image.bytes)
      return try ImageDecoder.decode(image.bytes, header: header, longestSide: Self.decodedSide)
    } catch {
      switch error.code {
      case .overloaded: throw EmbeddedModelError(.overloaded, error.message)
      default: throw EmbeddedModelError(.undecodable, error.message)
      }
    }
  }

  func look(at picture: Picture, for aspect: ImageAspect) throws(EmbeddedModelError) -> ImageFinding {
    switch aspect {
    case .classes: .scores(try classes(of: picture))
    case .objects: .scores(try objects(of: picture))
    case .nudity: .scores([try nudity(of: picture)])
    case .writing: .writing(try reader().read(picture))
    case .likeness: .vector(try encoderSession().vector(of: picture))
    }
  }
}

extension CompiledImageSession {
  private func classes(of picture: Picture) throws(EmbeddedModelError) -> [Float] {
    let side = PictureTensors.classifierSide
    let pixels = picture.scaled(width: side, height: side)
    let output = try run(models.files.imageClassifier, "pixels", pixels, side: side)
    return Array(try output.numbers([1, ThingNames.classCount]))
  }

  /// Of each thing the score of its best box, so that there is no need to know which boxes are of one and the same.
  private func objects(of picture: Picture) throws(EmbeddedModelError) -> [Float] {
    let side = PictureTensors.detectorSide
    let pixels = picture.scaled(width: side, height: side)
    _ = try run(models.files.objectDetector, "pixels", pixels, side: side)
    let output = try request(models.files.objectDetector).output("scores")
    let things = ThingNames.objectCount
    let scores = try output.numbers([1, nil, things])
    var best = [Float](repeating: 0, count: things)
    for box in stride(from: 0, to: scores.count, by: things) {
      for thing in 0..<things { best[thing] = max(best[thing], scores[box + thing]) }
    }
    return best
  }

  private func nudity(of picture: Picture) throws(EmbeddedModelError) -> Float {
    let tensor = PictureTensors.nudity(of: picture)
    let output = try run(models.files.nudityDetector, "input_0", tensor, side: PictureTensors.nuditySide)
    return try output.numbers([1, 2])[1]
  }

  private func run<Element: InputElement>(
    _ file: URL, _ name: StaticString, _ values: [Element], side: Int
  ) throws(EmbeddedModelError) -> covino_output {
    let request = try request(file)
    return try values.withUnsafeBufferPointer { values throws(EmbeddedModelError) in
      try request.run([covino_input(name, values, at: 0, 1, side, side, 3)])
    }
  }

  private func reader() throws(EmbeddedModelError) -> CompiledReader {
    if let madeReader { return madeReader }
    let reader = try CompiledReader(models)
    madeReader = reader
    return reader
  }

  private func encoderSession() throws(EmbeddedModelError) -> ImageEncoder.Session {
    if let madeEncoderSession { return madeEncoderSession }
    guard let encoder else { throw EmbeddedModelError(.notInstalled, "there is no image classifier") }
    let session = try encoder.makeSession()
    madeEncoderSession = session
    return session
  }

  private func request(_ file: URL) throws(EmbeddedModelError) -> ModelRequest {
    if let request = requests[file] { return request }
    let request = try models.makeRequest(file)
    requests[file] = request
    return request
  }
}

internal import COpenVINO
package import ContentIntake
package import Foundation
package import SignalScoring

/// What is done with an image, step by step on the caller's thread, so that each can be timed.
package final class ImageSteps {
  package enum Step: String, CaseIterable, Sendable {
    case decoding, scaling, classes, objects, nudity, writing
  }

  /// What a model is given.
  package struct Tensor: Sendable {
    package var model: URL
    package var input: StaticString
    /// Whether it is of bytes; else it is of floats.
    package var isOfBytes: Bool
    package var dims: [Int]
  }

  private let session: CompiledImageSession
  private let reader: CompiledReader
  private let files: ModelFiles

  package init(files: ModelFiles = .default) throws(EmbeddedModelError) {
    let models = ImageModels(files: files, streams: 1)
    self.files = files
    session = CompiledImageSession(models)
    reader = try CompiledReader(models)
  }

  package func decode(_ image: ImageContent) throws(EmbeddedModelError) -> [Picture] {
    try session.pictures(of: image)
  }

  /// Does one step; scaling is part of those that come after it, for the three models that see.
  package func perform(_ step: Step, _ image: ImageContent, _ pictures: [Picture]) throws(EmbeddedModelError) {
    switch step {
    case .decoding: _ = try decode(image)
    case .scaling:
      for picture in pictures {
        for side in [PictureTensors.classifierSide, PictureTensors.detectorSide] {
          _ = picture.scaled(width: side, height: side)
        }
        _ = PictureTensors.nudity(of: picture)
      }
    case .classes: try look(at: pictures, for: .classes)
    case .objects: try look(at: pictures, for: .objects)
    case .nudity: try look(at: pictures, for: .nudity)
    case .writing: try look(at: pictures, for: .writing)
    }
  }

  private func look(at pictures: [Picture], for aspect: ImageAspect) throws(EmbeddedModelError) {
    for picture in pictures { _ = try session.look(at: picture, for: aspect) }
  }

  /// What the models are given in a step; nothing where there is no model in it.
  package func tensors(of step: Step, _ pictures: [Picture]) throws(EmbeddedModelError) -> [Tensor] {
    func seen(_ model: URL, _ input: StaticString, _ side: Int, isOfBytes: Bool = true) -> [Tensor] {
      pictures.map { _ in Tensor(model: model, input: input, isOfBytes: isOfBytes, dims: [1, side, side, 3]) }
    }
    switch step {
    case .decoding, .scaling: return []
    case .classes: return seen(files.imageClassifier, "pixels", PictureTensors.classifierSide)
    case .objects: return seen(files.objectDetector, "pixels", PictureTensors.detectorSide)
    case .nudity: return seen(files.nudityDetector, "input_0", PictureTensors.nuditySide, isOfBytes: false)
    case .writing:
      var tensors: [Tensor] = []
      for picture in pictures {
        _ = try reader.read(picture) { isOfPage, planes in
          tensors.append(
            Tensor(
              model: isOfPage ? files.lineFinder : files.lineReader, input: "x", isOfBytes: false,
              dims: [1, 3, planes.height, planes.width]))
        }
      }
      return tensors
    }
  }
}

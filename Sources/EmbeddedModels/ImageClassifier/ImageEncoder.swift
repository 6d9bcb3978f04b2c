internal import COpenVINO
internal import ContentIntake
internal import Foundation

/// The half of an image classifier that looks: a picture in, a vector out.
final class ImageEncoder: Sendable {
  private let model: CompiledModel
  private let configuration: ImageClassifierConfiguration.Sight

  /// - Parameter streams: how many threads use it at once.
  /// - Throws: where the model has other inputs than such a half's.
  init(
    _ file: URL, _ configuration: ImageClassifierConfiguration.Sight, with runtime: ModelRuntime, streams: Int
  ) throws(EmbeddedModelError) {
    model = try CompiledModel(file, with: runtime, streams: streams)
    self.configuration = configuration
    guard model.hasInput(configuration.input) else { throw model.unusable("it has no input `\(configuration.input)`") }
    guard try model.inputCount() == 1 else {
      throw model.unusable("it has inputs besides `\(configuration.input)`")
    }
  }

  /// A way to run it, for one thread at a time.
  func makeSession() throws(EmbeddedModelError) -> Session {
    Session(request: try model.makeRequest(), configuration: configuration)
  }

  /// Looks at a grey picture.
  ///
  /// - Returns: how many numbers a vector has.
  /// - Throws: where the model takes or gives something else than the configuration says.
  func check() throws(EmbeddedModelError) -> Int {
    let side = configuration.size
    let grey = Picture(width: side, height: side, rgb: Array(repeating: 0x80, count: 3 * side * side))
    do throws(EmbeddedModelError) {
      return try makeSession().vector(of: grey).count
    } catch {
      throw model.unusable(error.message)
    }
  }

  final class Session {
    private let request: ModelRequest
    private let configuration: ImageClassifierConfiguration.Sight
    private let input: [CChar]

    fileprivate init(request: ModelRequest, configuration: ImageClassifierConfiguration.Sight) {
      self.request = request
      self.configuration = configuration
      input = Array(configuration.input.utf8CString)
    }

    /// - Returns: a vector of unit length.
    func vector(of picture: Picture) throws(EmbeddedModelError) -> [Float] {
      let side = configuration.size
      let tensor = picture.tensor(for: configuration)
      return try tensor.withUnsafeBufferPointer { values throws(EmbeddedModelError) in
        try input.withUnsafeBufferPointer { name throws(EmbeddedModelError) in
          guard let name = name.baseAddress else { return [] }
          return try request.vector(
            from: [covino_input(name, values, at: 0, [1, 3, side, side])], output: configuration.output)
        }
      }
    }
  }
}

extension ModelRequest {
  /// Runs the model on one thing.
  ///
  /// - Parameter output: nil: the first.
  /// - Returns: what it makes of it, at unit length.
  /// - Throws: where that is not one vector of finite numbers.
  func vector(from inputs: [covino_input], output name: String?) throws(EmbeddedModelError) -> [Float] {
    var output = try run(inputs)
    if let name { output = try self.output(name) }
    return try UnitVector.of(try output.numbers([1, nil]))
  }
}

internal import COpenVINO
internal import Foundation

/// The half of an image classifier that reads: the tokens of prompts in, a vector out for each.
final class PromptSession: ModelSession, Sendable {
  private static let mask = "attention_mask"
  private static let types = "token_type_ids"

  private let request: ModelRequest
  private let configuration: ImageClassifierConfiguration.Reading
  private let input: [CChar]
  private let takesMask: Bool
  private let takesTypes: Bool

  /// - Throws: where the model has other inputs than such a half's.
  init(
    of model: CompiledModel, _ configuration: ImageClassifierConfiguration.Reading
  ) throws(EmbeddedModelError) {
    guard model.hasInput(configuration.input) else { throw model.unusable("it has no input `\(configuration.input)`") }
    takesMask = model.hasInput(Self.mask)
    takesTypes = model.hasInput(Self.types)
    guard try model.inputCount() == 1 + (takesMask ? 1 : 0) + (takesTypes ? 1 : 0) else {
      throw model.unusable("it has inputs besides `\(configuration.input)`, `\(Self.mask)` and `\(Self.types)`")
    }
    request = try model.makeRequest()
    self.configuration = configuration
    input = Array(configuration.input.utf8CString)
  }

  /// One by one, each as long as it is, or as the configuration has it padded.
  ///
  /// - Returns: vectors of unit length.
  func encode(_ sequences: [[Int32]], paddedTo length: Int) throws(EmbeddedModelError) -> [[Float]] {
    var vectors: [[Float]] = []
    for sequence in sequences { vectors.append(try vector(of: sequence)) }
    return vectors
  }

  private func vector(of sequence: [Int32]) throws(EmbeddedModelError) -> [Float] {
    let missing = configuration.padding == nil ? 0 : max(configuration.maximumTokens - sequence.count, 0)
    let padding = Array(repeating: Int64(configuration.padding ?? 0), count: missing)
    let ids = sequence.map(Int64.init) + padding
    let length = ids.count
    // Ids, what of them is there, and types, of which there is one; in one block.
    var values = ids
    values += [Int64](repeating: 1, count: sequence.count)
    values += [Int64](repeating: 0, count: missing + length)
    return try values.withUnsafeBufferPointer { values throws(EmbeddedModelError) in
      try input.withUnsafeBufferPointer { name throws(EmbeddedModelError) in
        guard let name = name.baseAddress else { return [] }
        var inputs = [covino_input(name, values, at: 0, [1, length])]
        if takesMask { inputs.append(covino_input("attention_mask", values, at: length, 1, length)) }
        if takesTypes { inputs.append(covino_input("token_type_ids", values, at: 2 * length, 1, length)) }
        return try request.vector(from: inputs, output: configuration.output)
      }
    }
  }
}

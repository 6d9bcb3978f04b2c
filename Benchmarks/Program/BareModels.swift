internal import ArgumentParser
internal import COpenVINO
internal import EmbeddedModels
internal import Foundation

/// The embedded models as the runtime has them, on tensors of no meaning: what no scorer around them can be faster than.
struct BareModels {
  private let encoding: OpaquePointer
  private let scoring: OpaquePointer

  private static let width = 384
  private static let step = 8

  init(files: ModelFiles) throws {
    guard let runtime = try covino_runtime_open(files.runtimeLibrary().path),
      let encoder = covino_model_compile(runtime, files.encoder.path, 1),
      let scorer = covino_model_compile(runtime, files.scorer.path, 1),
      let encoding = covino_request_create(encoder), let scoring = covino_request_create(scorer)
    else { throw ValidationError(String(cString: covino_last_error())) }
    self.encoding = encoding
    self.scoring = scoring
  }

  /// Encodes sequences of these lengths one by one, and scores them together, all padded as the product pads them.
  func run(lengths: [Int], signals: Int) throws {
    let padded = lengths.map(Self.padded)
    for length in padded {
      let tensor = [Int64](repeating: 1, count: length)
      try tensor.withUnsafeBytes { tensor in
        try Self.run(
          encoding,
          ["input_ids", "attention_mask", "token_type_ids"].map { ($0, COVINO_INT64, [1, length], tensor) })
      }
    }
    let length = padded.max() ?? 0
    let tokens = [Float](repeating: 0.1, count: lengths.count * length * Self.width)
    let mask = [Int64](repeating: 1, count: lengths.count * length)
    let vectors = [Float](repeating: 0.1, count: Self.padded(signals) * Self.width)
    try tokens.withUnsafeBytes { tokens in
      try mask.withUnsafeBytes { mask in
        try vectors.withUnsafeBytes { vectors in
          try Self.run(
            scoring,
            [
              ("tokens", COVINO_FLOAT, [lengths.count, length, Self.width], tokens),
              ("mask", COVINO_INT64, [lengths.count, length], mask),
              ("signals", COVINO_FLOAT, [Self.padded(signals), Self.width], vectors),
            ])
        }
      }
    }
  }

  private static func padded(_ count: Int) -> Int { (count + step - 1) / step * step }

  private static func run(
    _ request: OpaquePointer,
    _ tensors: [(name: StaticString, type: covino_type, dims: [Int], values: UnsafeRawBufferPointer)]
  ) throws {
    let inputs = tensors.map { tensor in
      let dims = tensor.dims.map(Int64.init) + [1, 1, 1]
      return covino_input(
        name: UnsafeRawPointer(tensor.name.utf8Start).assumingMemoryBound(to: CChar.self), type: tensor.type,
        rank: Int32(tensor.dims.count), dims: (dims[0], dims[1], dims[2], dims[3]), values: tensor.values.baseAddress!)
    }
    var output = covino_output()
    guard covino_request_run(request, inputs, inputs.count, &output) else {
      throw ValidationError(String(cString: covino_last_error()))
    }
  }
}

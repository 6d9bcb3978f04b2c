internal import ArgumentParser
internal import COpenVINO
internal import EmbeddedModels
internal import Foundation

/// The models that look at images as the runtime has them, on tensors of no meaning.
struct BareImageModels {
  private let runtime: OpaquePointer
  private var requests: [URL: OpaquePointer] = [:]

  init(files: ModelFiles = .default) throws {
    guard let runtime = try covino_runtime_open(files.runtimeLibrary().path) else {
      throw ValidationError(String(cString: covino_last_error()))
    }
    self.runtime = runtime
  }

  mutating func run(_ tensors: [ImageSteps.Tensor]) throws {
    for tensor in tensors {
      let count = tensor.dims.reduce(1, *)
      if tensor.isOfBytes {
        try run(tensor, COVINO_BYTE, [UInt8](repeating: 90, count: count))
      } else {
        try run(tensor, COVINO_FLOAT, [Float](repeating: 0.1, count: count))
      }
    }
  }

  private mutating func run<Element>(_ tensor: ImageSteps.Tensor, _ type: covino_type, _ values: [Element]) throws {
    let request = try request(tensor.model)
    let dims = tensor.dims.map(Int64.init)
    try values.withUnsafeBytes { values in
      let input = covino_input(
        name: UnsafeRawPointer(tensor.input.utf8Start).assumingMemoryBound(to: CChar.self), type: type,
        rank: Int32(dims.count), dims: (dims[0], dims[1], dims[2], dims[3]), values: values.baseAddress!)
      var output = covino_output()
      guard covino_request_run(request, [input], 1, &output) else {
        throw ValidationError(String(cString: covino_last_error()))
      }
    }
  }

  private mutating func request(_ model: URL) throws -> OpaquePointer {
    if let request = requests[model] { return request }
    guard let compiled = covino_model_compile(runtime, model.path, 1), let request = covino_request_create(compiled)
    else { throw ValidationError(String(cString: covino_last_error())) }
    requests[model] = request
    return request
  }
}

internal import ArgumentParser
internal import ContentIntake
internal import EmbeddedModels
internal import Foundation
internal import SignalScoring

/// What each step with an image takes, beside the runtime alone on tensors of the same shapes.
struct ImageBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "images",
    abstract: "Time the models that look at images, on one core, beside their runtime alone.",
    discussion: """
      Prints a line for each step with each image: the file's name, the step, the processor's milliseconds, and those of \
      the runtime alone; 0 where there is no model in it. Scaling is part of the steps after it too.
      """)

  @Argument(help: "PNG, JPEG or WebP.") var files: [String]
  @Option var rounds = 20

  func run() throws {
    let steps = try ImageSteps()
    var bare = try BareImageModels()
    for path in files {
      let bytes = try Data(contentsOf: URL(filePath: path))
      let header = try ImageHeader(bytes)
      let image = ImageContent(
        hash: path, mediaType: header.format.mediaType, bytes: bytes, width: header.width, height: header.height)
      let pictures = try steps.decode(image)
      for step in ImageSteps.Step.allCases {
        let tensors = try steps.tensors(of: step, pictures)
        let ours = try Self.median(rounds) { try steps.perform(step, image, pictures) }
        let theirs = try Self.median(rounds) { try bare.run(tensors) }
        print(URL(filePath: path).lastPathComponent, step.rawValue, ours, theirs)
      }
    }
  }

  /// Processor milliseconds of all threads. The first runs meet new shapes, which the runtime has to prepare for.
  private static func median(_ rounds: Int, _ work: () throws -> Void) throws -> Double {
    var times: [Double] = []
    for round in -2..<max(rounds, 1) {
      let start = clock()
      try work()
      if round >= 0 { times.append(Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000) }
    }
    return times.sorted()[times.count / 2]
  }
}

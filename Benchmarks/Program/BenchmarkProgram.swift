internal import ArgumentParser

/// What `make bench` runs beside the product: bare servers to compare with, a gRPC client that loads, one
/// evaluation, the embedded scorers, lists of known images.
@main
struct BenchmarkProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gavel-benchmark",
    abstract: "The parts of `make bench`; see Benchmarks/README.md.",
    subcommands: [
      BareServer.self, GRPCLoad.self, EvaluationBenchmark.self, ScorerBenchmark.self, ImageBenchmark.self,
      KnownImageBenchmark.self,
    ])
}

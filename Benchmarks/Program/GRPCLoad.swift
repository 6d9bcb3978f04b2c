internal import ArgumentParser
internal import GRPCCore
internal import GRPCNIOTransportHTTP2
internal import GatewayProtocol
internal import SwiftProtobuf

/// Calls Evaluate as fast as a number of callers can, and prints calls and messages a second and the median latency.
struct GRPCLoad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "grpc-load", abstract: "Load a gRPC server.")

  @Option var port: Int
  @Option var key = "none"
  @Option var policy = "6c0d5e0c-8a55-4c53-9d0e-d4a4b6a0d9f1"
  @Option var items = 1
  @Option var callers = 16
  @Option var seconds = 5
  @Option var text: String

  func run() async throws {
    let request = Clavata_Gateway_V1_EvaluateRequest.with {
      $0.policyID = policy
      $0.contentData = (0..<items).map { _ in .with { $0.text = text } }
    }
    let metadata: Metadata = ["authorization": "Bearer \(key)"]
    let latencies = try await withGRPCClient(
      transport: .http2NIOPosix(target: .ipv4(address: "127.0.0.1", port: port), transportSecurity: .plaintext)
    ) { connection in
      let client = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
      let end = ContinuousClock.now + .seconds(seconds)
      return try await withThrowingTaskGroup(of: [Duration].self) { group in
        for _ in 0..<callers {
          group.addTask {
            var latencies: [Duration] = []
            while ContinuousClock.now < end {
              let start = ContinuousClock.now
              let count = try await client.evaluate(request, metadata: metadata) { response in
                var count = 0
                for try await _ in response.messages { count += 1 }
                return count
              }
              guard count == items else { throw ValidationError("\(count) messages instead of \(items)") }
              latencies.append(ContinuousClock.now - start)
            }
            return latencies
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
    }
    let sorted = latencies.sorted()
    let median = sorted[sorted.count / 2] / .milliseconds(1)
    print("\(sorted.count / seconds) \(sorted.count * items / seconds) \(median)")
  }
}

internal import GRPCCore
internal import GatewayProtocol
internal import SwiftProtobuf

/// `grpc.health.v1.Health`: one answer for the server and for every service of it.
struct HealthServiceHandler: Grpc_Health_V1_Health.SimpleServiceProtocol {
  let health: HealthState
  /// Full names; the empty one is the server as a whole.
  let services: Set<String>

  init(health: HealthState, services: [String]) {
    self.health = health
    self.services = Set(services).union([""])
  }

  func check(
    request: Grpc_Health_V1_HealthCheckRequest, context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthCheckResponse {
    guard services.contains(request.service) else {
      throw RPCError(code: .notFound, message: "no such service")
    }
    return Self.response(health.isServing)
  }

  func list(
    request: Grpc_Health_V1_HealthListRequest, context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthListResponse {
    let response = Self.response(health.isServing)
    return .with { $0.statuses = Dictionary(uniqueKeysWithValues: services.map { ($0, response) }) }
  }

  func watch(
    request: Grpc_Health_V1_HealthCheckRequest, response: RPCWriter<Grpc_Health_V1_HealthCheckResponse>,
    context: ServerContext
  ) async throws {
    guard services.contains(request.service) else {
      try await response.write(.with { $0.status = .serviceUnknown })
      return
    }
    for await isServing in health.changes() { try await response.write(Self.response(isServing)) }
  }

  private static func response(_ isServing: Bool) -> Grpc_Health_V1_HealthCheckResponse {
    .with { $0.status = isServing ? .serving : .notServing }
  }
}

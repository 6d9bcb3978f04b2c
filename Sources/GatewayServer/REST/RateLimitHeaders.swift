internal import Gateway
internal import HTTPTypes
internal import Hummingbird

/// Tells callers where they stand with their limits, on every answer to one that is known: `RateLimit` and
/// `RateLimit-Policy` of draft-ietf-httpapi-ratelimit-headers.
struct RateLimitHeaders: RouterMiddleware {
  typealias Context = RESTContext

  private static let state = HTTPField.Name("RateLimit")
  private static let policy = HTTPField.Name("RateLimit-Policy")

  let limiter: RateLimiter

  func handle(
    _ request: Request, context: RESTContext, next: (Request, RESTContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    guard let caller = context.knownCaller.value, let state = Self.state, let policy = Self.policy else {
      return response
    }
    let standings = limiter.standings(of: caller)
    if standings.isEmpty { return response }
    response.headers[state] = Self.list(standings) { "r=\($0.remaining);t=\($0.secondsToFull)" }
    response.headers[policy] = Self.list(standings) { "q=\($0.limit.quota);w=\($0.limit.burst)" }
    return response
  }

  /// A list of structured fields, an item a limit.
  private static func list(
    _ standings: [RateLimitStanding], parameters: (RateLimitStanding) -> String
  ) -> String {
    standings.map { "\"\($0.scope.rawValue)\";\(parameters($0))" }.joined(separator: ", ")
  }
}

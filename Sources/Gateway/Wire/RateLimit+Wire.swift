internal import GatewayProtocol
internal import SwiftProtobuf

extension Clavata_Gateway_V1_RateLimit {
  /// So many a second, and as `burst` how many contents at once.
  init(_ limit: RateLimit) {
    self = .with {
      $0.limit = Int32(limit.perSecond)
      $0.burst = Int32(clamping: limit.quota)
      $0.period = .with { $0.seconds = 1 }
    }
  }
}

extension RateLimit {
  /// What an account asks to be held to. A limit is of whole contents a second, and a burst of whole seconds' worth.
  ///
  /// - Parameters:
  ///   - server: what it must be within; nil where there is none.
  /// - Returns: nil where there are no figures.
  /// - Throws: INVALID_ARGUMENT for figures that cannot be; FAILED_PRECONDITION for more than the server's.
  init?(
    _ wire: Clavata_Gateway_V1_RateLimit, field: String, within server: RateLimit?
  ) throws(GatewayError) {
    guard wire.limit != 0 || wire.burst != 0 else { return nil }
    guard wire.limit > 0, wire.burst >= 0 else {
      throw GatewayError(.invalidArgument, "\(field): `limit` must be at least 1, and `burst` none or at least `limit`")
    }
    let period = wire.hasPeriod ? wire.period.seconds : 1
    guard (1...86_400).contains(period), wire.period.nanos == 0, Int64(wire.limit) % period == 0 else {
      throw GatewayError(
        .invalidArgument,
        "\(field): `limit` in `period`, of 1 to 86400 whole seconds, must come to a whole number of contents a second")
    }
    let perSecond = Int(wire.limit) / Int(period)
    guard Int(wire.burst) % perSecond == 0 else {
      throw GatewayError(.invalidArgument, "\(field): `burst` must be the contents of a whole number of seconds")
    }
    let seconds = wire.burst == 0 ? server?.burst ?? Self.defaultBurst : Int(wire.burst) / perSecond
    guard let limit = RateLimit(perSecond: perSecond, burst: seconds) else {
      throw GatewayError(
        .invalidArgument,
        "\(field): must be \(Self.rates.lowerBound) to \(Self.rates.upperBound) contents a second, and a burst of "
          + "\(Self.bursts.lowerBound) to \(Self.bursts.upperBound) seconds of them")
    }
    if let server, limit.perSecond > server.perSecond || limit.burst > server.burst {
      throw GatewayError(
        .failedPrecondition,
        "\(field): must be at most \(server.perSecond) contents a second and a burst of \(server.burst) seconds of them, "
          + "which the server is started with")
    }
    self = limit
  }
}

/// What may be fetched, and at what cost.
package struct FetchConfiguration: Sendable {
  package var schemes: Set<FetchScheme> = [.http, .https]
  package var ports: Set<Int> = [80, 443]
  /// With an allowed network, names that cannot be public (`minio`, `files.internal`) are looked up too. What they lead
  /// to is checked like everything else.
  package var addresses = AddressRules()
  /// The longest URL, in bytes, a redirect's too.
  package var longestURL = 2_048
  /// How many redirects of a GET are followed.
  package var redirects = 3
  /// From the first look-up to the last byte, redirects included. Waiting for a turn does not count.
  package var time: Duration = .seconds(10)
  /// How long one address has to take a connection before the next is tried.
  package var connectTime: Duration = .seconds(4)
  /// How many connections there are at once.
  package var connections = 32
  /// To the host that a caller named.
  package var connectionsPerHost = 4
  /// For one caller.
  package var connectionsPerCaller = 16
  /// How many fetches wait for a turn; what comes then is refused.
  package var longestQueue = 8_192
  /// The header `Accept` of a GET.
  package var accept = "*/*"
  /// Certificates, PEM, that are trusted beside the system's: a private network's own authority.
  package var trustedRootsFile: String?

  package init() {}

  /// For webhooks: https alone, no redirect, 15 s.
  package static var webhooks: FetchConfiguration {
    var configuration = FetchConfiguration()
    configuration.schemes = [.https]
    configuration.ports = [443]
    configuration.redirects = 0
    configuration.time = .seconds(15)
    return configuration
  }

  /// Names under which nothing public is found are not even looked up, unless a network that is not public is allowed.
  var looksUpPrivateNames: Bool { !addresses.allowed.isEmpty }

  func validate() throws(FetchError) {
    guard connections > 0, connectionsPerHost > 0, connectionsPerCaller > 0, longestQueue >= 0 else {
      throw FetchError(.misconfigured, "a fetcher needs at least one connection in all, per host and per caller")
    }
    guard time > .zero, connectTime > .zero, redirects >= 0, longestURL > 0 else {
      throw FetchError(.misconfigured, "a fetcher needs time, and a length for its URLs")
    }
    guard ports.allSatisfy({ (1...65_535).contains($0) }) else {
      throw FetchError(.misconfigured, "a port is a number from 1 to 65535")
    }
  }
}

package import Foundation
internal import GuardedFetching
package import Storage

extension WebhookDeliveryRecord {
  private static let mostHeaders = 16
  private static let longestName = 64
  private static let longestValue = 1_024
  private static let prefix = "x-webhook-"

  /// A delivery that waits for what it tells of: to be kept in the transaction that keeps that.
  ///
  /// - Parameters:
  ///   - field: what the request calls the URL, for the message: `webhook.url`.
  ///   - headersField: what it calls the headers.
  /// - Throws: INVALID_ARGUMENT for a URL that is not posted to, and for a header that is not a caller's to set.
  package static func make(
    of subject: WebhookSubject, account: UUID, url: String, field: String = "webhook.url",
    headers: [String: String] = [:], headersField: String = "webhook.extraHeaders", client: WebhookClient
  ) throws(GatewayError) -> WebhookDeliveryRecord {
    guard !url.isEmpty else { throw GatewayError(.invalidArgument, "\(field): is required") }
    let host: String
    do throws(FetchError) { host = try client.host(of: url) } catch {
      throw GatewayError(.invalidArgument, "\(field): \(error.message)")
    }
    let now = Date()
    return WebhookDeliveryRecord(
      id: .timeOrdered(at: now), accountID: account, subject: subject, state: .waiting, attempts: 0, due: nil,
      created: now, updated: now, outcome: nil, host: host, url: url,
      headers: try checked(headers, field: headersField))
  }

  /// In the order of their names.
  private static func checked(
    _ headers: [String: String], field: String
  ) throws(GatewayError) -> [WebhookHeader] {
    func refusal(_ reason: String) -> GatewayError { GatewayError(.invalidArgument, "\(field): \(reason)") }
    guard headers.count <= mostHeaders else { throw refusal("must be \(mostHeaders) at most") }
    var seen: Set<String> = []
    for (name, value) in headers {
      let lowercased = name.lowercased()
      guard lowercased.hasPrefix(prefix), lowercased.utf8.count > prefix.utf8.count else {
        throw refusal("a name must begin with `X-Webhook-`, and go on")
      }
      guard name.utf8.count <= longestName, name.utf8.allSatisfy(isNameCharacter) else {
        throw refusal("a name must be of letters, digits, hyphens and underscores, \(longestName) at most")
      }
      guard value.utf8.count <= longestValue, value.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) else {
        throw refusal("a value must be of printable ASCII, \(longestValue) bytes at most")
      }
      guard seen.insert(lowercased).inserted else { throw refusal("a name is there twice") }
    }
    return headers.map { WebhookHeader(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
  }

  private static func isNameCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

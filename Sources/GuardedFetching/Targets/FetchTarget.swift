/// A URL that was read once and strictly: what is connected to is made of these parts, and the URL's text is not read
/// again by anything that might understand it otherwise.
package struct FetchTarget: Sendable, Hashable {
  package let scheme: FetchScheme
  package let host: FetchHost
  package let port: Int
  /// What the request's first line names: begins with `/`, has no fragment.
  package let resource: String

  /// The header `Host`.
  var authority: String {
    port == scheme.standardPort ? host.authority : "\(host.authority):\(port)"
  }
}

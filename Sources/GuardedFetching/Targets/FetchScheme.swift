package enum FetchScheme: String, Sendable, Hashable {
  case http
  case https

  var standardPort: Int {
    switch self {
    case .http: 80
    case .https: 443
    }
  }
}

internal import ArgumentParser
internal import Configuration
internal import RemoteModels
internal import SignalScoring

/// The flags of a model behind an OpenAI-compatible server. Its key is no flag: other users see a command's flags.
struct RemoteArguments: ParsableArguments {
  @Option(
    name: .customLong("remote-url"),
    help: ArgumentHelp("An OpenAI-compatible server whose model scores, http://127.0.0.1:8000/v1.", valueName: "url"))
  var url: String?

  @Option(name: .customLong("remote-model"), help: ArgumentHelp("Its model, as it names it.", valueName: "name"))
  var model: String?

  @Option(
    name: .customLong("remote-fallback"),
    help: "Where it cannot answer: fail, or embedded to have the embedded model answer. (default: fail)")
  var fallback: Fallback?

  @Option(
    name: .customLong("remote-requests"),
    help: ArgumentHelp("Requests under way at once. (default: \(RequestLimiter.defaultSlots))", valueName: "n"))
  var requests: Int?

  @Option(
    name: .customLong("remote-timeout"),
    help: ArgumentHelp("Seconds that one request may take. (default: 30)", valueName: "seconds"))
  var timeout: Int?

  @Flag(name: .customLong("remote-vision"), help: "It sees: it is sent images too.")
  var vision = false

  enum Fallback: String, ExpressibleByArgument, CaseIterable {
    case fail, embedded

    var stack: ModelStack {
      switch self {
      case .fail: .remote
      case .embedded: .remoteElseEmbedded
      }
    }
  }

  /// - Returns: nil where no remote model is configured.
  /// - Throws: `SettingError`, which does not repeat an address or a key.
  func resolved(_ settings: Settings) throws -> RemoteSettings? {
    let url = settings.string("remoteUrl", flag: url)
    let model = settings.string("remoteModel", flag: model)
    guard let url, let model else {
      guard url == nil, model == nil else {
        throw SettingError("a remote model needs both --remote-url and --remote-model")
      }
      return nil
    }
    let fallback = settings.string("remoteFallback", flag: fallback?.rawValue, default: Fallback.fail.rawValue)
    guard let choice = Fallback(rawValue: fallback) else {
      throw SettingError("remote fallback: `\(fallback)` is neither `fail` nor `embedded`")
    }
    let requests = try settings.int("remoteRequests", flag: requests, default: RequestLimiter.defaultSlots)
    guard (1...RemoteSettings.mostRequests).contains(requests) else {
      throw SettingError("remote requests: must be from 1 to \(RemoteSettings.mostRequests)")
    }
    do {
      return RemoteSettings(
        configuration: try RemoteModelConfiguration(
          baseURL: url, model: model, apiKey: settings.secret("remoteKey"), limits: try limits(settings)),
        requests: requests, standard: choice.stack, sees: settings.bool("remoteVision", flag: vision))
    } catch let error as RemoteModelError {
      throw SettingError(error.message)
    }
  }

  private func limits(_ settings: Settings) throws -> RemoteLimits {
    var limits = RemoteLimits()
    let standard = Int(limits.request.components.seconds)
    limits.request = .seconds(try settings.int("remoteTimeout", flag: timeout, default: standard))
    // A content's time holds one request's at least.
    limits.content = max(limits.content, limits.request)
    return limits
  }
}

/// A remote model as it is configured.
struct RemoteSettings {
  static let mostRequests = 1_024

  var configuration: RemoteModelConfiguration
  /// Under way at once.
  var requests: Int
  /// Which models answer where a policy version does not say.
  var standard: ModelStack
  /// Whether images are put to it.
  var sees: Bool
}

internal import ArgumentParser
internal import Configuration
internal import Foundation
internal import Gateway
internal import GatewayServer
internal import GuardedFetching
internal import Logging
internal import NIOCore
internal import RemoteModels
internal import ServiceLifecycle
internal import SignalScoring
internal import Storage

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answer over REST and gRPC.",
    discussion: """
      Without --tls-certificate the server makes a certificate of its own and keeps it under the data folder \
      (gavel.tls/certificate.pem): give that file to clients. --plaintext goes without, for loopback and for proxies.

      At the first start an admin key is made and printed once, unless GAVEL_ADMIN_KEY names one.

      With --remote-url and --remote-model a model of another server scores what asks for meaning, in policy versions \
      that do not say otherwise. It is sent the contents; images only with --remote-vision, where it sees. Its API \
      key, if it asks for one, is GAVEL_REMOTE_KEY.

      With --classifier a zero-shot classifier of your own, a folder of model.onnx, tokenizer.json and \
      classifier.json, answers in place of the embedded scorer. With --image-classifier a pair of models for images \
      and texts, as CLIP is one, looks at images in place of the embedded models: a folder of image.onnx, text.onnx, \
      tokenizer.json and image-classifier.json.

      Webhooks go to https and public addresses alone. --webhook-plaintext-loopback lets them go to plain http on this \
      machine too, for trying a receiver out.

      With --moderations-policy the server answers POST /v1/moderations as OpenAI's endpoint does, with \
      --comments-policy POST /v1alpha1/comments:analyze as the Perspective API does, each on the policy it names.

      With --retain-content the contents of evaluated jobs are kept for so many days, so that datasets can be made of \
      them. Without it none is, and what was kept is removed at the start.

      Each flag is also a variable in the environment, so --rest-port is GAVEL_REST_PORT, and a key of the file that \
      --config names, restPort. GAVEL_ADMIN_KEY, in the environment alone, becomes the first admin key.

      EXAMPLES
        gavel serve --policies Policies
        gavel serve --plaintext --rest-port 8080
        gavel serve --policies Policies --moderations-policy moderation
        gavel serve --remote-url http://127.0.0.1:8000/v1 --remote-model Qwen/Qwen2.5-7B-Instruct
        gavel serve --host 0.0.0.0 --tls-certificate cert.pem --tls-key key.pem
      """)

  @Option(help: ArgumentHelp("The data folder: all that the server keeps.", valueName: "dir"))
  var data: String?

  @Option(help: ArgumentHelp("A folder of .policy files, loaded at start and when they change.", valueName: "dir"))
  var policies: String?

  @Option(help: ArgumentHelp("Where the models are installed.", valueName: "dir"))
  var models: String?

  @Option(help: ArgumentHelp("A classifier of your own that scores in their place.", valueName: "dir"))
  var classifier: String?

  @Flag(help: "Score without models: exact and fuzzy matches alone.")
  var lexicalOnly = false

  @OptionGroup(title: "Remote model")
  var remote: RemoteArguments

  @OptionGroup(title: "Images")
  var images: ImageArguments

  @OptionGroup(title: "Images")
  var hashLists: HashListArguments

  @OptionGroup(title: "Limits on callers")
  var rateLimits: RateLimitArguments

  @OptionGroup(title: "Webhooks")
  var webhooks: WebhookArguments

  @OptionGroup(title: "What is kept")
  var retention: RetentionArguments

  @OptionGroup(title: "Shapes of other APIs")
  var compatibility: CompatibilityArguments

  @Option(help: "The address to listen on. (default: \(ServerOptions.defaultHost))")
  var host: String?

  @Option(help: "The port of the REST API. (default: \(ServerOptions.defaultRESTPort))")
  var restPort: Int?

  @Option(help: "The port of the gRPC API. (default: \(ServerOptions.defaultGRPCPort))")
  var grpcPort: Int?

  @Option(
    name: .customLong("public-url"),
    help: ArgumentHelp(
      "Where callers reach the REST API, for the addresses of batch jobs' files. (default: where it listens)",
      valueName: "url"))
  var publicURL: String?

  @Option(help: ArgumentHelp("self-signed: the only value. (default)", valueName: "self-signed"))
  var tls: SelfSigned?

  @Option(help: ArgumentHelp("A certificate chain, as PEM.", valueName: "file"))
  var tlsCertificate: String?

  @Option(help: ArgumentHelp("Its private key, as PEM.", valueName: "file"))
  var tlsKey: String?

  @Flag(help: "Serve without TLS.")
  var plaintext = false

  @Option(help: "trace, debug, info, notice, warning, error or critical. (default: info)")
  var logLevel: String?

  @Option(help: ArgumentHelp("A JSON file of settings.", valueName: "file"))
  var config: String?

  enum SelfSigned: String, ExpressibleByArgument, CaseIterable { case selfSigned = "self-signed" }

  func validate() throws {
    if (tlsCertificate == nil) != (tlsKey == nil) {
      throw ValidationError("--tls-certificate and --tls-key go together.")
    }
    if lexicalOnly, classifier != nil { throw ValidationError("--lexical-only and --classifier exclude each other.") }
    if lexicalOnly, images.imageClassifier != nil {
      throw ValidationError("--lexical-only and --image-classifier exclude each other.")
    }
    if lexicalOnly, remote.url != nil { throw ValidationError("--lexical-only and --remote-url exclude each other.") }
    if plaintext, tls != nil || tlsCertificate != nil {
      throw ValidationError("--plaintext and TLS exclude each other.")
    }
  }

  func run() async throws {
    do {
      try await serve()
    } catch let error as ExitCode {
      throw error
    } catch {
      Terminal.complain(Self.explain(error))
      throw ExitCode(Terminal.ExitCode.couldNotRun)
    }
  }

  private func serve() async throws {
    let settings = try await Settings(file: config)
    let logger = try Self.logger(level: settings.string("logLevel", flag: logLevel, default: "info"))
    let folder =
      settings.string("data", flag: data).map { URL(filePath: $0, directoryHint: .isDirectory) } ?? Folders.data
    let host = settings.string("host", flag: host, default: ServerOptions.defaultHost)
    let options = ServerOptions(
      host: host,
      restPort: try Self.port(settings.int("restPort", flag: restPort, default: ServerOptions.defaultRESTPort)),
      grpcPort: try Self.port(settings.int("grpcPort", flag: grpcPort, default: ServerOptions.defaultGRPCPort)),
      security: try security(settings, folder: folder, host: host))
    var engineOptions = EngineOptions(dataFolder: folder)
    engineOptions.batches.publicURL = try settings.string("publicUrl", flag: publicURL).map(PublicURL.init)?.text
    engineOptions.hashLists.totalBytes = try hashLists.bytes(settings)
    engineOptions.limiter = try rateLimits.limiter(settings)
    engineOptions.reviewLimit = try rateLimits.reviewLimit(settings)
    engineOptions.compatibility = try compatibility.policies(settings)
    engineOptions.keptJobDays = try retention.keptJobDays(settings)
    engineOptions.retainedDays = try retention.retainedDays(settings)

    let store = try await SQLiteStore.open(folder: folder)
    let keys = KeyService(store: store)
    let account = try await keys.account()
    let models = try Models.load(
      folder: settings.string("models", flag: models), classifier: settings.string("classifier", flag: classifier),
      imageClassifier: settings.string("imageClassifier", flag: images.imageClassifier),
      lexicalOnly: settings.bool("lexicalOnly", flag: lexicalOnly), remote: try remote.resolved(settings),
      logger: logger)
    for warning in models.warnings { logger.warning("\(warning)") }

    do {
      let engine = Engine(
        store: store, intake: try images.intake(settings, logger: logger), scorers: models.scorers,
        tokens: models.tokens, webhooks: try webhooks.client(settings), options: engineOptions, logger: logger)
      // After all that settings can forbid: the key is shown only once, when the server answers.
      let firstKey = try await keys.makeFirstAdmin(of: account, chosen: settings.secret("adminKey"))
      try await serve(
        engine, models: models, store: store, account: account.id, settings: settings, options: options, logger
      ) { addresses in
        let scheme = options.security == .plaintext ? "http" : "https"
        logger.info(
          "serving",
          metadata: [
            "rest": "\(scheme)://\(host):\(addresses.restPort)", "grpc": "\(host):\(addresses.grpcPort)",
            "data": "\(folder.path)", "models": "\(models.summary)",
            "remote": "\(models.remote?.scorer.name ?? "none")",
          ])
        if let firstKey {
          Terminal.say("The first admin key, shown this once: \(firstKey)")
        }
      }
    } catch {
      // What did not come to be served was not stopped either.
      try? await models.remote?.scorer.shutdown()
      throw error
    }
  }

  private func serve(
    _ engine: Engine, models: Models, store: SQLiteStore, account: UUID, settings: Settings, options: ServerOptions,
    _ logger: Logger, onReady: @escaping @Sendable (GavelServer.Addresses) async -> Void
  ) async throws {
    var folderService: PolicyFolder?
    if let policies = settings.string("policies", flag: policies) {
      let folder = PolicyFolder(
        folder: URL(filePath: policies, directoryHint: .isDirectory), catalog: engine.catalog, account: account,
        logger: logger)
      try await folder.load()
      folderService = folder
    }
    for missing in await engine.missingPolicies(account: account) {
      logger.warning("a policy that the settings name is not there yet", metadata: ["policy": "\(missing)"])
    }
    var background: [any Service] = [StoreService(store: store)]
    if let remote = models.remote { background.append(remote) }
    background += engine.background
    if let folderService { background.append(folderService) }
    let server = GavelServer(
      options: options, services: ServiceSet(engine: engine), background: background, logger: logger)
    try await server.run(onReady: onReady)
  }

  private func security(_ settings: Settings, folder: URL, host: String) throws -> TransportSecurity {
    if settings.bool("plaintext", flag: plaintext) { return .plaintext }
    let certificate = settings.string("tlsCertificate", flag: tlsCertificate)
    let key = settings.string("tlsKey", flag: tlsKey)
    switch (certificate, key) {
    case (let certificate?, let key?):
      return .tls(try CertificatePair(certificateFile: URL(filePath: certificate), keyFile: URL(filePath: key)))
    case (nil, nil):
      return .tls(try SelfSignedCertificate.pair(in: folder.appending(path: "gavel.tls"), host: host))
    default: throw SettingError("a TLS certificate and its key go together")
    }
  }

  private static func port(_ number: Int) throws -> Int {
    guard (0...65_535).contains(number) else { throw SettingError("a port is a number from 0 to 65535") }
    return number
  }

  private static func logger(level name: String) throws -> Logger {
    guard let level = Logger.Level(rawValue: name.lowercased()) else {
      throw SettingError("`\(name)` is not a log level")
    }
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    var logger = Logger(label: "gavel")
    logger.logLevel = level
    return logger
  }

  private static func explain(_ error: any Error) -> String {
    switch error {
    case let error as StoreError: error.message
    case let error as GatewayError: error.message
    case let error as SettingError: error.description
    case let error as IOError where error.errnoCode == EADDRINUSE:
      "a port is in use: choose others with --rest-port and --grpc-port"
    case let error as CocoaError where error.filePath != nil: "\(error.filePath ?? ""): cannot be read"
    default: "\(error)"
    }
  }
}

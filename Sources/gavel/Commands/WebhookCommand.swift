internal import ArgumentParser
internal import Foundation
internal import Gateway
internal import Storage

struct WebhookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "webhook",
    abstract: "The secret that signs webhooks, and what became of them.",
    discussion: """
      Works on the data folder itself, beside a running server or without one; whoever may read that folder is its \
      administrator. A server takes note of a new secret at once, and of a webhook to send again within two seconds.

      EXAMPLES
        gavel webhook secret show
        gavel webhook secret rotate
        gavel webhook list --state failed
        gavel webhook resend 0199f0c1-1c1e-7b7c-9f34-0d8a3c1f2b11
      """,
    subcommands: [SecretCommand.self, List.self, Resend.self])

  struct SecretCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "secret", abstract: "Show the secret that signs webhooks, or make a new one.",
      subcommands: [Show.self, Rotate.self])
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the secret that receivers verify signatures with; it is made when first asked for.")

    @OptionGroup var folder: KeyCommand.DataFolder

    func run() async throws {
      try await folder.withStore { store, account in
        for secret in try await WebhookService(store: store).secrets(account: account) {
          guard let retired = secret.retired else {
            Terminal.say(secret.secret.text)
            continue
          }
          Terminal.complain("a secret that was replaced signs beside it until \(retired.formatted(.iso8601))")
        }
      }
    }
  }

  struct Rotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a new secret and print it; the one before signs beside it for 24 hours.")

    @OptionGroup var folder: KeyCommand.DataFolder

    func run() async throws {
      try await folder.withStore { store, account in
        Terminal.say(try await WebhookService(store: store).rotateSecret(account: account).text)
        Terminal.complain("the secret before signs beside it for 24 hours")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List webhooks, newest first: id, job, state, attempts, last outcome, next attempt, receiver.")

    @OptionGroup var folder: KeyCommand.DataFolder
    @Option(help: "waiting (for the job to end), due, delivered or failed. (default: all)")
    var state: WebhookDeliveryState?
    @Option(help: "How many at most.") var limit = 100

    func validate() throws {
      guard limit > 0 else { throw ValidationError("--limit is 1 at least.") }
    }

    func run() async throws {
      try await folder.withStore { store, account in
        let service = WebhookService(store: store)
        for webhook in try await service.deliveries(account: account, state: state, limit: limit) {
          Terminal.say(WebhookCommand.line(webhook))
        }
      }
    }
  }

  struct Resend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Send a webhook again, whatever became of it, under the id that it had.")

    @OptionGroup var folder: KeyCommand.DataFolder
    @Argument(help: "The webhook's id.") var id: String

    func run() async throws {
      guard let uuid = UUID(uuidString: id) else { throw ValidationError("`\(id)` is no webhook id.") }
      try await folder.withStore { store, account in
        Terminal.say(WebhookCommand.line(try await WebhookService(store: store).resend(uuid, account: account)))
      }
    }
  }

  /// The host alone, for a URL's path and query may hold a secret.
  private static func line(_ webhook: WebhookDeliveryRecord) -> String {
    let next = webhook.due.map { $0.formatted(.iso8601) } ?? "never"
    return """
      \(webhook.id.wire)  job \(webhook.subject.id.wire)  \(webhook.state.name)  attempts \(webhook.attempts)  \
      \(webhook.outcome ?? "no outcome yet")  next \(next)  \(webhook.host)
      """
  }
}

extension WebhookDeliveryState: ExpressibleByArgument {
  var name: String {
    switch self {
    case .waiting: "waiting"
    case .due: "due"
    case .delivered: "delivered"
    case .failed: "failed"
    }
  }

  public init?(argument: String) {
    guard let state = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = state
  }
}

internal import ArgumentParser
internal import Configuration
internal import Foundation
internal import Gateway
internal import Storage

struct KeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make, list and switch API keys.",
    discussion: """
      Works on the data folder itself, beside a running server or without one; whoever may read that folder is its \
      administrator. A server takes note of a change within two seconds.

      EXAMPLES
        gavel key create --role evaluator --name rail
        gavel key create --role writer --expires 2027-01-01
        gavel key list
        gavel key revoke 7d3f0c52-3c1e-4b7c-9f34-0d8a3c1f2b11
      """,
    subcommands: [Create.self, List.self, Disable.self, Enable.self, Revoke.self])

  struct DataFolder: ParsableArguments {
    @Option(help: ArgumentHelp("The server's data folder.", valueName: "dir"))
    var data: String?

    /// Does something with the keys of the folder's account.
    func withKeys(_ body: (KeyService, UUID) async throws -> Void) async throws {
      try await withStore { store, account in try await body(KeyService(store: store), account) }
    }

    /// Does something with what is kept of the folder's account.
    func withStore(_ body: (SQLiteStore, UUID) async throws -> Void) async throws {
      do {
        let settings = try await Settings(file: nil)
        let folder = settings.string("data", flag: data).map { URL(filePath: $0, directoryHint: .isDirectory) }
        let store = try await SQLiteStore.openShared(folder: folder ?? Folders.data)
        try await body(store, try await KeyService(store: store).account().id)
        try await store.close()
      } catch let error as GatewayError {
        Terminal.complain(error.message)
        throw ExitCode(Terminal.ExitCode.couldNotRun)
      } catch let error as StoreError {
        Terminal.complain(error.message)
        throw ExitCode(Terminal.ExitCode.couldNotRun)
      }
    }
  }

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a key; it is printed this once.")

    @OptionGroup var folder: DataFolder
    @Option(
      help: "admin (everything), writer (policies, what they are tried on, and evaluation) or evaluator (evaluation).")
    var role: KeyRole
    @Option(help: "What the key is for.")
    var name = ""
    @Option(help: "The day, or the moment, from which it is not valid any more: 2027-01-01, 2027-01-01T12:00:00Z.")
    var expires: String?

    func run() async throws {
      let expires = try expires.map(Self.moment)
      try await folder.withKeys { keys, account in
        let (key, record) = try await keys.create(name: name, role: role, expires: expires, account: account)
        Terminal.say(key)
        Terminal.complain("key \(record.id.wire) of role \(role.rawValue); it is not shown again")
      }
    }

    private static func moment(_ text: String) throws -> Date {
      let day = Date.ISO8601FormatStyle().year().month().day()
      guard let date = (try? Date(text, strategy: .iso8601)) ?? (try? Date(text, strategy: day)) else {
        throw ValidationError("`\(text)` is no date: write 2027-01-01 or 2027-01-01T12:00:00Z.")
      }
      return date
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the keys by their last six characters.")

    @OptionGroup var folder: DataFolder

    func run() async throws {
      try await folder.withKeys { keys, account in
        let now = Date()
        for key in try await keys.list(account: account) {
          let state = key.expires.map { $0 <= now } ?? false ? "expired" : key.state.rawValue
          let expires = key.expires.map { $0.formatted(.iso8601) } ?? "never"
          Terminal.say(
            "\(key.id.wire)  ...\(key.suffix)  \(key.role.rawValue)  \(state)  expires \(expires)  \(key.name)")
        }
      }
    }
  }

  struct Disable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Refuse a key until it is enabled again.")
    @OptionGroup var folder: DataFolder
    @Argument(help: "The key's id.") var id: String
    func run() async throws { try await KeyCommand.set(.disabled, id, folder) }
  }

  struct Enable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Accept a disabled key again.")
    @OptionGroup var folder: DataFolder
    @Argument(help: "The key's id.") var id: String
    func run() async throws { try await KeyCommand.set(.enabled, id, folder) }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Refuse a key for good.")
    @OptionGroup var folder: DataFolder
    @Argument(help: "The key's id.") var id: String
    func run() async throws { try await KeyCommand.set(.revoked, id, folder) }
  }

  private static func set(_ state: KeyState, _ id: String, _ folder: DataFolder) async throws {
    guard let uuid = UUID(uuidString: id) else { throw ValidationError("`\(id)` is no key id.") }
    try await folder.withKeys { keys, account in
      let key = try await keys.set(state, key: uuid, account: account)
      Terminal.say("\(key.id.wire)  ...\(key.suffix)  \(key.role.rawValue)  \(key.state.rawValue)")
    }
  }
}

extension KeyRole: ExpressibleByArgument {}

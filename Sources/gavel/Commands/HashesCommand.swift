internal import ArgumentParser
internal import Foundation
internal import GatewayProtocol
internal import NIOHTTP1
internal import SwiftProtobuf

struct HashesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hashes",
    abstract: "Load, list and remove an account's own lists of known images.",
    discussion: """
      A list has digests of files (MD5, SHA-1, SHA-256) and hashes of what pictures show (PDQ), an entry a line or as \
      CSV. An image that is on one is refused, for the account of the key alone; the lists of `gavel serve \
      --known-images` hold for every account beside them. What is on a list is never shown.

      The server is --server or GAVEL_SERVER, the key GAVEL_API_KEY: of an admin to load and to remove, of a writer to \
      list.

      EXAMPLES
        gavel hashes load blocked.csv --name blocked
        gavel hashes load lookalikes.txt --name lookalikes --distance 20
        gavel hashes list
        gavel hashes remove blocked
      """,
    subcommands: [Load.self, List.self, Remove.self])

  struct Load: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Load a list from a file, in place of the one of its name.",
      discussion: """
        Once it returns, the list holds. A file of which one line is wrong is refused as a whole, with the line's \
        number, and the list before stays.

        Exits with 1 where the file or the name is refused.
        """)

    @OptionGroup var server: ServerArguments
    @Argument(help: "The file.") var file: String
    @Option(help: "What to call it: letters, digits, dots, hyphens and underscores.") var name: String
    @Option(
      help: ArgumentHelp(
        "How many of 256 bits may differ in perceptual hashes of the same picture, 0 to 63. (default: 31)",
        valueName: "bits"))
    var distance: Int?

    func validate() throws {
      if let distance, !(0...63).contains(distance) { throw ValidationError("--distance is 0 to 63.") }
    }

    func run() async throws {
      try await server.withConnection { connection in
        let list = try await HashListClient(connection: connection).load(
          try OutgoingFile(path: file), name: name, distance: distance)
        Terminal.say(HashesCommand.line(list))
        let counts = list.counts
        let passedOver = [
          (counts.repeatedEntries, "came again"), (counts.lowQuality, "of pictures that show too little"),
          (counts.otherKinds, "of other kinds"),
        ].filter { $0.0 > 0 }
        if !passedOver.isEmpty {
          Terminal.complain("passed over: " + passedOver.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the lists: name, entries, distance, when and by which key it was loaded, and its file's hash.")

    @OptionGroup var server: ServerArguments

    func run() async throws {
      try await server.withConnection { connection in
        for list in try await HashListClient(connection: connection).lists() { Terminal.say(HashesCommand.line(list)) }
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a list.")

    @OptionGroup var server: ServerArguments
    @Argument(help: "Its name.") var name: String

    func run() async throws {
      try await server.withConnection { connection in
        Terminal.say(HashesCommand.line(try await HashListClient(connection: connection).remove(name)))
      }
    }
  }

  private static func line(_ list: Gavel_Hashes_V1_HashList) -> String {
    let counts = list.counts
    let kinds = [("md5", counts.md5), ("sha1", counts.sha1), ("sha256", counts.sha256), ("pdq", counts.pdq)]
    let entries = kinds.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    let created = Date(timeIntervalSince1970: Double(list.created.seconds)).formatted(.iso8601)
    return """
      \(list.name)  \(entries.isEmpty ? "empty" : entries.joined(separator: " "))  distance \(list.distance)  \(created)  \
      key \(list.apiTokenID)  \(list.fileHash)
      """
  }
}

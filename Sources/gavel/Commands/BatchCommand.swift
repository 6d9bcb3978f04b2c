internal import ArgumentParser
internal import Foundation
internal import GatewayProtocol
internal import NIOHTTP1
internal import SwiftProtobuf

struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Put a file of texts and images to a policy on a server.",
    discussion: """
      The file is CSV in UTF-8: a header `ref_id,type,content`, then up to 25,000 rows, each of type `text` or \
      `image_url`. What comes back is a line of JSON for each, in their order: {"refId":...,"report":{...}} or \
      {"refId":...,"error":{...}}.

      The server is --server or GAVEL_SERVER, the key GAVEL_API_KEY.

      EXAMPLES
        gavel batch run comments.csv --policy 0b9c3c5e-4a3e-5b1d-8e0c-8a2b7f1d9c10 --output reports.jsonl
        gavel batch run --batch 01993c5e-4a3e-7b1d-8e0c-8a2b7f1d9c10 --output reports.jsonl
        gavel batch list
        gavel batch cancel 01993c5e-4a3e-7b1d-8e0c-8a2b7f1d9c10
      """,
    subcommands: [Run.self, List.self, Cancel.self])

  struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Send a file, wait for its reports, and fetch them.",
      discussion: """
        Can be stopped once the file is sent: the batch job goes on at the server, and the same command with --batch, \
        and the id that was printed, goes on with waiting for it.

        Exits with 1 where the file or the policy is refused, or the batch job ends without an output.
        """)

    @OptionGroup var server: ServerArguments
    @Argument(help: "The file.") var file: String?
    @Option(help: ArgumentHelp("The policy's id.", valueName: "id")) var policy: String?
    @Option(help: ArgumentHelp("Go on with this batch job instead of sending a file.", valueName: "id"))
    var batch: String?
    @Option(help: "What to call it. (default: the file's name)") var name: String?
    @Option(help: ArgumentHelp("Where the reports go. (default: standard output)", valueName: "file"))
    var output: String?

    func validate() throws {
      if batch == nil, file == nil || policy == nil {
        throw ValidationError("Name a file and its --policy, or a --batch.")
      }
      if batch != nil, file != nil || policy != nil || name != nil {
        throw ValidationError("A --batch has its file, its policy and its name already.")
      }
    }

    func run() async throws {
      try await server.withConnection { connection in
        let client = BatchClient(connection: connection)
        let id: String
        if let batch { id = batch } else { id = try await send(by: client) }
        let ended = try await client.end(of: id, report: BatchProgressLine().show)
        guard let address = ended.outputAddress else {
          Terminal.complain("the batch job ended without an output: \(ended.reason)")
          throw ExitCode(Terminal.ExitCode.errors)
        }
        try await client.fetch(address, to: output)
        let failed = ended.rowsFailed == 0 ? "" : ", \(ended.rowsFailed) of them without a report"
        Terminal.complain("\(ended.rows) rows\(failed)")
      }
    }

    /// - Returns: the batch job's id.
    private func send(by client: BatchClient) async throws -> String {
      let file = try OutgoingFile(path: file ?? "")
      let created = try await client.create(
        name: name ?? URL(filePath: file.path).lastPathComponent, policy: policy ?? "")
      try await client.upload(file, to: created.inputFileUploadURL)
      // Not before: without its file there is nothing to go on with.
      Terminal.complain("batch job \(created.batchJobID); to go on with it later: --batch \(created.batchJobID)")
      return created.batchJobID
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the account's batch jobs, newest first.")

    @OptionGroup var server: ServerArguments

    func run() async throws {
      try await server.withConnection { connection in
        let answer: Clavata_Gateway_V1_GetBatchJobsResponse = try await connection.call(.GET, "/v1/batch-jobs")
        for batch in answer.batchJobs {
          let created = Date(timeIntervalSince1970: Double(batch.createdAt.seconds)).formatted(.iso8601)
          Terminal.say("\(batch.batchJobID)  \(batch.state.word)  \(created)  \(batch.name)")
        }
      }
    }
  }

  struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Stop a batch job and remove what it wrote.")

    @OptionGroup var server: ServerArguments
    @Argument(help: "The batch job's id.") var id: String

    func run() async throws {
      try await server.withConnection { connection in
        let answer: Clavata_Gateway_V1_CancelBatchJobResponse = try await connection.call(
          .POST, "/v1/batch-jobs/\(BatchClient.escaped(id))/cancel")
        Terminal.say("\(answer.batchJobID)  \(answer.state.word)")
      }
    }
  }
}

internal import Foundation
internal import TestSupport
internal import Testing

/// `gavel hashes` against a server in a process of its own, which is killed in the middle of a load.
struct HashesCommandTests {
  private static let key = "gavel_hashes_command_test_key"
  private static let digest = "a1abfd410973b0111c215baa879b9edcd739e601659ba44168269767cc2e9108"

  private func program(_ server: ServerProcess) -> Program {
    var gavel = Program.gavel
    gavel.environment = ["GAVEL_API_KEY": Self.key, "GAVEL_SERVER": server.address]
    return gavel
  }

  private func gavel(_ arguments: [String], _ server: ServerProcess) async throws -> Program.Result {
    try await program(server).run(["hashes"] + arguments)
  }

  /// Whether the image is refused as one that is known.
  private func isRefused(_ server: ServerProcess) async throws -> Bool {
    let policy = try await server.policyID()
    let answer = try await server.send(
      "POST", "/v1/jobs",
      #"{"contentData": [{"image": "\#(TestImages.png.base64EncodedString())"}], "policyId": "\#(policy)"}"#)
    let type = (answer["details"] as? [[String: Any]])?.first?["type"] as? String
    return type == "PRECHECK_FAILURE_TYPE_NCMEC"
  }

  private func files(_ folder: TemporaryFolder) -> [String] {
    let place = folder.url.appending(path: "data/gavel.hashes").path
    return (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
  }

  private static func entries(_ count: Int, seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<count {
      text += "sha256:"
      for _ in 0..<4 {
        let digits = String(UInt64.random(in: 0...UInt64.max, using: &generator), radix: 16)
        text += String(repeating: "0", count: 16 - digits.count) + digits
      }
      text += "\n"
    }
    return text
  }

  /// A list is loaded, listed and removed, and says what is wrong with a file, a name or a key.
  @Test func loadsListsAndRemoves() async throws {
    let folder = try ServerProcess.folder()
    let server = try await ServerProcess.start(folder: folder, key: Self.key)
    defer { server.kill() }
    let file = folder.url.appending(path: "blocked.txt")
    try Data("# ours\nsha256:\(Self.digest)\nsha256:\(Self.digest)\n".utf8).write(to: file)
    let loaded = try await gavel(["load", file.path, "--name", "blocked", "--distance", "20"], server)
    #expect(loaded.status == 0 && loaded.output.hasPrefix("blocked  sha256 1  distance 20  "), "\(loaded.errors)")
    #expect(loaded.errors.contains("1 came again"), "\(loaded.errors)")
    #expect(!loaded.output.contains(Self.digest))
    #expect(try await isRefused(server))
    #expect(try await gavel(["list"], server).output == loaded.output)

    try Data("sha256:\(Self.digest)\nmd5:\(Self.digest)\n".utf8).write(to: file)
    let bad = try await gavel(["load", file.path, "--name", "blocked"], server)
    #expect(bad.status == 1 && bad.errors.contains("line 2: `md5` has 32"), "\(bad.errors)")
    // Far longer than what is read of it before it is refused.
    try Data(("x\n" + Self.entries(100_000, seed: 1)).utf8).write(to: file)
    let long = try await gavel(["load", file.path, "--name", "blocked"], server)
    #expect(long.status == 1 && long.errors.contains("line 1"), "\(long.errors)")
    #expect(try await gavel(["load", file.path, "--name", "a/b"], server).status == 1)
    #expect(try await gavel(["load", file.path + "x", "--name", "blocked"], server).status == 2)
    #expect(try await gavel(["list"], server).output == loaded.output)

    let removed = try await gavel(["remove", "blocked"], server)
    #expect(removed.status == 0 && removed.output == loaded.output, "\(removed.errors)")
    #expect(try await !isRefused(server))
    let gone = try await gavel(["remove", "blocked"], server)
    #expect(gone.status == 2 && gone.errors.contains("no hash list has the name `blocked`"), "\(gone.errors)")
    #expect(files(folder).isEmpty)
  }

  /// kill -9 at several moments of a load: the next server has the list before or the one that was loaded, whole, refuses
  /// by it, and nothing is left over.
  @Test func aKilledLoadLeavesOneListWhole() async throws {
    let folder = try ServerProcess.folder()
    var server = try await ServerProcess.start(folder: folder, key: Self.key)
    let before = folder.url.appending(path: "before.txt")
    try Data("sha256:\(Self.digest)\n".utf8).write(to: before)
    #expect(try await gavel(["load", before.path, "--name", "list"], server).status == 0)
    var kept = try await gavel(["list"], server).output
    let next = folder.url.appending(path: "next.txt")
    // While it comes, once it is being made, once its file is written, and whenever it may be.
    let moments: [(Set<String>) -> Bool] = [
      { $0.contains { $0.hasSuffix(".draft") } },
      { names in names.contains { $0.hasSuffix(".draft") && names.contains(String($0.dropLast(6))) } },
      { $0.count { !$0.hasSuffix(".draft") } == 2 },
      { $0.count == 2 },
      { names in !names.contains { $0.hasSuffix(".draft") } && names.count == 2 },
    ]
    for (round, isDue) in moments.enumerated() {
      try Data((Self.entries(60_000, seed: UInt64(round)) + "sha256:\(Self.digest)\n").utf8).write(to: next)
      let load = try program(server).start(["hashes", "load", next.path, "--name", "list"])
      while load.isRunning, !isDue(Set(files(folder))) { await Task.yield() }
      server.kill()
      load.waitUntilExit()
      server = try await ServerProcess.start(folder: folder, key: Self.key)
      #expect(try await isRefused(server), "round \(round)")
      let now = try await gavel(["list"], server).output
      #expect(now == kept || now.hasPrefix("list  sha256 60001  "), "round \(round): \(now)")
      // What was acknowledged is there.
      if load.terminationStatus == 0 { #expect(now != kept, "round \(round)") }
      kept = now
      try await until { files(folder).count == 1 }
    }
    server.kill()
  }
}

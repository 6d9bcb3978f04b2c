internal import Foundation
internal import Gateway
internal import PolicyEvaluation
internal import Storage
internal import TestSupport
internal import Testing

/// A folder's files are an account's policies.
struct PolicyFolderTests {
  private func write(_ text: String, to folder: TemporaryFolder, _ name: String = "a.policy") throws {
    try Data(text.utf8).write(to: folder.url.appending(path: name))
  }

  /// Loading again changes nothing; a changed file makes a version; a broken one leaves the version before it.
  @Test func keepsInStepWithItsFiles() async throws {
    let engine = try await TestEngine()
    let files = try TemporaryFolder()
    let folder = PolicyFolder(
      folder: files.url, catalog: engine.engine.catalog, account: engine.account, logger: TestEngine.silent)
    func versions() async throws -> [Int] {
      try await engine.engine.catalog.versions(of: folder.id(of: "a"), account: engine.account).map(\.number)
    }
    func label() async throws -> String? {
      try await engine.engine.catalog.ready(folder.id(of: "a"), account: engine.account).compiled.labels.first?.name
    }
    try write(#"LABEL "one" { =("x") }"#, to: files)
    try write("not a policy", to: files, "readme.txt")
    let loaded = try await folder.load()
    #expect(loaded == ["a": folder.id(of: "a")])
    try await folder.load()
    #expect(try await versions() == [1])
    try write(#"LABEL "two" { =("x") }"#, to: files)
    try await folder.load()
    try write(#"LABEL "three" {"#, to: files)
    try await folder.load()
    #expect(try await versions() == [2, 1])
    #expect(try await label() == "two")
  }

  /// The ids follow from the account and the key: the same everywhere, different for another account.
  @Test func idsAreStable() async throws {
    let engine = try await TestEngine()
    func folder(_ account: UUID) -> PolicyFolder {
      PolicyFolder(
        folder: URL(filePath: "/"), catalog: engine.engine.catalog, account: account, logger: TestEngine.silent)
    }
    let account = KeyService.defaultAccountID
    #expect(folder(account).id(of: "toxicity") == UUID(uuidString: "1AD0C21E-EB7E-5309-B166-A702107C52F4"))
    #expect(folder(account).id(of: "toxicity") != folder(UUID()).id(of: "toxicity"))
    #expect(folder(account).id(of: "toxicity") != folder(account).id(of: "spam"))
  }
}

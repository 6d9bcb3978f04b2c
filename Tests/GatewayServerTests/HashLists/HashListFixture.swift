internal import Foundation
internal import Gateway
internal import HTTPTypes
internal import Storage
internal import Synchronization
internal import TestSupport
internal import Testing

/// An account's lists of known images over REST in the process, and an image to have on them.
struct HashListFixture: Sendable {
  static let image = TestImages.png
  /// Of the image's bytes.
  static let digest = "a1abfd410973b0111c215baa879b9edcd739e601659ba44168269767cc2e9108"
  static let other = String(repeating: "0", count: 64)

  let rest: RESTFixture

  /// - Parameter policy: the id of the policy that evaluates; nil makes one.
  init(engine: TestEngine, policy: String? = nil) async throws {
    rest = try await RESTFixture(engine: engine, policyID: policy)
  }

  init() async throws {
    try await self.init(
      engine: TestEngine(sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader("nothing")))
  }

  var service: HashListService { rest.engine.engine.hashLists }

  /// - Parameter key: nil is the administrator's.
  func load(
    _ text: String, as name: String = "mine", query: String = "", key: String? = nil
  ) async throws -> RESTFixture.Answer {
    try await rest.send(
      .put, "/v1/hash-lists/\(name)\(query)", body: Array(text.utf8), key: key ?? rest.engine.admin)
  }

  func remove(_ name: String = "mine", key: String? = nil) async throws -> RESTFixture.Answer {
    try await rest.send(.delete, "/v1/hash-lists/\(name)", key: key ?? rest.engine.admin)
  }

  /// The lists as they are told, by their names.
  func lists(key: String? = nil) async throws -> [[String: Any]] {
    let answer = try await rest.send(.get, "/v1/hash-lists", key: key ?? rest.engine.admin)
    #expect(answer.status == 200, "\(answer.body)")
    return answer.json["hashLists"] as? [[String: Any]] ?? []
  }

  func names(key: String? = nil) async throws -> [String] {
    try await lists(key: key).compactMap { $0["name"] as? String }
  }

  /// Evaluates the image.
  func evaluate(key: String? = nil, policy: String? = nil) async throws -> RESTFixture.Answer {
    let body = """
      {"contentData": [{"text": "a"}, {"image": "\(Self.image.base64EncodedString())"}],
       "policyId": "\(policy ?? rest.policyID)"}
      """
    return try await rest.send(.post, "/v1/jobs/stream", body: Array(body.utf8), key: key ?? rest.engine.admin)
  }

  /// The files that are there of lists.
  var files: [String] {
    let folder = rest.engine.dataFolder.appending(path: HashListFiles.folderName).path
    return (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// The one file that is there.
  func file() throws -> URL {
    let only = try #require(files.first)
    return rest.engine.dataFolder.appending(path: HashListFiles.folderName).appending(path: only)
  }
}

/// Pieces of a list's file, and then what a test says.
struct ListPieces: AsyncSequence, Sendable {
  struct AsyncIterator: AsyncIteratorProtocol {
    var pieces: ArraySlice<HashListPiece>
    let end: @Sendable () async throws -> Void
    let note: @Sendable () -> Void

    mutating func next() async throws -> HashListPiece? {
      guard let piece = pieces.popFirst() else {
        try await end()
        return nil
      }
      note()
      return piece
    }
  }

  let pieces: [HashListPiece]
  /// What there is to wait for before the end.
  let end: @Sendable () async throws -> Void
  /// Is told of each piece that is asked for.
  let note: @Sendable () -> Void

  init(
    _ pieces: [String], as name: String = "mine", end: @escaping @Sendable () async throws -> Void = {},
    note: @escaping @Sendable () -> Void = {}
  ) {
    self.pieces = pieces.map { HashListPiece(name: name, distance: nil, bytes: Array($0.utf8)) }
    self.note = note
    self.end = end
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pieces: pieces[...], end: end, note: note) }
}

/// How often something has happened.
final class Tally: Sendable {
  private let number = Mutex(0)

  var count: Int { number.withLock(\.self) }

  func add() { number.withLock { $0 += 1 } }
}

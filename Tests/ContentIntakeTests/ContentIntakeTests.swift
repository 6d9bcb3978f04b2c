import Foundation
import GuardedFetching
import SignalScoring
import Synchronization
import Testing

@testable import ContentIntake

struct ContentIntakeTests {
  private static let png =
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==") ?? Data()

  private func intake(known: [KnownImageList] = []) -> ContentIntake {
    ContentIntake(images: ImageIntake(fetcher: nil, pool: DecodingPool(), known: known))
  }

  private func item(
    _ body: OfferedContent.Body, title: String = "", metadata: [String: String] = [:]
  ) -> OfferedContent {
    OfferedContent(body: body, title: title, metadata: metadata)
  }

  /// Items come out in the order in which they came, each with the hash of its own bytes.
  @Test func keepsTheOrder() async throws {
    let items = (0..<40).map { $0.isMultiple(of: 3) ? item(.image(Self.png)) : item(.text("\($0)")) }
    let contents = try await intake().admit(items)
    #expect(contents.map(\.text) == (0..<40).map { $0.isMultiple(of: 3) ? nil : "\($0)" })
    let image = try #require(contents.first)
    #expect(image.hash == Self.png.withUnsafeBytes { ContentHash.hash(of: $0) })
    guard case .image(let image) = image else {
      Issue.record("not an image")
      return
    }
    #expect(image.mediaType == "image/png" && image.width == 1 && image.height == 1 && image.bytes == Self.png)
  }

  /// A flaw of one item's form is told alone, before any image is looked at; it names the item.
  @Test(arguments: [
    (OfferedContent.Body.none, ContentError.Code.missing), (.video, .unsupported), (.audio, .unsupported),
    (.text(String(repeating: "a", count: 1 << 20 + 1)), .tooLarge),
  ])
  func flawsOfForm(body: OfferedContent.Body, code: ContentError.Code) async throws {
    let error = await #expect(throws: ContentErrors.self) {
      try await intake().admit([item(.image(Data())), item(.text("a")), item(body)])
    }
    #expect(error?.errors.map(\.code) == [code] && error?.errors.map(\.item) == [2])
  }

  /// What comes with an item is limited.
  @Test(arguments: [
    OfferedContent(body: .text("a"), title: String(repeating: "a", count: 1 << 10 + 1), metadata: [:]),
    OfferedContent(
      body: .text("a"), title: "", metadata: Dictionary(uniqueKeysWithValues: (0..<65).map { ("\($0)", "") })),
    OfferedContent(body: .text("a"), title: "", metadata: ["a": String(repeating: "a", count: 16 << 10)]),
  ])
  func extrasAreLimited(item: OfferedContent) async throws {
    let error = await #expect(throws: ContentErrors.self) { try await intake().admit([item]) }
    #expect(error?.errors.map(\.code) == [.tooLarge])
  }

  /// Every image that is not taken in is told, in order, with its hash.
  @Test func tellsEveryRefusedImage() async throws {
    let broken = Data(Self.png.dropLast(24))
    let error = await #expect(throws: ContentErrors.self) {
      try await intake().admit([
        item(.image(broken)), item(.image(Self.png)), item(.image(Data("<svg/>".utf8))), item(.image(Data())),
      ])
    }
    #expect(error?.errors.map(\.item) == [0, 2, 3])
    #expect(error?.errors.map(\.code) == [.invalidImage, .unsupportedImageFormat, .unsupportedImageFormat])
    #expect(error?.errors.first?.hash == broken.withUnsafeBytes { ContentHash.hash(of: $0) })
  }

  /// What was checked before is named again without being decoded; what its header refuses is refused still.
  @Test func checkedImagesAreNotDecoded() async throws {
    let broken = Data(Self.png.dropLast(24))
    let known = try await intake().admit([item(.image(Self.png))], areChecked: true)
    #expect(known.map(\.hash) == [Self.png.withUnsafeBytes { ContentHash.hash(of: $0) }])
    let pool = DecodingPool()
    pool.stop()
    let stopped = ContentIntake(images: ImageIntake(fetcher: nil, pool: pool))
    #expect(try await stopped.admit([item(.image(Self.png))], areChecked: true).count == 1)
    await #expect(throws: ContentErrors.self) { try await stopped.admit([item(.image(Self.png))]) }
    await #expect(throws: ContentErrors.self) { try await stopped.admit([item(.image(broken))], areChecked: true) }
  }

  /// A URL that is not fetched is told to the operator with more than the caller learns.
  @Test func fetchFailuresAreNoted() async throws {
    let noted = Mutex<[FetchError]>([])
    let images = ImageIntake(fetcher: try GuardedFetcher(), pool: DecodingPool()) { failure in
      noted.withLock { $0.append(failure) }
    }
    let error = await #expect(throws: ContentErrors.self) {
      try await ContentIntake(images: images).admit([item(.imageURL("http://127.0.0.1/"))])
    }
    #expect(error?.errors.map(\.code) == [.invalidImage])
    #expect(noted.withLock { $0.map(\.code) } == [.forbiddenAddress])
  }

  /// A server that fetches nothing says so.
  @Test func withoutFetcher() async throws {
    let error = await #expect(throws: ContentErrors.self) { try await intake().admit([item(.imageURL("http://a/"))]) }
    #expect(error?.errors.map(\.code) == [.unsupported])
  }

  /// An image on a list is refused by its bytes, whatever the list calls it.
  @Test func knownImages() async throws {
    let digest = ContentHash.hash(of: "").dropFirst(ContentHash.prefix.count)
    let own = Self.png.withUnsafeBytes { ContentHash.hash(of: $0) }.dropFirst(ContentHash.prefix.count)
    let file = FileManager.default.temporaryDirectory.appending(path: "known-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("sha256:\(digest)\nsha256:\(own) label\n".utf8).write(to: file)
    let list = try KnownImageList.load(file, name: "test")
    let error = await #expect(throws: ContentErrors.self) {
      try await intake(known: [list]).admit([item(.image(Self.png))])
    }
    #expect(error?.errors.map(\.code) == [.knownImage])
  }
}

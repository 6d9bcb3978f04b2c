internal import Foundation
package import GuardedFetching
internal import SignalScoring

/// Takes in images, as files or from where a URL leads: each is decoded once here, so that what is scored later is known
/// to be whole, and looked up among the known ones.
package struct ImageIntake: Sendable {
  private let fetcher: GuardedFetcher?
  private let pool: DecodingPool
  private let known: [KnownImageList]
  private var accounts: (any KnownImageSource)?
  private let noteFailure: @Sendable (FetchError) -> Void

  /// Pixels of the longer side of what a perceptual hash is made of: more make it no better.
  private static let hashedSide = 512

  /// - Parameters:
  ///   - fetcher: nil: no URL is fetched.
  ///   - noteFailure: is told of each URL that was not fetched, with what the caller is not; must not block.
  package init(
    fetcher: GuardedFetcher?, pool: DecodingPool, known: [KnownImageList] = [],
    noteFailure: @escaping @Sendable (FetchError) -> Void = { _ in }
  ) {
    self.fetcher = fetcher
    self.pool = pool
    self.known = known
    self.noteFailure = noteFailure
  }

  /// The same, looking images up on their callers' own lists too.
  func lookingUp(in accounts: any KnownImageSource) -> ImageIntake {
    var intake = self
    intake.accounts = accounts
    return intake
  }

  /// - Parameters:
  ///   - body: an image or the URL of one.
  ///   - isChecked: whether it was admitted before.
  /// - Throws: `CancellationError`; what the source of the callers' lists throws.
  func admit(
    _ body: OfferedContent.Body, for caller: String, isChecked: Bool
  ) async throws -> Result<ImageContent, ContentError> {
    do {
      switch body {
      case .image(let bytes): return .success(try await admit(bytes, for: caller, isChecked: isChecked))
      case .imageURL(let url):
        return .success(try await admit(try await fetch(url, for: caller), for: caller, isChecked: false))
      case .none, .text, .video, .audio: return .failure(ContentError(.unsupported, "not an image"))
      }
    } catch let error as ContentError {
      return .failure(error)
    }
  }

  private func fetch(_ url: String, for caller: String) async throws -> Data {
    guard let fetcher else { throw ContentError(.unsupported, "this server fetches no `imageUrl`: send `image`") }
    do {
      return try await fetcher.get(url, limit: ImageLimits.bytes, for: caller).bytes
    } catch {
      if error.code != .cancelled { noteFailure(error) }
      switch error.code {
      case .cancelled: throw CancellationError()
      case .overloaded: throw ContentError(.overloaded, error.message)
      default: throw ContentError(.invalidImage, "the image cannot be fetched: \(error.message)")
      }
    }
  }

  private func admit(_ bytes: Data, for caller: String, isChecked: Bool) async throws -> ImageContent {
    let hash = bytes.withUnsafeBytes { ContentHash.hash(of: $0) }
    do {
      let header = try ImageHeader(bytes)
      if !isChecked {
        let pictures = try await pool.decode(bytes, header: header, longestSide: Self.hashedSide)
        if Self.isKnown(bytes, pictures, on: known + (try await accounts?.lists(for: caller) ?? [])) {
          throw ContentError(.knownImage, "the image is on a list of known images", hash: hash)
        }
      }
      // Turned by a quarter, its sides change places.
      let (width, height) = header.orientation >= 5 ? (header.height, header.width) : (header.width, header.height)
      return ImageContent(
        hash: hash, mediaType: header.format.mediaType, bytes: bytes, width: width, height: height)
    } catch let error as ImageError {
      throw ContentError(error, hash: hash)
    }
  }

  private static func isKnown(_ bytes: Data, _ pictures: [Picture], on lists: [KnownImageList]) -> Bool {
    guard !lists.isEmpty else { return false }
    let fingerprints = pictures.map { PerceptualFingerprint(rgb: $0.rgb, width: $0.width, height: $0.height) }
    let identity = bytes.withUnsafeBytes { KnownImageIdentity(file: $0, fingerprints: fingerprints) }
    return lists.contains { $0.match(identity) != nil }
  }
}

extension ContentError {
  init(_ error: ImageError, hash: String) {
    let code: Code =
      switch error.code {
      case .unsupportedFormat: .unsupportedImageFormat
      case .invalid, .tooLarge: .invalidImage
      case .overloaded, .stopped: .overloaded
      }
    self.init(code, error.message, hash: hash)
  }
}

internal import Foundation
package import GuardedFetching
internal import SignalScoring

/// Takes in images, as files or from where a URL leads: each is decoded once here, so that what is scored later is known
/// to be whole, and looked up among the known ones.
package struct ImageIntake: Sendable {
  private let fetcher: GuardedFetcher?
  private let pool: DecodingPool
  private let known: [KnownImageList]

  /// Pixels of the longer side of what a perceptual hash is made of: more make it no better.
  private static let hashedSide = 512

  /// - Parameter fetcher: nil: no URL is fetched.
  package init(fetcher: GuardedFetcher?, pool: DecodingPool, known: [KnownImageList] = []) {
    self.fetcher = fetcher
    self.pool = pool
    self.known = known
  }

  /// - Parameter body: an image or the URL of one.
  /// - Throws: `CancellationError`, and nothing else.
  func admit(_ body: OfferedContent.Body, for caller: String) async throws -> Result<ImageContent, ContentError> {
    do {
      switch body {
      case .image(let bytes): return .success(try await admit(bytes))
      case .imageURL(let url): return .success(try await admit(try await fetch(url, for: caller)))
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
      switch error.code {
      case .cancelled: throw CancellationError()
      case .overloaded: throw ContentError(.overloaded, error.message)
      default: throw ContentError(.invalidImage, "the image cannot be fetched: \(error.message)")
      }
    }
  }

  private func admit(_ bytes: Data) async throws -> ImageContent {
    let hash = bytes.withUnsafeBytes { ContentHash.hash(of: $0) }
    do {
      let header = try ImageHeader(bytes)
      let pictures = try await pool.decode(bytes, header: header, longestSide: Self.hashedSide)
      if isKnown(bytes, pictures) {
        throw ContentError(.knownImage, "the image is on a list of known images", hash: hash)
      }
      // Turned by a quarter, its sides change places.
      let (width, height) = header.orientation >= 5 ? (header.height, header.width) : (header.width, header.height)
      return ImageContent(
        hash: hash, mediaType: header.format.mediaType, bytes: bytes, width: width, height: height)
    } catch let error as ImageError {
      throw ContentError(error, hash: hash)
    }
  }

  private func isKnown(_ bytes: Data, _ pictures: [Picture]) -> Bool {
    guard !known.isEmpty else { return false }
    return pictures.contains { picture in
      let fingerprint = PerceptualFingerprint(rgb: picture.rgb, width: picture.width, height: picture.height)
      let identity = bytes.withUnsafeBytes { KnownImageIdentity(file: $0, fingerprint: fingerprint) }
      return known.contains { $0.match(identity) != nil }
    }
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

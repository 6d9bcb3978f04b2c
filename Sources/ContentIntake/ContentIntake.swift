package import SignalScoring

/// Checks items against the limits and names each by its hash: all that came together, before any is scored.
package struct ContentIntake: Sendable {
  private var images: ImageIntake

  /// Images of one request that are fetched or decoded at once.
  private static let imagesInWork = 8

  package init(images: ImageIntake) {
    self.images = images
  }

  /// The same, looking images up on their callers' own lists of known ones too.
  package func lookingUp(in accounts: any KnownImageSource) -> ContentIntake {
    var intake = self
    intake.images = images.lookingUp(in: accounts)
    return intake
  }

  /// - Parameters:
  ///   - caller: whose lists of known images hold beside the server's, and whose fetches these are, so that one caller's
  ///     do not hold up another's.
  ///   - areChecked: whether the very same items were taken in before: images are not decoded and looked up again then.
  /// - Throws: `ContentErrors`: the first flaw of a text or of an item's form alone, else what is wrong with every image;
  ///   `CancellationError`; what the source of the callers' lists throws.
  package func admit(
    _ offered: [OfferedContent], for caller: String = "", areChecked: Bool = false
  ) async throws -> [Content] {
    var admitted: [Content?] = []
    admitted.reserveCapacity(offered.count)
    for (index, item) in offered.enumerated() {
      do throws(ContentError) {
        admitted.append(try Self.text(of: item).map(Content.text))
      } catch {
        var error = error
        error.item = index
        throw ContentErrors(errors: [error])
      }
    }
    let waiting = admitted.indices.filter { admitted[$0] == nil }
    if !waiting.isEmpty {
      let images = try await admitImages(waiting) { [images] place in
        try await images.admit(offered[place].body, for: caller, isChecked: areChecked)
      }
      for (index, image) in images { admitted[index] = .image(image) }
    }
    // INVARIANT: what is no text is an image by now.
    return admitted.compactMap(\.self)
  }

  /// - Parameter places: of the images among the items.
  private func admitImages(
    _ places: [Int], _ admit: @escaping @Sendable (Int) async throws -> Result<ImageContent, ContentError>
  ) async throws -> [(Int, ImageContent)] {
    var admitted: [(Int, ImageContent)] = []
    var errors: [ContentError] = []
    var bytes = 0
    try await withThrowingTaskGroup(of: (Int, Result<ImageContent, ContentError>).self) { group in
      var waiting = places[...]
      func begin() {
        guard let place = waiting.popFirst() else { return }
        group.addTask { (place, try await admit(place)) }
      }
      for _ in 0..<Self.imagesInWork { begin() }
      while let (place, result) = try await group.next() {
        switch result {
        case .success(let image):
          admitted.append((place, image))
          bytes += image.bytes.count
          guard bytes <= ContentLimits.imageBytesOfRequest else {
            var error = ContentError(
              .tooLarge, "the images of a request are at most \(ContentLimits.imageBytesOfRequest) bytes together")
            error.item = place
            throw ContentErrors(errors: [error])
          }
        case .failure(var error):
          error.item = place
          errors.append(error)
        }
        begin()
      }
    }
    guard errors.isEmpty else { throw ContentErrors(errors: errors.sorted { $0.item < $1.item }) }
    return admitted
  }

  /// - Returns: nil of an image.
  private static func text(of offered: OfferedContent) throws(ContentError) -> TextContent? {
    try checkExtras(of: offered)
    switch offered.body {
    case .text(let text):
      guard text.utf8.count <= ContentLimits.textBytes else {
        throw ContentError(
          .tooLarge, "a text of \(text.utf8.count) bytes is over the limit of \(ContentLimits.textBytes)")
      }
      return TextContent(hash: ContentHash.hash(of: text), text: text)
    case .image, .imageURL:
      return nil
    case .none:
      throw ContentError(.missing, "an item needs one of `text`, `image` and `imageUrl`")
    case .video:
      throw ContentError(.unsupported, "`video` is not supported")
    case .audio:
      throw ContentError(.unsupported, "`audioUrl` is not supported")
    }
  }

  private static func checkExtras(of offered: OfferedContent) throws(ContentError) {
    guard offered.title.utf8.count <= ContentLimits.titleBytes else {
      throw ContentError(.tooLarge, "a title is at most \(ContentLimits.titleBytes) bytes")
    }
    guard offered.metadata.count <= ContentLimits.metadataEntries else {
      throw ContentError(.tooLarge, "metadata has at most \(ContentLimits.metadataEntries) entries")
    }
    let bytes = offered.metadata.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    guard bytes <= ContentLimits.metadataBytes else {
      throw ContentError(.tooLarge, "metadata is at most \(ContentLimits.metadataBytes) bytes")
    }
  }
}

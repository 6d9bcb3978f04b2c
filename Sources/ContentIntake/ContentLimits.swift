/// What is taken in at most: checked before anything is allocated for it.
package enum ContentLimits {
  /// Items of one request.
  package static let items = 1_000
  /// UTF-8 bytes of a text.
  package static let textBytes = 1 << 20
  /// Entries of an item's metadata.
  package static let metadataEntries = 64
  /// UTF-8 bytes of an item's metadata, keys and values together.
  package static let metadataBytes = 16 << 10
  /// UTF-8 bytes of a title.
  package static let titleBytes = 1 << 10
  /// Bytes of a request's images, fetched ones included: as many as a message may have.
  package static let imageBytesOfRequest = 100 << 20
}

public import Foundation

/// An image to score, as it came: each scorer decodes what it needs of it, so that a request of many images holds no
/// more than their files.
public struct ImageContent: Sendable {
  /// `sha256::` and the hex of the file's bytes: what caches key on.
  public var hash: String
  /// What the bytes are, such as `image/png`, whatever the image was called.
  public var mediaType: String
  /// The file.
  public var bytes: Data
  /// In pixels, as it is to be looked at.
  public var width: Int
  public var height: Int

  public init(hash: String, mediaType: String, bytes: Data, width: Int, height: Int) {
    self.hash = hash
    self.mediaType = mediaType
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}

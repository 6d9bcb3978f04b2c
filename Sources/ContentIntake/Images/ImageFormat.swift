package import Foundation

/// A format that pictures are taken in, told by how the bytes begin; names and declared types are not looked at.
package enum ImageFormat: Sendable, Hashable, CaseIterable {
  case png
  case jpeg
  case webp

  /// - Parameter bytes: a file, or its first 12 bytes.
  /// - Returns: nil where they begin as no such file does.
  package init?(of bytes: Data) {
    guard let format = bytes.withUnsafeBytes({ ImageFormat(of: ImageBytes($0)) }) else { return nil }
    self = format
  }

  init?(of bytes: ImageBytes) {
    if bytes.has([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], at: 0) {
      self = .png
    } else if bytes.has([0xff, 0xd8, 0xff], at: 0) {
      self = .jpeg
    } else if bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) {
      self = .webp
    } else {
      return nil
    }
  }

  package var mediaType: String {
    switch self {
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .webp: "image/webp"
    }
  }
}

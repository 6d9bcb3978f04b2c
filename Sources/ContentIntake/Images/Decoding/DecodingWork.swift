internal import Foundation

/// A picture that is to be decoded.
struct DecodingWork: Sendable {
  let bytes: Data
  let header: ImageHeader
  let longestSide: Int
}

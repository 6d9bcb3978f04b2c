import Foundation
import Testing

@testable import ContentIntake

/// A file made to do harm, or to be taken for what it is not, and what becomes of it.
struct HostileCase: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable, Hashable {
    case refused(ImageError.Code)
    /// It is a picture, whatever else it may be.
    case decoded
  }

  var name: String
  var expected: Outcome
  /// Made when it is needed: some are large.
  var bytes: @Sendable () throws -> [UInt8]

  init(_ name: String, _ expected: Outcome, _ bytes: @autoclosure @escaping @Sendable () throws -> [UInt8]) {
    self.name = name
    self.expected = expected
    self.bytes = bytes
  }

  var testDescription: String { name }

  /// What comes of it on the way that every picture goes.
  func pictures() throws -> Result<[Picture], ImageError> {
    let bytes = Data(try bytes())
    return Result { () throws(ImageError) in
      try ImageDecoder.decode(bytes, header: ImageHeader(bytes), longestSide: 64)
    }
  }

  static let all = disguises + truncations + pngs + jpegs + webps
}

internal import SwiftProtobuf

/// One enum: its names and numbers.
final class EnumLayout: Sendable {
  /// The names as they stand in JSON, quotes included, by number. Of several names the first is written.
  let quoted: [Int: [UInt8]]
  private let numbers: [String: Int]

  init(_ descriptor: Google_Protobuf_EnumDescriptorProto) {
    quoted = Dictionary(
      descriptor.value.map { (Int($0.number), Array("\"\($0.name)\"".utf8)) },
      uniquingKeysWith: { first, _ in first })
    numbers = Dictionary(
      descriptor.value.map { ($0.name, Int($0.number)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The number behind a name.
  func number(named name: String) -> Int? {
    numbers[name]
  }
}

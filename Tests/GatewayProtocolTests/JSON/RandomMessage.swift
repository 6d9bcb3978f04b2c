import Foundation
import GatewayProtocol
import SwiftProtobuf

/// Makes messages of any type from a seed: the bytes of one, written after its descriptor.
struct RandomMessage {
  /// The deepest nesting of messages.
  private static let depthLimit = 4

  private static let descriptors: [String: Google_Protobuf_DescriptorProto] = {
    var all: [String: Google_Protobuf_DescriptorProto] = [:]
    func add(_ messages: [Google_Protobuf_DescriptorProto], in scope: String) {
      for message in messages {
        all["\(scope).\(message.name)"] = message
        add(message.nestedType, in: "\(scope).\(message.name)")
      }
    }
    for file in WireDescriptors.files { add(file.messageType, in: file.package) }
    return all
  }()

  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(state: seed)
  }

  /// The next message of a type.
  mutating func next(_ type: any Message.Type) throws -> any Message {
    try type.init(serializedBytes: bytes(of: type.protoMessageName, depth: 0))
  }

  private mutating func bytes(of name: String, depth: Int) -> [UInt8] {
    switch name {
    case "google.protobuf.Timestamp":
      // From the year 1 to the year 9999, which is what JSON has room for.
      let seconds = Int64.random(in: -62_135_596_800...253_402_300_799, using: &random)
      let nanos = UInt64.random(in: 0...999_999_999, using: &random)
      return field(1, varint: UInt64(bitPattern: seconds)) + field(2, varint: nanos)
    case "google.protobuf.Duration":
      return field(1, varint: .random(in: 0...315_576_000_000, using: &random))
    case "google.protobuf.Value":
      return field(3, bytes: Array(text().utf8))
    case "google.protobuf.Any":
      return field(1, bytes: Array("type.googleapis.com/google.rpc.ErrorInfo".utf8))
        + field(2, bytes: bytes(of: "google.rpc.ErrorInfo", depth: depth + 1))
    default:
      break
    }
    guard let descriptor = Self.descriptors[name] else { return [] }
    var result: [UInt8] = []
    var oneofs: Set<Int32> = []
    for declared in descriptor.field where Bool.random(using: &random) {
      if declared.hasOneofIndex, !oneofs.insert(declared.oneofIndex).inserted { continue }
      if declared.type == .message, depth >= Self.depthLimit { continue }
      let count = declared.label == .repeated ? Int.random(in: 1...3, using: &random) : 1
      for _ in 0..<count { result += value(of: declared, depth: depth) }
    }
    return result
  }

  private mutating func value(of declared: Google_Protobuf_FieldDescriptorProto, depth: Int) -> [UInt8] {
    let number = Int(declared.number)
    switch declared.type {
    case .string: return field(number, bytes: Array(text().utf8))
    case .bytes: return field(number, bytes: (0..<Int.random(in: 0...9, using: &random)).map { _ in byte() })
    case .message: return field(number, bytes: bytes(of: String(declared.typeName.dropFirst()), depth: depth + 1))
    case .bool: return field(number, varint: .random(in: 0...1, using: &random))
    // Some numbers have no name.
    case .enum: return field(number, varint: .random(in: 0...20, using: &random))
    case .double:
      let value = real()
      return key(number, wire: 1) + withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) }
    case .float:
      let value = Float(real())
      return key(number, wire: 5) + withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) }
    case .uint32: return field(number, varint: UInt64(UInt32.random(in: 0 ... .max, using: &random)))
    case .int32:
      let value = Int64(Int32.random(in: .min ... .max, using: &random))
      return field(number, varint: UInt64(bitPattern: value))
    default: return field(number, varint: random.next())
    }
  }

  private mutating func real() -> Double {
    let special: [Double] = [0, -0.0, 1, -1, 0.5, 1e-7, 1e16, 1e21, 9_007_199_254_740_992, .infinity, -.infinity]
    return Bool.random(using: &random)
      ? special[Int.random(in: special.indices, using: &random)] : .random(in: -2...2, using: &random)
  }

  private mutating func text() -> String {
    let alphabet = Array("aZ09 _-/\\\"\n\t\r\u{0}\u{1f}\u{7f}é\u{2028}漢😀\u{10FFFF}")
    return String(
      (0..<Int.random(in: 0...24, using: &random)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      })
  }

  private mutating func byte() -> UInt8 {
    .random(in: 0...255, using: &random)
  }

  private func field(_ number: Int, bytes: [UInt8]) -> [UInt8] {
    key(number, wire: 2) + varint(UInt64(bytes.count)) + bytes
  }

  private func field(_ number: Int, varint value: UInt64) -> [UInt8] {
    key(number, wire: 0) + varint(value)
  }

  private func key(_ number: Int, wire: Int) -> [UInt8] {
    varint(UInt64(number << 3 | wire))
  }

  private func varint(_ value: UInt64) -> [UInt8] {
    var rest = value
    var result: [UInt8] = []
    while rest >= 0x80 {
      result.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return result + [UInt8(rest)]
  }
}

/// A generator of numbers that gives the same ones for the same seed.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

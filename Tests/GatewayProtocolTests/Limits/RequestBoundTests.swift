import Foundation
import SwiftProtobuf
import Testing

@testable import GatewayProtocol

@Suite struct RequestBoundTests {
  private func check(_ method: String, _ bytes: [UInt8]) throws {
    let bound = try #require(RequestBound.all["clavata.gateway.v1.\(method)"])
    try bytes.withUnsafeBytes { try bound.check($0) }
  }

  /// A field with a length, of the number.
  private static func field(_ number: Int, _ value: [UInt8]) -> [UInt8] {
    var (bytes, length) = ([UInt8(number << 3 | 2)], value.count)
    while length > 127 {
      bytes.append(UInt8(length & 127 | 128))
      length >>= 7
    }
    return bytes + [UInt8(length)] + value
  }

  /// Two bytes that are an empty element of the list with this number.
  private static func empty(_ number: Int) -> [UInt8] { [UInt8(number << 3 | 2), 0] }

  private static func repeated(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
    Array(repeatElement(bytes, count: count).joined())
  }

  private static let limit = MessageValues.limit

  /// As many values as are allowed are taken and one more is not, whatever holds them.
  @Test(arguments: [
    // Contents, one after another.
    ("GatewayService/Evaluate", repeated(empty(1), limit), 1),
    // The labels of one content, which is a value too.
    ("GatewayService/Evaluate", field(1, repeated(empty(7), limit - 1)), 1),
    // What the message does not have.
    ("GatewayService/Evaluate", repeated(empty(15), limit), 15),
    // A packed list of enums of a query, each a byte.
    ("ContentService/ListCustomerContent", field(1, field(2, [UInt8](repeating: 1, count: limit - 2))), 1),
  ])
  func holdsTheLimit(method: String, full: [UInt8], number: Int) throws {
    try check(method, full)
    let error = #expect(throws: WireFormatError.self) { try check(method, full + Self.empty(number)) }
    #expect(error?.code == .tooMany)
  }

  /// The paths of a field mask, which the catalogue does not have, are bounded by their bytes.
  @Test func boundsWellKnownLists() throws {
    let paths = Self.repeated(Self.empty(1), Self.limit)
    let update = Self.field(1, Self.field(2, Self.field(1, paths)))
    #expect(throws: WireFormatError.self) { try check("ContentService/UpdateCustomerContents", update) }
  }

  /// An inline image is one value, however many bytes it has, and all of them look like fields.
  @Test func doesNotReadValues() throws {
    let image = [UInt8](repeating: 0x0a, count: 4 << 20)
    try check("GatewayService/Evaluate", Self.field(1, Self.field(3, image)))
  }

  /// Bytes that are no message, and messages of any kind, are walked over without harm.
  @Test(arguments: 0..<20) func takesAnything(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    var messages = RandomMessage(seed: seed)
    for method in RequestBound.all.keys.sorted() {
      let bound = try #require(RequestBound.all[method])
      var bytes: [UInt8] = try messages.next(Clavata_Gateway_V1_EvaluateRequest.self).serializedBytes()
      for _ in 0..<4 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      try bytes.withUnsafeBytes { try bound.check($0) }
    }
    // Nested deeper than is read.
    var nested: [UInt8] = []
    for _ in 0..<2_000 { nested = Self.field(1, nested) }
    try check("GatewayService/Evaluate", nested)
  }

  /// Every method of every service has its bound.
  @Test func coversEveryMethod() {
    let methods = WireDescriptors.files.flatMap { file in
      file.service.flatMap { service in service.method.map { "\(file.package).\(service.name)/\($0.name)" } }
    }
    #expect(!methods.isEmpty && Set(methods) == Set(RequestBound.all.keys))
  }
}

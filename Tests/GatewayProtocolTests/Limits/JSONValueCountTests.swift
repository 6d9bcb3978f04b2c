import Foundation
import Testing

@testable import GatewayProtocol

@Suite struct JSONValueCountTests {
  /// What is counted are members and elements, wherever they stand, and nothing that only looks like one.
  @Test(arguments: [
    ("", 0), ("7", 0), ("{}", 0), ("[ ]", 0), ("[1]", 1), ("[{},{}]", 2), (#"{"a":1,"b":[1,2,[3]]}"#, 6),
    (#"{ "a" : { } , "b" : [ ] }"#, 2), (#"{"a,b":"c,{[d","e":"\",\\"}"#, 2), (#"["\\",","]"#, 2), ("[null,true]", 2),
  ])
  func counts(json: String, expected: Int) {
    #expect(JSONValueCount.of(Array(json.utf8)) == expected)
  }

  /// On the JSON of random messages it agrees with a count of what was parsed.
  @Test(arguments: 0..<50) func agreesWithParsing(seed: UInt64) throws {
    var random = RandomMessage(seed: seed)
    for type in MessageTypes.all {
      let json = try ProtoJSONWriter.encode(try random.next(type))
      let parsed = try JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed)
      #expect(JSONValueCount.of(Array(json)) == Self.count(parsed))
    }
  }

  /// Bytes that are no JSON are counted without harm.
  @Test func takesAnything() {
    var random = SplitMix64(state: 11)
    let signs = Array("{}[]\",:\\ 1".utf8)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in signs.randomElement(using: &random) ?? 0 }
      #expect((0...bytes.count).contains(JSONValueCount.of(bytes)))
    }
  }

  private static func count(_ value: Any) -> Int {
    switch value {
    case let object as [String: Any]: object.count + object.values.reduce(0) { $0 + count($1) }
    case let list as [Any]: list.count + list.reduce(0) { $0 + count($1) }
    default: 0
    }
  }
}

internal import Foundation
internal import Gateway
internal import Testing

/// JSON is measured before it is decoded.
struct BoundedJSONTests {
  private struct Request: Decodable {
    var list: [Int]?
    var text: String?
    var number: Double?
  }

  private func complaint(_ body: [UInt8]) -> String? {
    do {
      _ = try BoundedJSON.decode(Request.self, from: Data(body))
      return nil
    } catch {
      return error.message
    }
  }

  /// Brackets, commas and quotes within strings count for nothing.
  @Test func stringsAreOneValue() throws {
    let text = String(repeating: #"[{,:\"\\"#, count: 40_000)
    let request = try BoundedJSON.decode(Request.self, from: Data(#"{"text": "\#(text)"}"#.utf8))
    #expect(request.text?.count == 6 * 40_000)
  }

  /// The limits hold to the value.
  @Test func limits() {
    func list(_ count: Int) -> [UInt8] {
      Array(#"{"list":[\#(Array(repeating: "1", count: count).joined(separator: ","))]}"#.utf8)
    }
    // An object, a colon, a list, and a comma before each number but the first.
    let most = BoundedJSON.valuesLimit - 2
    #expect(complaint(list(most)) == nil)
    #expect(complaint(list(most + 1)) == "the body has more than 20000 values")
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)).utf8)
    }
    #expect(complaint(nested(BoundedJSON.depthLimit)) == nil)
    #expect(complaint(nested(BoundedJSON.depthLimit + 1)) == "the body is nested more than 32 deep")
  }

  /// Another encoding of Unicode than UTF-8, in which a bracket is not one byte, is not taken in.
  @Test(arguments: [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .utf32LittleEndian])
  func otherEncodingsAreRefused(_ encoding: String.Encoding) throws {
    let body = try #require(#"{"list":[1]}"#.data(using: encoding))
    #expect(complaint(Array(body)) == "the body must be a JSON object in UTF-8")
  }

  /// What is wrong is said by its field, and nothing of what it was.
  @Test(arguments: [
    (#"{"list": ["secret"]}"#, "list[0]: must be a number"), (#"{"text": 5}"#, "text: must be a string"),
    (#"{"number": "secret"}"#, "number: must be a number"), (#"{"list": {}}"#, "list: must be a list"),
    (#"{"list": [null]}"#, "list[0]: must not be null"), (#"{"text": "\ud800"}"#, "the body"), ("{secret}", "the body"),
    (#"{"text": "a"} secret"#, "the body"),
  ])
  func errorsNameTheField(body: String, says: String) throws {
    let message = try #require(complaint(Array(body.utf8)))
    #expect(message.hasPrefix(says) && !message.contains("secret"), "\(message)")
  }

  /// Text that is not UTF-8 is not taken for text.
  @Test func badUTF8IsRefused() {
    let message = complaint(Array(#"{"text": ""#.utf8) + [0xff, 0xc0] + Array(#""}"#.utf8))
    #expect(message != nil)
  }
}

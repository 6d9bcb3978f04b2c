import Foundation
import NIOCore
import NIOHTTP1
import Testing

@testable import GuardedFetching

@Suite struct AnswerReaderTests {
  private static func head(_ status: Int, _ headers: [(String, String)] = []) -> HTTPResponseHead {
    HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: status), headers: HTTPHeaders(headers))
  }

  /// A body is put together, up to its limit and not a byte further.
  @Test func body() {
    var reader = AnswerReader(.body(limit: 5))
    #expect(reader.read(Self.head(200, [("Content-Type", "Image/PNG; a=b")])) == .readOn)
    #expect(reader.read(ByteBuffer(string: "abc")) == .readOn)
    #expect(reader.read(ByteBuffer(string: "de")) == .readOn)
    let answer = ExchangeAnswer(status: 200, mediaType: "image/png", body: Data("abcde".utf8))
    #expect(reader.end() == .finish(answer))
    #expect(reader.read(ByteBuffer(string: "f")) == .fail(.tooLarge))
  }

  /// A length over the limit is refused before anything of the body is read, however long the number.
  @Test(arguments: ["6", "1000000", "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "x"])
  func length(text: String) {
    var reader = AnswerReader(.body(limit: 5))
    #expect(reader.read(Self.head(200, [("Content-Length", text)])) == .fail(.tooLarge))
  }

  /// Any coding of the body is refused; `identity` is none.
  @Test(arguments: [
    ("Content-Encoding", "gzip", false), ("content-encoding", "BR", false),
    ("Content-Encoding", "identity, gzip", false),
    ("Content-Encoding", "identity", true), ("Content-Encoding", "zstd", false), ("Content-Encoding", "x", false),
    ("Transfer-Encoding", "chunked", true), ("Transfer-Encoding", "gzip, chunked", false),
    ("Transfer-Encoding", "deflate", false),
  ])
  func codings(name: String, value: String, isRead: Bool) {
    var reader = AnswerReader(.body(limit: 5))
    #expect(reader.read(Self.head(200, [(name, value)])) == (isRead ? .readOn : .fail(.encoded)))
  }

  /// Of any other status the head is enough, and where the head alone is wanted, of every status.
  @Test(arguments: [(Exchange.Wish.body(limit: 5), 404), (.body(limit: 5), 206), (.head, 200), (.head, 500)])
  func headIsEnough(wish: Exchange.Wish, status: Int) {
    var reader = AnswerReader(wish)
    let headers = [
      ("Content-Length", "1000000"), ("Retry-After", "7"), ("Location", "/x"), ("Content-Encoding", "gzip"),
    ]
    let answer = ExchangeAnswer(status: status, location: "/x", retryAfter: "7")
    #expect(reader.read(Self.head(status, headers)) == .finish(answer))
  }

  /// Two places to go to are none.
  @Test(arguments: [(["/a"], "/a"), (["/a", "/a"], "/a"), (["/a", "/b"], nil), ([], nil)] as [([String], String?)])
  func locations(values: [String], expected: String?) {
    var reader = AnswerReader(.body(limit: 5))
    #expect(
      reader.read(Self.head(302, values.map { ("Location", $0) }))
        == .finish(ExchangeAnswer(status: 302, location: expected)))
  }

  /// A media type is passed on where it is one.
  @Test(
    arguments: [
      ("image/png", "image/png"), ("IMAGE/SVG+XML;charset=utf-8", "image/svg+xml"), ("image/png ; q", "image/png"),
      ("image", nil), ("a/b/c", nil), ("/png", nil), ("image/", nil), ("<a>/<b>", nil), ("", nil),
      ("image/" + String(repeating: "a", count: 128), nil),
    ] as [(String, String?)])
  func mediaTypes(header: String, expected: String?) {
    var reader = AnswerReader(.body(limit: 5))
    _ = reader.read(Self.head(200, [("Content-Type", header)]))
    #expect(reader.end() == .finish(ExchangeAnswer(status: 200, mediaType: expected)))
  }

  /// A body without a head, or an end without one, is no answer.
  @Test func orderMatters() {
    var reader = AnswerReader(.body(limit: 5))
    #expect(reader.end() == .fail(.malformed))
    #expect(reader.read(ByteBuffer(string: "a")) == .fail(.malformed))
  }
}

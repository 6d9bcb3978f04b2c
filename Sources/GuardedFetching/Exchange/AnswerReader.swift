internal import Foundation
internal import NIOCore
internal import NIOHTTP1

/// Takes an answer as it comes, and no more of it than is wanted. Events in, actions out; no I/O of its own.
struct AnswerReader {
  enum Action: Equatable {
    case readOn
    case finish(ExchangeAnswer)
    case fail(ExchangeFailure)
  }

  private let wish: Exchange.Wish
  private var answer: ExchangeAnswer?

  init(_ wish: Exchange.Wish) {
    self.wish = wish
  }

  mutating func read(_ head: HTTPResponseHead) -> Action {
    let answer = ExchangeAnswer(head)
    guard case .body(let limit) = wish, head.status == .ok else { return .finish(answer) }
    guard Self.isPlain(head.headers) else { return .fail(.encoded) }
    // The decoder has refused lengths that are no number; one too long for an Int is too large in any case.
    if let length = head.headers.first(name: "Content-Length"), Int(length) ?? .max > limit { return .fail(.tooLarge) }
    self.answer = answer
    return .readOn
  }

  mutating func read(_ part: ByteBuffer) -> Action {
    guard case .body(let limit) = wish, let length = answer?.body.count else { return .fail(.malformed) }
    guard part.readableBytes <= limit - length else { return .fail(.tooLarge) }
    answer?.body.append(contentsOf: part.readableBytesView)
    return .readOn
  }

  func end() -> Action { answer.map { .finish($0) } ?? .fail(.malformed) }

  private static func isPlain(_ headers: HTTPHeaders) -> Bool {
    headers[canonicalForm: "Content-Encoding"].allSatisfy { $0.isEmpty || $0.lowercased() == "identity" }
      && headers[canonicalForm: "Transfer-Encoding"].allSatisfy { $0.isEmpty || $0.lowercased() == "chunked" }
  }
}

extension ExchangeAnswer {
  fileprivate init(_ head: HTTPResponseHead) {
    status = Int(head.status.code)
    let locations = Set(head.headers["Location"])
    location = locations.count == 1 ? locations.first : nil
    retryAfter = head.headers.first(name: "Retry-After").flatMap { $0.utf8.count <= 64 ? $0 : nil }
    mediaType = head.headers.first(name: "Content-Type").flatMap(Self.mediaType)
  }

  /// `type/subtype` of a header `Content-Type`, in lower case and without its parameters.
  private static func mediaType(_ header: String) -> String? {
    let text = header.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
    let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, text.count <= 128, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(ASCII.isToken) })
    else { return nil }
    return ASCII.lowercased(text)
  }
}

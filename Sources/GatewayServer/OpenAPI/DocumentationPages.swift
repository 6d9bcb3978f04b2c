internal import Crypto
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Synchronization

/// The API's document and its page, made when first asked for, and once.
final class DocumentationPages: Sendable {
  struct Pages: Sendable {
    var document: Page
    var page: Page
  }

  struct Page: Sendable {
    var body: ByteBuffer
    var headers: HTTPFields
    var tag: String

    init(_ bytes: [UInt8], type: String, _ other: HTTPFields = [:]) {
      body = ByteBuffer(bytes: bytes)
      let hash = SHA256.hash(data: bytes).prefix(16)
      tag = "\"\(hash.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }.joined())\""
      headers = [.contentType: type, .eTag: tag, .cacheControl: "no-cache", .xContentTypeOptions: "nosniff"]
      headers.append(contentsOf: other)
    }
  }

  private let routes: [Route]
  private let pages = Mutex<Pages?>(nil)

  init(_ routes: [Route]) {
    self.routes = routes
  }

  /// The page, or 304 for one who has it.
  func answer(_ request: Request, _ which: (Pages) -> Page) -> Response {
    let page = which(made())
    // The header lists tags; `*` stands for any.
    let known = request.headers[.ifNoneMatch] ?? ""
    if known == "*" || known.contains(page.tag) {
      var headers = page.headers
      headers[.contentType] = nil
      return Response(status: .notModified, headers: headers)
    }
    return Response(status: .ok, headers: page.headers, body: ResponseBody(byteBuffer: page.body))
  }

  private func made() -> Pages {
    pages.withLock { pages in
      if let pages { return pages }
      let document = OpenAPIDocument.of(routes)
      var json: [UInt8] = []
      document.write(to: &json)
      let made = Pages(
        document: Page(json, type: "application/json"),
        page: Page(
          Array(DocumentationPage.html(of: document).utf8), type: "text/html; charset=utf-8",
          [.contentSecurityPolicy: DocumentationPage.securityPolicy]))
      pages = made
      return made
    }
  }
}

internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

@testable import GatewayServer

/// The page for people.
struct DocumentationPageTests {
  /// It loads nothing, runs nothing, and may do neither.
  @Test func itStandsAlone() async throws {
    let answer = try await RESTFixture().send(.get, "/docs", key: nil)
    let policy = try #require(answer.headers[.contentSecurityPolicy])
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"))
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    for forbidden in ["<script", "<img", "<link", "<iframe", "javascript:", "http://", "https://", "style=", "onload"] {
      #expect(!answer.body.contains(forbidden), "\(forbidden)")
    }
    #expect(answer.body.contains("prefers-color-scheme: dark"))
  }

  /// Every operation and every schema has its place, and every link within the page leads to one.
  @Test func itHasAllOfTheDocument() async throws {
    let fixture = try await RESTFixture()
    let page = try await fixture.send(.get, "/docs", key: nil).body
    let document = try await DeclaredAnswers(fixture).document
    for (path, _) in document["paths"]?.members ?? [:] { #expect(page.contains("<code>\(path)</code>"), "\(path)") }
    let anchors = Set(page.matches(of: /id="([^"]+)"/).map(\.1))
    let links = Set(page.matches(of: /href="#([^"]+)"/).map(\.1))
    #expect(links.count > 50)
    #expect(links.subtracting(anchors).isEmpty)
    let schemas = document["components"]?["schemas"]?.members ?? [:]
    #expect(anchors.count { $0.hasPrefix("schema-") } == schemas.count)
    #expect(page.contains("Answers a job, with its results once it is complete."))
  }

  /// Whatever a description says is text.
  @Test func textIsNeverMarkup() {
    let hostile = #"</style><script>alert("1")</script>'&"#
    let document: DocumentNode = [
      "openapi": .text(hostile), "info": ["title": .text(hostile), "summary": .text("`\(hostile)` \(hostile)")],
      "tags": [["name": .text(hostile), "description": .text(hostile)]],
      "paths": [
        hostile: [
          "get": [
            "tags": [.text(hostile)], "operationId": .text(hostile), "description": .text(hostile),
            "parameters": [["name": .text(hostile), "in": .text(hostile), "schema": ["type": .text(hostile)]]],
            "responses": [hostile: ["description": .text(hostile)]],
          ]
        ]
      ],
      "components": [
        "securitySchemes": ["x": ["description": .text(hostile)]],
        "schemas": [
          hostile: [
            "description": .text(hostile), "enum": [.text(hostile)], "required": [.text(hostile)],
            "properties": [
              hostile: ["$ref": .text(hostile)], "other": ["type": "array", "items": ["format": .text(hostile)]],
            ],
            "oneOf": [["required": [.text(hostile)]]],
          ]
        ],
      ],
    ]
    let page = DocumentationPage.html(of: document)
    #expect(!page.contains("<script"))
    #expect(
      page.count { $0 == "<" } == page.matches(of: /<\/?[a-z][a-z0-9]*( [a-z-]+="[^"<>']*")*>|<!doctype html>/).count)
    #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;"))
  }

  /// Backticks make code, in pairs alone.
  @Test(arguments: [
    ("a `b` c", "a <code>b</code> c"), ("`<`", "<code>&lt;</code>"), ("a ` b", "a ` b"),
    ("`a` b `c", "<code>a</code> b `c"),
    ("", ""),
  ])
  func backticks(_ text: String, _ markup: String) {
    #expect(HTML.line(text) == markup)
  }
}

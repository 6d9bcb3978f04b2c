internal import Crypto
internal import Foundation

/// The API's document as a page that is read: no script, and nothing from anywhere else.
enum DocumentationPage {
  /// The one style of the page is let in by its hash, and nothing else at all.
  static var securityPolicy: String {
    let hash = Data(SHA256.hash(data: Data(DocumentationStyle.css.utf8))).base64EncodedString()
    return """
      default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
      """
  }

  static func html(of document: DocumentNode) -> String {
    let info = document["info"] ?? [:]
    let title = info["title"]?.text ?? ""
    let operations = operations(in: document)
    let tags = document["tags"]?.elements.compactMap { $0["name"]?.text } ?? []
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(HTML.escaped(title)) API</title>
      <style>\(DocumentationStyle.css)</style>
      </head>
      <body>
      <header>
      <h1>\(HTML.escaped(title)) API</h1>
      \(HTML.paragraphs(info["summary"]?.text ?? ""))\(HTML.paragraphs(info["description"]?.text ?? ""))\
      <p>\(security(document)) For programs: <a href="/openapi.json">openapi.json</a>, OpenAPI \
      \(HTML.escaped(document["openapi"]?.text ?? "")).</p>
      </header>
      <nav aria-label="Contents">
      \(tags.map { contents(of: $0, operations) }.joined())\
      <h2>Shapes</h2>
      <ul><li><a href="#errors">Errors</a></li><li><a href="#schemas">Schemas</a></li></ul>
      </nav>
      <main>
      \(zip(tags, document["tags"]?.elements ?? []).map { section($0, $1, operations) }.joined())\
      \(errors(document))\(schemas(document))\
      </main>
      </body>
      </html>

      """
  }

  private struct Operation {
    var verb: String
    var path: String
    var node: DocumentNode

    var tag: String? { node["tags"]?.elements.first?.text }
    var anchor: String { HTML.anchor("op", node["operationId"]?.text ?? "") }
  }

  private static func operations(in document: DocumentNode) -> [Operation] {
    (document["paths"]?.members ?? []).flatMap { path, item in
      item.members.map { Operation(verb: $0.name.uppercased(), path: path, node: $0.value) }
    }
  }

  private static func security(_ document: DocumentNode) -> String {
    let schemes = document["components"]?["securitySchemes"]?.members ?? []
    return "Calls carry " + schemes.map { HTML.line($0.value["description"]?.text ?? "") }.joined(separator: " or ")
  }

  private static func contents(of tag: String, _ operations: [Operation]) -> String {
    let items = operations.filter { $0.tag == tag }.map { operation in
      "<li>\(HTML.link("\(operation.verb) \(operation.path)", to: operation.anchor))</li>\n"
    }
    return "<h2>\(HTML.escaped(tag))</h2>\n<ul>\n\(items.joined())</ul>\n"
  }

  // MARK: - Operations

  private static func section(_ tag: String, _ node: DocumentNode, _ operations: [Operation]) -> String {
    let articles = operations.filter { $0.tag == tag }.map(article)
    return """
      <section>
      <h2>\(HTML.escaped(tag))</h2>
      \(HTML.paragraphs(node["description"]?.text ?? ""))\(articles.joined())</section>

      """
  }

  private static func article(_ operation: Operation) -> String {
    let node = operation.node
    var parts = [
      "<article id=\"\(operation.anchor)\">\n",
      "<h3><span class=\"verb\">\(HTML.escaped(operation.verb))</span> \(HTML.code(operation.path))</h3>\n",
      HTML.paragraphs(node["description"]?.text ?? node["summary"]?.text ?? ""),
    ]
    if let security = node["security"], security.elements.isEmpty { parts.append("<p>Open: no key is needed.</p>\n") }
    let parameters = node["parameters"]?.elements ?? []
    if !parameters.isEmpty {
      parts.append("<h4>Parameters</h4>\n")
      parts.append(HTML.table(["name", "in", "type", "description"], parameters.map(row(ofParameter:))))
    }
    if let body = node["requestBody"] {
      parts.append("<h4>Body</h4>\n<p>\(SchemaText.type(of: schema(in: body)))</p>\n")
      parts.append(HTML.paragraphs(body["description"]?.text ?? ""))
    }
    parts.append("<h4>Answers</h4>\n" + answers(node["responses"]?.members ?? []))
    return parts.joined() + "</article>\n"
  }

  private static func row(ofParameter parameter: DocumentNode) -> [String] {
    [
      HTML.code(parameter["name"]?.text ?? ""), HTML.escaped(parameter["in"]?.text ?? ""),
      SchemaText.type(of: parameter["schema"] ?? [:]),
      SchemaText.description(of: parameter),
    ]
  }

  /// Errors are told once for all, in a place of their own.
  private static func answers(_ responses: [(name: String, value: DocumentNode)]) -> String {
    let own = responses.filter { $0.value["$ref"] == nil }.map { status, response in
      [
        HTML.code(status), response["content"] == nil ? "" : SchemaText.type(of: schema(in: response)),
        HTML.line(response["description"]?.text ?? ""),
      ]
    }
    let shared = responses.compactMap { $0.value["$ref"]?.text.map(SchemaText.lastPart) }
    let table = own.isEmpty ? "" : HTML.table(["status", "type", "description"], own)
    guard let first = shared.first else { return table }
    let shape = first.hasPrefix("Stream") ? ErrorResponses.streamSchema : "Status"
    return table
      + "<p>Else <a href=\"#errors\">an error</a>: \(HTML.link(shape, to: HTML.anchor("schema", shape)))</p>\n"
  }

  private static func schema(in node: DocumentNode) -> DocumentNode {
    node["content"]?.members.first?.value["schema"] ?? [:]
  }

  // MARK: - What operations share

  private static func errors(_ document: DocumentNode) -> String {
    let rows = ErrorResponses.kinds.map { [HTML.code("\($0.status)"), HTML.line($0.description)] }
    return "<section id=\"errors\">\n<h2>Errors</h2>\n\(HTML.table(["status", "description"], rows))</section>\n"
  }

  private static func schemas(_ document: DocumentNode) -> String {
    let schemas = document["components"]?["schemas"]?.members ?? []
    let articles = schemas.map { name, schema in
      "<article id=\"\(HTML.anchor("schema", name))\">\n<h3>\(HTML.escaped(name))</h3>\n\(SchemaText.body(of: schema))</article>\n"
    }
    return "<section id=\"schemas\">\n<h2>Schemas</h2>\n\(articles.joined())</section>\n"
  }
}

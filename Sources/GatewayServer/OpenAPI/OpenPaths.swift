/// The paths that no service has, and that anyone may ask for.
enum OpenPaths {
  static let tag = "Server"

  static let health: [(path: String, description: String)] = [
    ("/livez", "200 while the process runs."),
    ("/readyz", "200 while the server takes requests, 503 before that and once it begins to stop."),
  ]

  static var nodes: [(name: String, value: DocumentNode)] {
    let wellness: DocumentNode = [
      "type": "object", "properties": ["status": ["type": "string", "enum": ["ok", "unavailable"]]],
      "required": ["status"],
    ]
    func answer(_ description: String) -> DocumentNode {
      ["description": .text(description), "content": ["application/json": ["schema": wellness]]]
    }
    let health = Self.health.map { path, description in
      let responses: DocumentNode = ["200": answer("It is so."), "503": answer("It is not so.")]
      return (name: path, value: get(String(path.dropFirst()), description, responses))
    }
    let document = page("This document.", ["application/json": ["schema": ["type": "object"]]])
    let html = page("This document as a page.", ["text/html": ["schema": ["type": "string"]]])
    return health + [
      ("/openapi.json", get("openapi", "This document, with an `ETag`.", document)),
      ("/docs", get("docs", "This document as a page for people, with an `ETag`.", html)),
    ]
  }

  private static func page(_ description: String, _ content: DocumentNode) -> DocumentNode {
    ["200": ["description": .text(description), "content": content], "304": ["description": "It has not changed."]]
  }

  private static func get(_ id: String, _ description: String, _ responses: DocumentNode) -> DocumentNode {
    [
      "get": [
        "tags": [.text(tag)], "operationId": .text(id), "summary": .text(description), "security": [],
        "responses": responses,
      ]
    ]
  }
}

internal import Gateway
internal import GatewayProtocol
internal import Storage

/// One route as an operation of the API's document.
struct OperationNode {
  private let route: Route
  private let method: DescribedMethod?
  private let schemas: SchemaSet

  init(_ route: Route, _ schemas: SchemaSet) {
    self.route = route
    self.schemas = schemas
    method = schemas.types.methods[route.method]
  }

  /// The service's name without its package; a route that is no method of a service is among `Other`.
  static func tag(of method: DescribedMethod?) -> String {
    method?.service.split(separator: ".").last.map(String.init) ?? "Other"
  }

  /// - Parameter id: is unique in the document.
  func node(id: String) -> DocumentNode {
    var node: DocumentNode = ["tags": [.text(Self.tag(of: method))], "operationId": .text(id)]
    let description = Self.description(method?.comment ?? route.summary)
    if !description.isEmpty { node = node.with(["summary": .text(Self.summary(of: description))]) }
    node = node.with(["description": .text(([description] + notes).filter { !$0.isEmpty }.joined(separator: "\n\n"))])
    if isOpen { node = node.with(["security": []]) }
    let parameters = pathParameters + queryParameters + keyParameters
    if !parameters.isEmpty { node = node.with(["parameters": .list(parameters)]) }
    if let body { node = node.with(["requestBody": body]) }
    return node.with(["responses": success.with(ErrorResponses.references(route.errorShape))])
  }

  private var isOpen: Bool { MethodRoles.access(to: route.method) == .open }

  private var notes: [String] {
    var notes: [String] = []
    if !route.isServed { notes.append("Not in this version: answers 501.") }
    if case .least(let role) = MethodRoles.access(to: route.method) {
      notes.append("Needs a key of the role `\(role.rawValue)`\(role == .admin ? "" : " or above").")
    }
    if method != nil { notes.append("gRPC: `\(route.method)`") }
    return notes
  }

  // MARK: - What comes in

  private var pathParameters: [DocumentNode] {
    route.pathParameters.map { name in
      let bound = route.bind[name].flatMap { field(at: $0) }
      let node: DocumentNode = ["name": .text(name), "in": "path", "required": true]
      guard let bound else { return node.with(["schema": ["type": "string"]]) }
      return node.with(["description": .text(Self.sentence(on: bound)), "schema": schemas.schema(of: bound, .request)])
    }
  }

  private static func sentence(on field: DescribedField) -> String {
    let name = "`\(field.jsonName)` of the request."
    return field.comment.isEmpty ? name : "\(name) \(field.comment)"
  }

  private var queryParameters: [DocumentNode] {
    guard route.isServed, let method else { return [] }
    let bound = Set(route.bind.values)
    switch route.body {
    case .message: return []
    case .query: return QueryParameters(of: method.request, except: bound, schemas).nodes
    case .file(let field, _): return QueryParameters(of: method.request, except: bound.union([field]), schemas).nodes
    }
  }

  private var keyParameters: [DocumentNode] {
    guard let name = route.keyParameter else { return [] }
    return [
      [
        "name": .text(name), "in": "query", "description": "An API key, where the header has none.",
        "schema": ["type": "string"],
      ]
    ]
  }

  private var body: DocumentNode? {
    switch route.body {
    case .query: return nil
    case .file(_, let limit):
      return [
        "description": .text("A file of at most \(limit) bytes, as it is."), "required": true,
        "content": ["application/octet-stream": [:]],
      ]
    case .message: break
    }
    let schema = method.map { schemas.reference($0.request, .request) } ?? [:]
    var body: DocumentNode = ["required": true]
    if !route.bind.isEmpty {
      body = ["description": "What the path names is taken from there, whatever the body says.", "required": true]
    }
    return body.with(["content": ["application/json": ["schema": schema]]])
  }

  /// The field at a path of names as the `.proto` file has them: `policy_identifier.policy_id`.
  private func field(at path: String) -> DescribedField? {
    var message = method?.request
    var field: DescribedField?
    for name in path.split(separator: ".") {
      field = message.flatMap { schemas.types.messages[$0] }?.fields.first { $0.name == name || $0.jsonName == name }
      message = if case .message(let inner)? = field?.kind { inner } else { nil }
    }
    return field
  }

  // MARK: - What goes out

  private var success: DocumentNode {
    guard route.isServed else { return [:] }
    let schema = method.map { schemas.reference($0.response, .answer) } ?? [:]
    guard route.isStream else {
      return ["200": ["description": "The answer.", "content": ["application/json": ["schema": schema]]]]
    }
    let line: DocumentNode = [
      "type": "object", "description": "One line: a result, or, as the last one, why no more come.",
      "properties": ["result": schema, "error": schemas.reference(ErrorResponses.message, .answer)],
      "oneOf": [["required": ["result"]], ["required": ["error"]]],
    ]
    return [
      "200": [
        "description": """
        Newline-delimited JSON: a document and a newline for each result, sent as it is ready. The schema is that of \
        one line.
        """,
        "content": ["application/json": ["schema": line]],
      ]
    ]
  }

  // MARK: - Words

  private static let verbs: Set<Substring> = ["GET", "POST", "PUT", "PATCH", "DELETE"]

  /// A method's comment without the paths that it may end with.
  private static func description(_ comment: String) -> String {
    var words = comment.split(separator: " ")
    while words.count >= 2, words[words.count - 1].hasPrefix("/"), verbs.contains(words[words.count - 2]) {
      words.removeLast(2)
    }
    return words.joined(separator: " ")
  }

  /// The first sentence, without its period.
  private static func summary(of description: String) -> String {
    let paragraph = description.prefix { $0 != "\n" }
    var summary: [Substring] = []
    for word in paragraph.split(separator: " ") {
      summary.append(word)
      if word.hasSuffix(".") { break }
    }
    let text = summary.joined(separator: " ")
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

internal import GatewayProtocol
internal import HTTPTypes

/// The API as an OpenAPI 3.1 document, made from the table of routes and the descriptors of the `.proto` files alone.
enum OpenAPIDocument {
  static func of(_ routes: [Route]) -> DocumentNode {
    let types = DescribedTypes()
    let served = routes.filter(\.isServed).compactMap { route in
      types.methods[route.method].map { (route: route, method: $0) }
    }
    let bodies = served.filter { if case .message = $0.route.body { true } else { false } }.map(\.method.request)
    let queries = served.filter { if case .message = $0.route.body { false } else { true } }.map(\.method.request)
    let schemas = SchemaSet(
      types, requests: bodies, parameters: QueryParameters.enums(of: queries, types),
      answers: served.map(\.method.response) + [ErrorResponses.message, "clavata.gateway.v1.PrecheckFailure"])
    let streamError: DocumentNode = [
      "type": "object", "description": "How a stream fails.",
      "properties": ["error": schemas.reference(ErrorResponses.message, .answer)], "required": ["error"],
    ]
    return [
      "openapi": "3.1.0",
      "info": info,
      "servers": [["url": "/"]],
      "security": [["bearer": []]],
      "tags": tags(of: routes, types),
      "paths": paths(routes, schemas),
      "components": [
        "schemas": schemas.components.with(.object([(ErrorResponses.streamSchema, streamError)])),
        "responses": ErrorResponses.components(schemas),
        "securitySchemes": [
          "bearer": ["type": "http", "scheme": "bearer", "description": "An API key: `Authorization: Bearer <key>`."]
        ],
      ],
    ]
  }

  private static let info: DocumentNode = [
    "title": "Gavel",
    "summary": "A content-policy engine: contents in, reports out.",
    "version": "v1",
    "description": """
    One service, two transports: what is here over REST is there over gRPC under the same names.

    Requests may write field names in lowerCamelCase or snake_case, enums as names or numbers and 64-bit integers as \
    strings or numbers; `null` leaves a field unset, and unknown fields are ignored. Answers have every field without \
    presence, also when it is empty; messages and optional fields are left out when unset. 64-bit integers are strings, \
    bytes are base64, times are RFC 3339.
    """,
    "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
  ]

  private static func tags(of routes: [Route], _ types: DescribedTypes) -> DocumentNode {
    var tags: [DocumentNode] = []
    var seen: Set<String> = []
    for method in routes.map({ types.methods[$0.method] }) {
      let name = OperationNode.tag(of: method)
      guard seen.insert(name).inserted else { continue }
      let tag: DocumentNode = ["name": .text(name)]
      let comment = method?.serviceComment ?? ""
      tags.append(comment.isEmpty ? tag : tag.with(["description": .text(comment)]))
    }
    return .list(tags + [["name": .text(OpenPaths.tag), "description": "The server itself; no key is needed."]])
  }

  private static func paths(_ routes: [Route], _ schemas: SchemaSet) -> DocumentNode {
    var paths: [(name: String, value: DocumentNode)] = []
    var ids: [String: Int] = [:]
    for route in routes {
      let name = route.method.split(separator: ".").last.map { String($0).replacing("/", with: "_") } ?? route.method
      ids[name, default: 0] += 1
      // A method under two paths is two operations.
      let id = ids[name] == 1 ? name : "\(name)\(ids[name] ?? 0)"
      let operation: DocumentNode = .object([
        (route.verb.rawValue.lowercased(), OperationNode(route, schemas).node(id: id))
      ])
      if let index = paths.firstIndex(where: { $0.name == route.path }) {
        paths[index].value = paths[index].value.with(operation)
      } else {
        paths.append((route.path, operation))
      }
    }
    return .object(paths + OpenPaths.nodes)
  }
}

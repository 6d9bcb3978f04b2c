internal import Gateway
internal import GatewayProtocol

/// The errors that a call may end with, as the API's document has them.
enum ErrorResponses {
  /// One HTTP status, and what it stands for.
  struct Kind: Sendable {
    var status: Int
    /// The key of its component.
    var name: String
    var description: String
  }

  static let kinds = [
    Kind(
      status: 400, name: "BadRequest",
      description: "INVALID_ARGUMENT, FAILED_PRECONDITION or OUT_OF_RANGE: the request is wrong, or not now possible."),
    Kind(status: 401, name: "Unauthenticated", description: "UNAUTHENTICATED: no valid API key."),
    Kind(status: 403, name: "PermissionDenied", description: "PERMISSION_DENIED: the key's role is too low."),
    Kind(status: 404, name: "NotFound", description: "NOT_FOUND: nothing has this id or path."),
    Kind(status: 409, name: "Conflict", description: "ALREADY_EXISTS or ABORTED: the name is taken."),
    Kind(status: 413, name: "ContentTooLarge", description: "RESOURCE_EXHAUSTED: the body is over the limit."),
    Kind(
      status: 429, name: "ResourceExhausted",
      description: "RESOURCE_EXHAUSTED: over a limit of the key or the account, or too much at once; try again later."),
    Kind(
      status: 499, name: "Cancelled",
      description:
        "CANCELLED: the client went away, or an image was refused; `details` then has a `PrecheckFailure` each."),
    Kind(status: 500, name: "InternalError", description: "INTERNAL, UNKNOWN or DATA_LOSS: an error of the server's."),
    Kind(status: 501, name: "Unimplemented", description: "UNIMPLEMENTED: not in this version."),
    Kind(
      status: 503, name: "Unavailable",
      description: "UNAVAILABLE: the store, or a list of known images, cannot be read; try again."),
    Kind(status: 504, name: "DeadlineExceeded", description: "DEADLINE_EXCEEDED: the call's own deadline has passed."),
  ]

  /// The full name of the message that an error's body is.
  static let message = "google.rpc.Status"
  /// The schema of an error before a stream's first result, and of the last line after one.
  static let streamSchema = "StreamError"

  /// By status, references to ``components``; of another API's shape, one for all.
  static func references(_ shape: ErrorShape) -> DocumentNode {
    let prefix: String
    switch shape {
    case .unary: prefix = ""
    case .stream: prefix = "Stream"
    case .moderations, .comments:
      let schema: DocumentNode = [
        "type": "object", "properties": ["error": ["type": "object"]], "required": ["error"],
      ]
      return [
        "default": [
          "description": "An error, in the shape of that API.", "content": ["application/json": ["schema": schema]],
        ]
      ]
    }
    return .object(
      kinds.map { kind in ("\(kind.status)", ["$ref": "#/components/responses/\(prefix)\(kind.name)"]) })
  }

  static func components(_ schemas: SchemaSet) -> DocumentNode {
    let unary = schemas.reference(message, .answer)
    let stream: DocumentNode = ["$ref": "#/components/schemas/\(streamSchema)"]
    return .object(
      [("", unary), ("Stream", stream)].flatMap { prefix, schema in
        kinds.map { (name: prefix + $0.name, value: response($0, schema)) }
      })
  }

  private static func response(_ kind: Kind, _ schema: DocumentNode) -> DocumentNode {
    var response: DocumentNode = ["description": .text(kind.description)]
    switch kind.status {
    case 401:
      response = response.with(["headers": ["WWW-Authenticate": header("`Bearer`", ["type": "string"])]])
    case 429:
      let seconds: DocumentNode = ["type": "integer", "minimum": 0]
      response = response.with([
        "headers": ["Retry-After": header("Seconds after which to try again, where that is known.", seconds)]
      ])
    default: break
    }
    return response.with(["content": ["application/json": ["schema": schema]]])
  }

  private static func header(_ description: String, _ schema: DocumentNode) -> DocumentNode {
    ["description": .text(description), "schema": schema]
  }
}

internal import Gateway
internal import HTTPTypes

extension RouteTable {
  static func snippetRoutes(_ services: ServiceSet) -> [Route] {
    let service = "clavata.gateway.v1.PoliciesService"
    let snippets = services.snippets
    return [
      .unary(.get, "/v1/label-snippets", "\(service)/ListLabelSnippets", body: .query) {
        try await snippets.list($0, caller: $1)
      },
      .unary(.post, "/v1/label-snippets", "\(service)/CreateLabelSnippet") {
        try await snippets.create($0, caller: $1)
      },
      .unary(.patch, "/v1/label-snippets/{id}", "\(service)/UpdateLabelSnippet", bind: ["id": "id"]) {
        try await snippets.update($0, caller: $1)
      },
      .unary(.delete, "/v1/label-snippets/{id}", "\(service)/DeleteLabelSnippet", body: .query, bind: ["id": "id"]) {
        try await snippets.delete($0, caller: $1)
      },
      .unary(.post, "/v1/snippet-tags", "\(service)/CreateSnippetTag") {
        try await snippets.createTag($0, caller: $1)
      },
    ]
  }
}

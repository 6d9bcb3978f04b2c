internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes

extension RouteTable {
  static func contentRoutes(_ services: ServiceSet) -> [Route] {
    let service = "clavata.gateway.v1.ContentService"
    let contents = services.contents
    return [
      .unary(
        .post, "/v1/contents", "\(service)/AddToCustomerContent",
        reader: .contents(\Clavata_Gateway_V1_AddToCustomerContentRequest.contentData)
      ) { try await contents.add($0, caller: $1) },
      .unary(.get, "/v1/contents", "\(service)/ListCustomerContent", body: .query) {
        try await contents.list($0, caller: $1)
      },
      .unary(.patch, "/v1/contents", "\(service)/UpdateCustomerContents") {
        try await contents.update($0, caller: $1)
      },
      .unary(.post, "/v1/contents/get", "\(service)/GetCustomerContent") { try await contents.get($0, caller: $1) },
      .unary(.post, "/v1/contents/delete", "\(service)/DeleteFromCustomerContent") {
        try await contents.delete($0, caller: $1)
      },
      .unary(.get, "/v1/content-labels", "\(service)/ListCustomerContentLabels", body: .query) {
        try await contents.listLabels($0, caller: $1)
      },
    ]
  }
}

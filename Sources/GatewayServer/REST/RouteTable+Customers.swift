internal import Gateway
internal import HTTPTypes

extension RouteTable {
  /// The caller's account, which is a customer on the wire.
  static func customerRoutes(_ services: ServiceSet) -> [Route] {
    let service = "clavata.gateway.v1.CustomersService"
    let customers = services.customers
    let id = ["id": "customer_id"]
    return [
      .unary(.get, "/v1/customers", "\(service)/ListCustomers", body: .query) {
        try await customers.list($0, caller: $1)
      },
      .unary(.post, "/v1/customers/accept-tos", "\(service)/AcceptCustomerTOS", body: .query) {
        try await customers.acceptTerms($0, caller: $1)
      },
      .unary(.get, "/v1/customers/{id}", "\(service)/GetCustomer", body: .query, bind: id) {
        try await customers.get($0, caller: $1)
      },
      .unary(.patch, "/v1/customers/{id}", "\(service)/PatchCustomer", bind: id) {
        try await customers.patch($0, caller: $1)
      },
      .unary(.delete, "/v1/customers/{id}", "\(service)/DeleteCustomer", body: .query, bind: id) {
        try customers.delete($0, caller: $1)
      },
    ]
  }
}

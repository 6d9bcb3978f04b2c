internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `CustomersService` over gRPC.
struct CustomersServiceHandler: Clavata_Gateway_V1_CustomersService.SimpleServiceProtocol {
  let services: ServiceSet

  func listCustomers(
    request: Clavata_Gateway_V1_ListCustomersRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_ListCustomersResponse {
    try await services.customers.list(request, caller: .required())
  }

  func getCustomer(
    request: Clavata_Gateway_V1_GetCustomerRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_GetCustomerResponse {
    try await services.customers.get(request, caller: .required())
  }

  func patchCustomer(
    request: Clavata_Gateway_V1_PatchCustomerRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_PatchCustomerResponse {
    try await services.customers.patch(request, caller: .required())
  }

  func deleteCustomer(
    request: Clavata_Gateway_V1_DeleteCustomerRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_DeleteCustomerResponse {
    try services.customers.delete(request, caller: .required())
  }

  func acceptCustomerTOS(
    request: Clavata_Gateway_V1_AcceptCustomerTOSRequest, context: ServerContext
  ) async throws -> Clavata_Gateway_V1_AcceptCustomerTOSResponse {
    try await services.customers.acceptTerms(request, caller: .required())
  }
}

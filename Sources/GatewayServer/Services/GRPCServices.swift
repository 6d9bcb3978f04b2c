package import GRPCCore
internal import GatewayProtocol

/// What is served over gRPC.
package enum GRPCServices {
  package static func all(_ services: ServiceSet) -> [any RegistrableRPCService] {
    let served: [any RegistrableRPCService] = [
      GatewayServiceHandler(services: services),
      EvaluateMethod(services: services),
      PoliciesServiceHandler(services: services),
      APITokensServiceHandler(services: services),
      LimitsServiceHandler(services: services),
      UsersServiceHandler(services: services),
      LabelsServiceHandler(services: services),
      ContentServiceHandler(services: services),
      DatasetsServiceHandler(services: services),
      LabelDatasetsServiceHandler(services: services),
      CustomersServiceHandler(services: services),
      InvitesServiceHandler(services: services),
      HashListsServiceHandler(services: services),
      AnalyticsServiceHandler(services: services),
    ]
    let names = [
      Clavata_Gateway_V1_GatewayService.descriptor.fullyQualifiedService,
      Clavata_Gateway_V1_PoliciesService.descriptor.fullyQualifiedService,
      Clavata_Gateway_V1_APITokensService.descriptor.fullyQualifiedService,
      Clavata_Gateway_V1_LimitsService.descriptor.fullyQualifiedService,
      Clavata_Gateway_V1_UsersService.descriptor.fullyQualifiedService,
      Clavata_Gateway_V1_LabelsService.descriptor.fullyQualifiedService,
      Clavata_Gateway_V1_ContentService.descriptor.fullyQualifiedService,
      Clavata_Gateway_V1_DatasetsService.descriptor.fullyQualifiedService,
      Clavata_Gateway_V1_LabelDatasetsService.descriptor.fullyQualifiedService,
      Clavata_Gateway_V1_CustomersService.descriptor.fullyQualifiedService,
      Clavata_Gateway_V1_InvitesService.descriptor.fullyQualifiedService,
      Gavel_Hashes_V1_HashListsService.descriptor.fullyQualifiedService,
      Clavata_Gateway_V1_AnalyticsService.descriptor.fullyQualifiedService,
    ]
    let health = HealthServiceHandler(health: services.health, services: names)
    return served + [health, ReflectionService(describing: served + [health])]
  }
}

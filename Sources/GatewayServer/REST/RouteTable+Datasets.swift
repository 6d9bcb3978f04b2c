internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes

extension RouteTable {
  private static let datasetsService = "clavata.gateway.v1.DatasetsService"
  private static let bind = ["id": "dataset_id"]

  static func datasetRoutes(_ services: ServiceSet) -> [Route] {
    datasetRoutes(services.datasets) + datasetItemRoutes(services.datasets) + [policyTestRoute(services.policyTests)]
  }

  private static func datasetRoutes(_ datasets: DatasetService) -> [Route] {
    [
      .unary(.post, "/v1/datasets", "\(datasetsService)/CreateDataset") { try await datasets.create($0, caller: $1) },
      .unary(.get, "/v1/datasets", "\(datasetsService)/ListDatasets", body: .query) {
        try await datasets.list($0, caller: $1)
      },
      .unary(.post, "/v1/datasets/delete", "\(datasetsService)/DeleteDataset") {
        try await datasets.delete($0, caller: $1)
      },
      .unary(.patch, "/v1/datasets/{id}", "\(datasetsService)/UpdateDataset", bind: bind) {
        try await datasets.update($0, caller: $1)
      },
      .unary(
        .post, "/v1/datasets/{id}/clone", "\(datasetsService)/ClonePublicDatasetToAccount",
        bind: ["id": "source_dataset_id"]
      ) { try datasets.clone($0, caller: $1) },
    ]
  }

  private static func datasetItemRoutes(_ datasets: DatasetService) -> [Route] {
    [
      .unary(.post, "/v1/datasets/{id}/items", "\(datasetsService)/AppendContentToDataset", bind: bind) {
        try await datasets.append($0, caller: $1)
      },
      .unary(.post, "/v1/datasets/{id}/job-contents", "\(datasetsService)/AppendApiContentToDataset", bind: bind) {
        try await datasets.appendJobContents($0, caller: $1)
      },
      .unary(.get, "/v1/datasets/{id}/items", "\(datasetsService)/ListDatasetContent", body: .query, bind: bind) {
        try await datasets.listContent($0, caller: $1)
      },
      .unary(.post, "/v1/datasets/{id}/items/get", "\(datasetsService)/GetDatasetContent", bind: bind) {
        try await datasets.getContent($0, caller: $1)
      },
      .unary(.post, "/v1/datasets/{id}/items/remove", "\(datasetsService)/RemoveFromDataset", bind: bind) {
        try await datasets.remove($0, caller: $1)
      },
      .unary(.get, "/v1/datasets/{id}/labels", "\(datasetsService)/ListDatasetLabels", body: .query, bind: bind) {
        try await datasets.listLabels($0, caller: $1)
      },
      .unary(.put, "/v1/datasets/{id}/items/labels", "\(datasetsService)/UpdateDatasetItemLabels", bind: bind) {
        try await datasets.setLabels($0, caller: $1)
      },
      .unary(.patch, "/v1/datasets/{id}/items/labels", "\(datasetsService)/ModifyDatasetItemLabels", bind: bind) {
        try await datasets.modifyLabels($0, caller: $1)
      },
      .unary(.put, "/v1/datasets/{id}/items/title", "\(datasetsService)/UpdateDatasetItemTitle", bind: bind) {
        try await datasets.setTitle($0, caller: $1)
      },
    ]
  }

  private static func policyTestRoute(_ tests: PolicyTestService) -> Route {
    .stream(
      .post, "/v1/test_policy_with_dataset", "clavata.gateway.v1.PoliciesService/TestPolicyWithDataset",
      reader: BodyReader<Clavata_Gateway_V1_TestPolicyWithDatasetRequest>.whole
    ) { request in
      StreamRun(isSingle: request.datasetItemIds.count == 1) { caller, emit in
        try await tests.test(request, caller: caller) { try await emit(StreamLines.of($0)) }
      }
    }
  }
}

internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes

extension RouteTable {
  private static let labelDatasetsService = "clavata.gateway.v1.LabelDatasetsService"

  static func labelDatasetRoutes(_ services: ServiceSet) -> [Route] {
    labelItemRoutes(services.labelDatasets) + labelItemChangeRoutes(services.labelDatasets)
      + labelFigureRoutes(services.labelFigures)
      + labelItemEvaluationRoutes(services.labelItemEvaluation, services.labelReviews)
  }

  private static func labelItemRoutes(_ datasets: LabelDatasetService) -> [Route] {
    [
      .unary(
        .post, "/v1/labels/{id}/dataset/items", "\(labelDatasetsService)/AppendItemToLabelDataset",
        bind: ["id": "label_id"]
      ) { try await datasets.append($0, caller: $1) },
      .unary(
        .post, "/v1/labels/{id}/dataset/items/batch", "\(labelDatasetsService)/BatchAppendItemsToLabelDataset",
        bind: ["id": "label_id"]
      ) { try await datasets.appendAll($0, caller: $1) },
      .unary(
        .get, "/v1/labels/{id}/dataset/items", "\(labelDatasetsService)/ListLabelDatasetItems", body: .query,
        bind: ["id": "label_id"]
      ) { try await datasets.list($0, caller: $1) },
      .unary(
        .get, "/v1/labels/{id}/dataset/item-ids", "\(labelDatasetsService)/ListLabelDatasetItemIds", body: .query,
        bind: ["id": "label_id"]
      ) { try await datasets.listIDs($0, caller: $1) },
      .unary(.post, "/v1/label-dataset-items/get", "\(labelDatasetsService)/BatchGetLabelDatasetItems") {
        try await datasets.get($0, caller: $1)
      },
    ]
  }

  private static func labelItemChangeRoutes(_ datasets: LabelDatasetService) -> [Route] {
    [
      .unary(
        .patch, "/v1/label-dataset-items/{id}", "\(labelDatasetsService)/UpdateItemExpectedResult",
        bind: ["id": "label_dataset_item_id"]
      ) { try await datasets.update($0, caller: $1) },
      .unary(.post, "/v1/label-dataset-items/update", "\(labelDatasetsService)/BatchUpdateItemExpectedResult") {
        try await datasets.updateAll($0, caller: $1)
      },
      .unary(.post, "/v1/label-dataset-items/remove", "\(labelDatasetsService)/RemoveItemsFromLabelDataset") {
        try await datasets.remove($0, caller: $1)
      },
    ]
  }

  private static func labelFigureRoutes(_ figures: LabelFigureService) -> [Route] {
    [
      .unary(
        .get, "/v1/labels/{id}/dataset/stats", "\(labelDatasetsService)/GetLabelDatasetStats", body: .query,
        bind: ["id": "label_id"]
      ) { try await figures.stats($0, caller: $1) },
      .unary(.post, "/v1/label-dataset-stats", "\(labelDatasetsService)/BatchGetLabelDatasetStats") {
        try await figures.allStats($0, caller: $1)
      },
      .unary(
        .get, "/v1/labels/{id}/dataset/metrics", "\(labelDatasetsService)/GetLabelDatasetMetrics", body: .query,
        bind: ["id": "label_id"]
      ) { try await figures.metrics($0, caller: $1) },
      .unary(
        .get, "/v1/labels/{id}/dataset/version-metrics", "\(labelDatasetsService)/ListLabelVersionMetrics",
        body: .query, bind: ["id": "label_id"]
      ) { try await figures.versionMetrics($0, caller: $1) },
    ]
  }

  private static func labelItemEvaluationRoutes(
    _ evaluation: LabelItemEvaluationService, _ reviews: LabelReviewService
  ) -> [Route] {
    [
      .stream(
        .post, "/v1/labels/{id}/dataset/evaluate", "\(labelDatasetsService)/EvaluateItems", bind: ["id": "label_id"]
      ) { (request: Clavata_Gateway_V1_EvaluateItemsRequest) in
        // How many answers there are is known only once the items are looked up.
        StreamRun(isSingle: false) { caller, emit in
          try await evaluation.evaluate(request, caller: caller) { try await emit(StreamLines.of($0)) }
        }
      },
      .unary(.get, "/v1/label-evaluations", "\(labelDatasetsService)/ListEvaluations", body: .query) {
        try await reviews.list($0, caller: $1)
      },
      .unary(
        .patch, "/v1/label-evaluations/{id}", "\(labelDatasetsService)/RecordEvaluationFeedback",
        bind: ["id": "evaluation_id"]
      ) { try await reviews.record($0, caller: $1) },
    ]
  }
}

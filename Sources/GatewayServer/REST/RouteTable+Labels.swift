internal import Gateway
internal import HTTPTypes

extension RouteTable {
  private static let labelsService = "clavata.gateway.v1.LabelsService"

  static func labelRoutes(_ services: ServiceSet) -> [Route] {
    labelRoutes(services.labels, services.labelEvaluation)
      + labelVersionRoutes(services.labels, services.labelFigures) + labelDraftRoutes(services.labelDrafts)
      + labelTagRoutes(services.labelTags)
  }

  private static func labelRoutes(_ labels: LabelService, _ evaluation: LabelEvaluationService) -> [Route] {
    [
      .unary(.post, "/v1/labels/evaluate", "\(labelsService)/EvaluateLabels") {
        try await evaluation.evaluate($0, caller: $1)
      },
      .unary(.post, "/v1/labels", "\(labelsService)/CreateLabel") { try await labels.create($0, caller: $1) },
      .unary(.post, "/v1/labels/batch", "\(labelsService)/BatchCreateLabels") {
        try await labels.createAll($0, caller: $1)
      },
      .unary(.get, "/v1/labels", "\(labelsService)/ListLabels", body: .query) {
        try await labels.list($0, caller: $1)
      },
      .unary(.get, "/v1/labels/{id}", "\(labelsService)/GetLabel", body: .query, bind: ["id": "label_id"]) {
        try await labels.get($0, caller: $1)
      },
      .unary(.patch, "/v1/labels/{id}", "\(labelsService)/UpdateLabel", bind: ["id": "label_id"]) {
        try await labels.update($0, caller: $1)
      },
      .unary(.delete, "/v1/labels/{id}", "\(labelsService)/DeleteLabel", body: .query, bind: ["id": "label_id"]) {
        try await labels.delete($0, caller: $1)
      },
      .unary(
        .post, "/v1/labels/{id}/archive", "\(labelsService)/ArchiveLabel", body: .query, bind: ["id": "label_id"]
      ) { try await labels.archive($0, caller: $1) },
      .unary(
        .post, "/v1/labels/{id}/unarchive", "\(labelsService)/UnarchiveLabel", body: .query, bind: ["id": "label_id"]
      ) { try await labels.unarchive($0, caller: $1) },
    ]
  }

  private static func labelVersionRoutes(_ labels: LabelService, _ figures: LabelFigureService) -> [Route] {
    [
      .unary(.post, "/v1/labels/{id}/versions", "\(labelsService)/CreateLabelVersion", bind: ["id": "label_id"]) {
        try await labels.createVersion($0, caller: $1)
      },
      .unary(
        .get, "/v1/labels/{id}/versions", "\(labelsService)/ListLabelVersions", body: .query, bind: ["id": "label_id"]
      ) { try await labels.listVersions($0, caller: $1) },
      .unary(
        .get, "/v1/label-versions/{id}", "\(labelsService)/GetLabelVersion", body: .query,
        bind: ["id": "label_version_id"]
      ) { try await labels.getVersion($0, caller: $1) },
      .unary(.post, "/v1/labels/{id}/compare", "\(labelsService)/CompareLabelVersions", bind: ["id": "label_id"]) {
        try await figures.compare($0, caller: $1)
      },
    ]
  }

  private static func labelDraftRoutes(_ drafts: LabelDraftService) -> [Route] {
    [
      .unary(.post, "/v1/labels/validate", "\(labelsService)/ValidateLabelDraft") { request, _ in
        drafts.validate(request)
      },
      .unary(.put, "/v1/labels/{id}/draft", "\(labelsService)/SaveUserLabelDraft", bind: ["id": "label_id"]) {
        try await drafts.save($0, caller: $1)
      },
      .unary(
        .get, "/v1/labels/{id}/draft", "\(labelsService)/GetUserLabelDraft", body: .query, bind: ["id": "label_id"]
      ) { try await drafts.get($0, caller: $1) },
      .unary(
        .delete, "/v1/labels/{id}/draft", "\(labelsService)/DeleteUserLabelDraft", body: .query,
        bind: ["id": "label_id"]
      ) { try await drafts.delete($0, caller: $1) },
    ]
  }

  private static func labelTagRoutes(_ tags: LabelTagService) -> [Route] {
    [
      .unary(.get, "/v1/label-tags", "\(labelsService)/ListLabelTags", body: .query) {
        try await tags.list($0, caller: $1)
      },
      .unary(.post, "/v1/label-tags", "\(labelsService)/CreateLabelTag") { try await tags.create($0, caller: $1) },
      .unary(.patch, "/v1/label-tags/{id}", "\(labelsService)/UpdateLabelTag", bind: ["id": "label_tag_id"]) {
        try await tags.update($0, caller: $1)
      },
      .unary(
        .delete, "/v1/label-tags/{id}", "\(labelsService)/DeleteLabelTag", body: .query, bind: ["id": "label_tag_id"]
      ) { try await tags.delete($0, caller: $1) },
      .unary(.put, "/v1/labels/{id}/tags", "\(labelsService)/SetLabelTags", bind: ["id": "label_id"]) {
        try await tags.set($0, caller: $1)
      },
    ]
  }
}

extension IsolationCase {
  static let labelDatasets: [IsolationCase] =
    [
      service("AppendItemToLabelDataset", #"{"label_id": "<label>", "customer_content_id": "<own spare content>"}"#),
      service("AppendItemToLabelDataset", #"{"label_id": "<own label>", "customer_content_id": "<lone content>"}"#),
      service(
        "BatchAppendItemsToLabelDataset",
        #"{"label_id": "<label>", "items": [{"customer_content_id": "<own spare content>"}]}"#),
      service(
        "BatchAppendItemsToLabelDataset",
        #"{"label_id": "<own label>", "items": [{"customer_content_id": "<spare content>"}]}"#, .idle),
      service("ListLabelDatasetItems", #"{"label_id": "<label>"}"#),
      service("ListLabelDatasetItemIds", #"{"label_id": "<label>"}"#),
      service("BatchGetLabelDatasetItems", #"{"label_dataset_item_ids": ["<label item>"]}"#, .nothing),
      service(
        "UpdateItemExpectedResult",
        #"{"label_dataset_item_id": "<label item>", "expected_result": "EVALUATION_RESULT_FLAGGED"}"#),
      service(
        "BatchUpdateItemExpectedResult",
        #"{"updates": [{"label_dataset_item_id": "<label item>", "expected_result": "EVALUATION_RESULT_FLAGGED"}]}"#,
        .idle),
      service("BatchUpdateItemExpectedResult", #"{"label_id": "<label>", "select_all": true}"#),
      service("GetLabelDatasetStats", #"{"label_id": "<label>"}"#),
      service("BatchGetLabelDatasetStats", #"{"label_ids": ["<label>"]}"#, .idle),
      service("EvaluateItems", #"{"label_id": "<label>", "select_all": true}"#),
      service("EvaluateItems", #"{"label_id": "<own label>", "label_dataset_item_ids": ["<label item>"]}"#, .idle),
      service(
        "EvaluateItems", #"{"label_id": "<own label>", "select_all": true, "label_version_id": "<label version>"}"#),
      service(
        "EvaluateItems", #"{"label_id": "<own label>", "select_all": true, "excluded_item_ids": ["<label item>"]}"#,
        .own),
      service(
        "EvaluateItems", #"{"label_id": "<own label>", "select_all": true, "label_draft_id": "<label draft>"}"#),
      service("RecordEvaluationFeedback", #"{"evaluation_id": "<evaluation>", "user_reviewed": true}"#),
      service("ListEvaluations", #"{"label_id": "<label>"}"#),
      service("ListEvaluations", #"{"label_dataset_item_id": "<label item>"}"#),
      service("ListEvaluations", #"{"label_version_id": "<label version>"}"#),
      service("GetLabelDatasetMetrics", #"{"label_id": "<label>"}"#),
      service("GetLabelDatasetMetrics", #"{"label_id": "<own label>", "label_version_id": "<label version>"}"#),
      service("ListLabelVersionMetrics", #"{"label_id": "<label>"}"#),
      .init(
        "LabelsService/CompareLabelVersions",
        compared(label: "<label>", current: "<own label version>", modified: "<own label version>")),
      .init(
        "LabelsService/CompareLabelVersions",
        compared(label: "<own label>", current: "<label version>", modified: "<own label version>")),
      .init(
        "LabelsService/CompareLabelVersions",
        compared(label: "<own label>", current: "<own label version>", modified: "<label version>")),
    ] + filtered + [
      service("RemoveItemsFromLabelDataset", #"{"label_id": "<label>", "select_all": true}"#),
      service("RemoveItemsFromLabelDataset", #"{"label_dataset_item_ids": ["<label item>"]}"#, .idle),
    ]

  /// Every method that filters, by each filter that has ids.
  private static let filtered: [IsolationCase] = [
    ("ListLabelDatasetItems", "filters"), ("ListLabelDatasetItemIds", "filters"),
    ("BatchUpdateItemExpectedResult", "filters"), ("EvaluateItems", "list_filters"),
    ("GetLabelDatasetMetrics", "list_filters"), ("RemoveItemsFromLabelDataset", "filters"),
  ].flatMap { method, field in
    let all = ["List", "GetL"].contains { method.hasPrefix($0) } ? "" : #""select_all": true, "#
    return [
      ("filter_by_dataset_item_ids", #"["<label item>"]"#, Answer.idle),
      ("excluded_dataset_item_ids", #"["<label item>"]"#, .own),
      ("filter_by_eval_label_version_id", #""<label version>""#, .notFound),
    ].map { filter, id, answer in
      service(method, #"{"label_id": "<own label>", \#(all)"\#(field)": {"\#(filter)": \#(id)}}"#, answer)
    }
  }

  private static func service(_ method: String, _ request: String, _ answer: Answer = .notFound) -> IsolationCase {
    .init("LabelDatasetsService/\(method)", request, answer)
  }

  private static func compared(label: String, current: String, modified: String) -> String {
    #"{"label_id": "\#(label)", "current_version_id": "\#(current)", "modified_version_id": "\#(modified)"}"#
  }
}

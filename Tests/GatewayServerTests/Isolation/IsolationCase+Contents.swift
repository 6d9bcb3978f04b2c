internal import GRPCCore

extension IsolationCase {
  static let contents: [IsolationCase] = [
    .init("ContentService/GetCustomerContent", #"{"customer_content_ids": ["<content>"]}"#),
    .init(
      "ContentService/UpdateCustomerContents",
      #"{"updates": [{"customer_content_id": "<content>", "update": {"update_mask": {"paths": ["labels"]}}}]}"#),
  ]

  static let datasets: [IsolationCase] =
    [
      .init(
        "DatasetsService/AppendContentToDataset",
        #"{"dataset_id": "<dataset>", "content_with_labels": [{"customer_content_id": "<own spare content>"}]}"#),
      .init(
        "DatasetsService/AppendContentToDataset",
        #"{"dataset_id": "<own dataset>", "content_with_labels": [{"customer_content_id": "<spare content>"}]}"#),
      .init("DatasetsService/ListDatasetContent", #"{"dataset_id": "<dataset>"}"#),
      .init(
        "DatasetsService/GetDatasetContent", #"{"dataset_id": "<dataset>", "dataset_item_ids": ["<own dataset item>"]}"#
      ),
      .init(
        "DatasetsService/GetDatasetContent", #"{"dataset_id": "<own dataset>", "dataset_item_ids": ["<dataset item>"]}"#
      ),
      .init("DatasetsService/ListDatasetLabels", #"{"dataset_id": "<dataset>"}"#),
      .init("DatasetsService/UpdateDataset", #"{"dataset_id": "<dataset>", "notes": "mine"}"#),
      .init("DatasetsService/ClonePublicDatasetToAccount", #"{"source_dataset_id": "<dataset>"}"#, owner: .notFound),
      .init(
        "DatasetsService/AppendApiContentToDataset",
        #"{"dataset_id": "<dataset>", "content_hashes_with_labels": [{"content_hash": "sha256::00"}]}"#,
        owner: .failedPrecondition),
      .init(
        "PoliciesService/CreatePolicy",
        #"{"policy_key": "b", "version_text": "LABEL \"a\" { \"b\" }", "dataset_id": "<dataset>"}"#),
      .init(
        "PoliciesService/UpdatePolicy", #"{"identifier": {"policy_id": "<own policy>"}, "dataset_id": "<dataset>"}"#),
      .init(
        "PoliciesService/TestPolicyWithDataset",
        #"{"policy_draft": "LABEL \"a\" { =(\"b\") }", "dataset_id": "<dataset>"}"#),
      .init(
        "PoliciesService/TestPolicyWithDataset",
        #"{"policy_draft": "LABEL \"a\" { =(\"b\") }", "dataset_id": "<own dataset>", "dataset_item_ids": ["<dataset item>"]}"#
      ),
    ]
    + ["UpdateDatasetItemLabels", "ModifyDatasetItemLabels", "UpdateDatasetItemTitle"].flatMap {
      [
        IsolationCase(
          "DatasetsService/\($0)", #"{"dataset_id": "<dataset>", "dataset_item_ids": ["<own dataset item>"]}"#),
        IsolationCase(
          "DatasetsService/\($0)", #"{"dataset_id": "<own dataset>", "dataset_item_ids": ["<dataset item>"]}"#),
      ]
    } + [
      .init(
        "DatasetsService/RemoveFromDataset", #"{"dataset_id": "<dataset>", "dataset_item_ids": ["<own dataset item>"]}"#
      ),
      .init(
        "DatasetsService/RemoveFromDataset",
        #"{"dataset_id": "<own dataset>", "dataset_item_ids": ["<spare dataset item>"]}"#),
    ]
}

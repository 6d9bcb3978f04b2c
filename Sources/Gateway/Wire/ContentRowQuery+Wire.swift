internal import GatewayProtocol
internal import Storage

extension ContentRowQuery {
  /// - Throws: INVALID_ARGUMENT for labels that are none, a modality that is none, or words over the limit.
  init(
    labels: [String], modalities: [Clavata_Shared_V1_ContentModality], text: String
  ) throws(GatewayError) {
    self.init()
    self.labels = try ContentLabels.checked(labels, field: "query.labels")
    for modality in Set(modalities.prefix(ContentBounds.items)).subtracting([.unspecified]) {
      guard case .UNRECOGNIZED = modality else {
        self.modalities.append(modality.rawValue)
        continue
      }
      throw GatewayError(.invalidArgument, "query.contentModalities: is not a modality")
    }
    self.modalities.sort()
    try FieldText.requireLength(of: text, field: "query.content", limit: ContentBounds.queryBytes)
    self.text = text
  }
}

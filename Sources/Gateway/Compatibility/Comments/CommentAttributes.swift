internal import PolicyEvaluation

/// A policy's labels as attributes: by their names, in any case, a low line and a space being one.
struct CommentAttributes {
  /// Characters of a name that a caller chose, in a message.
  static let nameCharacters = 64
  private static let listedLabels = 50

  private let policy: CompiledPolicy
  private var places: [String: [Int]] = [:]

  init(_ policy: CompiledPolicy) {
    self.policy = policy
    for (place, label) in policy.labels.enumerated() { places[Self.fold(label.name), default: []].append(place) }
  }

  /// The places of the labels that these attributes are, by attribute.
  ///
  /// - Throws: INVALID_ARGUMENT for one that is no label, or might be several.
  func labels(for names: some Sequence<String>) throws(GatewayError) -> [String: Int] {
    var labels: [String: Int] = [:]
    // In order, so that of several mistakes it is always the same that is told.
    for name in names.sorted() { labels[name] = try label(name) }
    return labels
  }

  private func label(_ name: String) throws(GatewayError) -> Int {
    let found = places[Self.fold(name)] ?? []
    if found.count == 1 { return found[0] }
    if let exact = found.first(where: { policy.labels[$0].name == name }) { return exact }
    let field = "requestedAttributes.\(name.prefix(Self.nameCharacters))"
    guard found.isEmpty else { throw GatewayError(field: field, "may be any of several labels: write one as it is") }
    let known = policy.labels.prefix(Self.listedLabels).map { Self.attribute($0.name) }.joined(separator: ", ")
    let rest = policy.labels.count > Self.listedLabels ? " and others" : ""
    throw GatewayError(
      field: field, "is no attribute here: there are \(known)\(rest)", reason: "ATTRIBUTE_NOT_FOUND")
  }

  private static func fold(_ name: String) -> String { name.lowercased().replacing("_", with: " ") }

  /// As callers write it: `IDENTITY_ATTACK`.
  private static func attribute(_ label: String) -> String { label.uppercased().replacing(" ", with: "_") }
}

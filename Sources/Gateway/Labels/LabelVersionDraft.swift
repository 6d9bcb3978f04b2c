internal import Crypto
internal import Foundation
internal import GatewayProtocol
internal import PolicyEvaluation
internal import SignalScoring
internal import Storage
internal import SwiftProtobuf

/// What a label's new version says, checked but for its text.
struct LabelVersionDraft {
  var text: String
  var description: String?
  var parentID: UUID?
  /// Serialized; nil where nothing is set.
  var options: Data?
  var globalContext: String?

  /// - Throws: INVALID_ARGUMENT naming the field.
  init(
    text: String, description: String? = nil, parentID: String? = nil,
    options: Clavata_Shared_V1_LabelEvalOptions?, globalContext: String?
  ) throws(GatewayError) {
    try FieldText.requireWhole(text, field: "text")
    self.text = text
    self.description = description
    self.parentID = nil
    if let parentID, !parentID.isEmpty {
      self.parentID = try Identifier.uuid(parentID, field: "parentLabelVersionId")
    }
    if let description {
      try FieldText.requireText(description, field: "description", limit: LabelService.descriptionBytes)
    }
    self.options = try Self.serialized(options)
    try PolicyCatalog.check(globalContext: globalContext ?? "")
    self.globalContext = globalContext
  }

  /// - Throws: INVALID_ARGUMENT naming the option.
  static func serialized(_ options: Clavata_Shared_V1_LabelEvalOptions?) throws(GatewayError) -> Data? {
    guard let options else { return nil }
    try EvaluationOptions.check(.init(options), field: "labelEvalOptions")
    do {
      let serialized: Data = try options.serializedData()
      return serialized.isEmpty ? nil : serialized
    } catch {
      throw GatewayError(error)
    }
  }

  /// The version, not numbered yet.
  func record(_ read: LabelText, label: UUID, creator: UUID, tokens: TokenCounter) -> LabelVersionRecord {
    let features = read.compiled.features
    return LabelVersionRecord(
      id: .random(), labelID: label, number: 1, text: text, digest: digest(of: read), description: description,
      parentID: parentID, creatorID: creator, options: options, globalContext: globalContext,
      signalCount: features.count,
      signalTokens: features.reduce(0) { $0 + tokens.count(.text(TextContent(hash: "", text: $1.kind.words))) },
      complexityScore: Double(read.compiled.complexityScore), created: Date())
  }

  /// Equal for versions that say the same: the text in its usual form, and what evaluation reads beside it.
  private func digest(of read: LabelText) -> Data {
    var hash = SHA256()
    for part in [Data(read.formatted.utf8), options ?? Data(), Data((globalContext ?? "").utf8)] {
      withUnsafeBytes(of: UInt64(part.count).littleEndian) { hash.update(bufferPointer: $0) }
      hash.update(data: part)
    }
    return Data(hash.finalize())
  }
}

extension Feature.Kind {
  /// All the words of a signal.
  fileprivate var words: String {
    switch self {
    case .concept(let words), .question(let words), .exact(let words), .fuzzy(let words), .sentiment(let words): words
    case .context(let subject, let relation, let object): "\(subject) \(relation) \(object)"
    }
  }
}

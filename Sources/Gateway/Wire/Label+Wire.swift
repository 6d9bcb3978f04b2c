internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension Clavata_Shared_V1_Label {
  init(_ record: LabelRecord) {
    self = .with {
      $0.labelID = record.id.wire
      $0.name = record.name
      $0.customerID = record.accountID.wire
      $0.disabled = record.isDisabled
      $0.created = .init(record.created)
      $0.updated = .init(record.updated)
      $0.expunged = record.isDeleted
      if let description = record.description { $0.description_p = description }
      if let archived = record.archived { $0.archivedAt = .init(archived) }
      $0.tags = record.tags.map { .init($0) }
    }
  }
}

extension Clavata_Shared_V1_LabelVersion {
  init(_ record: LabelVersionRecord) throws(GatewayError) {
    do {
      let options = try record.options.map { try Clavata_Shared_V1_LabelEvalOptions(serializedBytes: $0) }
      self = .with {
        $0.labelVersionID = record.id.wire
        $0.labelID = record.labelID.wire
        $0.text = record.text
        if let description = record.description { $0.description_p = description }
        $0.signalCount = UInt32(clamping: record.signalCount)
        $0.totalSignalTokens = UInt32(clamping: record.signalTokens)
        $0.created = .init(record.created)
        $0.createdByID = record.creatorID.wire
        $0.sequentialVersion = Int32(clamping: record.number)
        if let parent = record.parentID { $0.parentLabelVersionID = parent.wire }
        $0.complexityScore = Float(record.complexityScore)
        if let options { $0.labelEvalOptions = options }
        if let context = record.globalContext { $0.globalContext = context }
      }
    } catch {
      throw GatewayError(error)
    }
  }
}

extension Clavata_Shared_V1_UserLabelDraft {
  init(_ record: LabelDraftRecord) throws {
    let options = try record.options.map { try Clavata_Shared_V1_LabelEvalOptions(serializedBytes: $0) }
    self = .with {
      $0.labelDraftID = record.id.wire
      $0.labelID = record.labelID.wire
      $0.userID = record.userID.wire
      $0.text = record.text
      $0.created = .init(record.created)
      $0.updated = .init(record.updated)
      if let options { $0.labelEvalOptions = options }
      if let context = record.globalContext { $0.globalContext = context }
    }
  }
}

extension Clavata_Shared_V1_LabelTag {
  init(_ record: LabelTagRecord) {
    self = .with {
      $0.labelTagID = record.id.wire
      $0.customerID = record.accountID.wire
      $0.name = record.name
      if let color = record.color { $0.color = color }
      $0.created = .init(record.created)
      $0.updated = .init(record.updated)
    }
  }
}

extension Clavata_Shared_V1_PolicyEvalOptions {
  /// The same of a policy: the two have the same fields.
  init(_ label: Clavata_Shared_V1_LabelEvalOptions) {
    self = .with {
      if label.hasBypassCache { $0.bypassCache = label.bypassCache }
      if label.hasExpedited { $0.expedited = label.expedited }
      if label.hasBundleSize { $0.bundleSize = label.bundleSize }
      if label.hasThreshold { $0.threshold = label.threshold }
      if label.hasStack { $0.stack = label.stack }
    }
  }
}

extension Clavata_Shared_V1_LabelEvalOptions {
  /// These, with what others say in place of what they say of the same.
  func overlaid(with others: Self) -> Self {
    var options = self
    if others.hasBypassCache { options.bypassCache = others.bypassCache }
    if others.hasExpedited { options.expedited = others.expedited }
    if others.hasBundleSize { options.bundleSize = others.bundleSize }
    if others.hasThreshold, others.threshold != 0 { options.threshold = others.threshold }
    if others.hasStack, !others.stack.isEmpty { options.stack = others.stack }
    return options
  }
}

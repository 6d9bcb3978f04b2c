internal import Foundation
internal import GatewayProtocol
internal import PolicyLanguage
internal import Storage
internal import SwiftProtobuf

extension Clavata_Shared_V1_CompilationError {
  init(_ diagnostic: Diagnostic) {
    self = .with {
      $0.message = diagnostic.message
      $0.line = Int32(diagnostic.range.start.line)
      $0.column = Int32(diagnostic.range.start.column)
    }
  }
}

extension Clavata_Shared_V1_Policy {
  init(_ record: PolicyRecord) {
    self = .with {
      $0.customerID = record.accountID.wire
      $0.policyID = record.id.wire
      $0.policyKey = record.key
      $0.activeVersionID = record.activeVersionID?.wire ?? ""
      $0.created = .init(record.created)
      $0.updated = .init(record.updated)
      $0.expunged = record.isDeleted
      $0.disabled = record.isDisabled
      if let dataset = record.datasetID { $0.datasetID = dataset }
    }
  }
}

extension Clavata_Shared_V1_PolicyVersion {
  init(_ record: PolicyVersionRecord, of policy: PolicyRecord) throws(GatewayError) {
    do {
      let options = try record.options.map { try Clavata_Shared_V1_PolicyEvalOptions(serializedBytes: $0) }
      self = .with {
        $0.policyIdentifier = .with {
          $0.policyID = policy.id.wire
          $0.policyKey = policy.key
        }
        $0.versionID = record.id.wire
        $0.policyText = record.text
        $0.expunged = record.isExpunged
        $0.metadata = record.metadata
        $0.created = .init(record.created)
        $0.complexityScore = Float(record.complexityScore)
        $0.sequentialVersion = Int32(clamping: record.number)
        if let options { $0.policyEvalOptions = options }
        if let context = record.globalContext { $0.globalContext = context }
      }
    } catch {
      throw GatewayError(error)
    }
  }
}

extension TimeSpan {
  func contains(_ moment: Date) -> Bool {
    let startsBefore = start.map { isInclusive ? $0 <= moment : $0 < moment } ?? true
    let endsAfter = end.map { isInclusive ? moment <= $0 : moment < $0 } ?? true
    return startsBefore && endsAfter
  }
}

package import Foundation

/// One text of a policy; never changed once made, but for its being expunged.
package struct PolicyVersionRecord: Sendable, Hashable {
  package var id: UUID
  package var policyID: UUID
  /// 1, 2, 3, ... within its policy.
  package var number: Int
  package var text: String
  /// What evaluation reads beside the text: the wire's PolicyEvalOptions, serialized.
  package var options: Data?
  package var globalContext: String?
  /// Who committed it and why: the wire's CompiledPolicyMetadata, serialized.
  package var metadata: Data
  package var complexityScore: Double
  package var created: Date
  /// Put out of sight; jobs still name it.
  package var isExpunged: Bool

  package init(
    id: UUID, policyID: UUID, number: Int, text: String, options: Data?, globalContext: String?, metadata: Data,
    complexityScore: Double, created: Date, isExpunged: Bool = false
  ) {
    self.id = id
    self.policyID = policyID
    self.number = number
    self.text = text
    self.options = options
    self.globalContext = globalContext
    self.metadata = metadata
    self.complexityScore = complexityScore
    self.created = created
    self.isExpunged = isExpunged
  }
}

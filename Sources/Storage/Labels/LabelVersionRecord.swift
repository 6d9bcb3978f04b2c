package import Foundation

/// One text of a label; never changed once made.
package struct LabelVersionRecord: Sendable, Hashable {
  package var id: UUID
  package var labelID: UUID
  /// 1, 2, 3, ... within its label.
  package var number: Int
  package var text: String
  /// Equal for versions that say the same: 32 bytes.
  package var digest: Data
  package var description: String?
  /// The version that it was made from.
  package var parentID: UUID?
  /// Who made it: a person, or a key that is nobody's.
  package var creatorID: UUID
  /// What evaluation reads beside the text: the wire's LabelEvalOptions, serialized.
  package var options: Data?
  package var globalContext: String?
  /// Distinct signals of the text, and the tokens of their words.
  package var signalCount: Int
  package var signalTokens: Int
  package var complexityScore: Double
  package var created: Date

  package init(
    id: UUID, labelID: UUID, number: Int, text: String, digest: Data, description: String?, parentID: UUID?,
    creatorID: UUID, options: Data?, globalContext: String?, signalCount: Int, signalTokens: Int,
    complexityScore: Double, created: Date
  ) {
    self.id = id
    self.labelID = labelID
    self.number = number
    self.text = text
    self.digest = digest
    self.description = description
    self.parentID = parentID
    self.creatorID = creatorID
    self.options = options
    self.globalContext = globalContext
    self.signalCount = signalCount
    self.signalTokens = signalTokens
    self.complexityScore = complexityScore
    self.created = created
  }
}

package import Foundation

/// A time in which one version of a policy was the active one.
package struct DeploymentRecord: Sendable, Hashable {
  package var id: UUID
  package var versionID: UUID
  /// The version's, within its policy.
  package var number: Int
  package var complexityScore: Double
  /// The version's: the wire's CompiledPolicyMetadata, serialized.
  package var versionMetadata: Data
  package var begun: Date
  /// Nil while it is active.
  package var ended: Date?
  package var deployer: Deployer

  package init(
    id: UUID, versionID: UUID, number: Int, complexityScore: Double, versionMetadata: Data, begun: Date, ended: Date?,
    deployer: Deployer
  ) {
    self.id = id
    self.versionID = versionID
    self.number = number
    self.complexityScore = complexityScore
    self.versionMetadata = versionMetadata
    self.begun = begun
    self.ended = ended
    self.deployer = deployer
  }
}

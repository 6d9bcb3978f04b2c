package import GatewayProtocol
package import PolicyLanguage
package import Storage

extension PolicyCatalog {
  /// What a new version says beside its text.
  package struct VersionDraft: Sendable {
    package var text: String
    package var options: Clavata_Shared_V1_PolicyEvalOptions?
    package var globalContext: String?
    package var metadata: Clavata_Gateway_V1_CompiledPolicyMetadata

    package init(
      text: String, options: Clavata_Shared_V1_PolicyEvalOptions? = nil, globalContext: String? = nil,
      metadata: Clavata_Gateway_V1_CompiledPolicyMetadata = .init()
    ) {
      self.text = text
      self.options = options
      self.globalContext = globalContext
      self.metadata = metadata
    }
  }

  /// What came of a draft: a compile error is an answer, not a failure of the call.
  package enum Written: Sendable {
    case version(PolicyRecord, PolicyVersionRecord)
    case invalid(Diagnostic)
  }
}

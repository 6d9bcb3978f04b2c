/// Which addresses may be connected to: public ones, with an operator's exceptions.
package struct AddressRules: Sendable, Hashable {
  /// May be connected to though they are not public.
  package var allowed: [AddressNetwork]
  /// May not be, whatever else holds.
  package var refused: [AddressNetwork]

  package init(allowed: [AddressNetwork] = [], refused: [AddressNetwork] = []) {
    self.allowed = allowed
    self.refused = refused
  }

  package func allow(_ address: IPAddress) -> Bool { refusal(of: address) == nil }

  /// Why an address may not be connected to, in words for an operator's log; nil where it may be.
  func refusal(of address: IPAddress) -> String? {
    if refused.contains(where: { $0.contains(address) }) { return "refused by configuration" }
    if allowed.contains(where: { $0.contains(address) }) { return nil }
    return SpecialNetwork.use(of: address)
  }
}

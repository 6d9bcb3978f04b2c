/// What a signed address says, as it came.
package struct BatchTicket: Sendable {
  package var batch: String
  package var expires: String
  package var signature: String

  package init(batch: String, expires: String, signature: String) {
    self.batch = batch
    self.expires = expires
    self.signature = signature
  }
}

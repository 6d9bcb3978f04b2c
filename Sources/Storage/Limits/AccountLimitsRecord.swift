/// An account's own limits.
package struct AccountLimitsRecord: Sendable, Hashable {
  /// Contents that may be evaluated a month.
  package var reviews: Int?
  /// For each of its keys.
  package var key: KeptRate?
  /// For all of them together.
  package var account: KeptRate?

  package init(reviews: Int? = nil, key: KeptRate? = nil, account: KeptRate? = nil) {
    self.reviews = reviews
    self.key = key
    self.account = account
  }
}

/// The policies that answer in the shapes of other APIs, by their keys or ids; nil: that shape is off.
package struct CompatibilityPolicies: Sendable, Hashable {
  /// Answers `POST /v1/moderations`.
  package var moderations: String?
  /// Answers `POST /v1alpha1/comments:analyze`.
  package var comments: String?

  package init(moderations: String? = nil, comments: String? = nil) {
    self.moderations = moderations
    self.comments = comments
  }
}

/// What happens to the features that a remote model could not score: a policy's own choice.
package enum FallbackChoice: String, Sendable, Hashable, CaseIterable {
  /// They fail, each with its reason.
  case fail
  /// The embedded model answers for them.
  case embedded
}

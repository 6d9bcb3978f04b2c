/// Where an invite is in its life, as it is at a moment: nothing has to happen for one to expire.
package enum InviteState: String, Sendable, Hashable, CaseIterable {
  case pending
  /// Its code opens nothing any more; renewed, it has another.
  case expired
  /// Final.
  case accepted

  /// - Returns: nil where the event cannot happen now.
  package func after(_ event: InviteEvent) -> InviteState? {
    switch (self, event) {
    case (.pending, .renewed), (.expired, .renewed): .pending
    case (.pending, .accepted): .accepted
    case (.expired, .accepted), (.accepted, _): nil
    }
  }
}

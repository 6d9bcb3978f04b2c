package enum KeyState: String, Sendable, Hashable {
  case enabled
  case disabled
  /// Final.
  case revoked
}

/// The models that answer what asks for meaning, in the order in which they are asked: each for what the one before it
/// could not answer. What the last one cannot answer fails.
package enum ModelStack: String, Sendable, Hashable, CaseIterable {
  case embedded
  case remote
  case remoteElseEmbedded = "remote,embedded"
}

/// What the server answered instead of what was asked for.
struct ServerRefusal: Error {
  var message: String
  /// Whether the command was given something that is wrong, and everything else went well.
  var isInput = false
  /// Whether it did not answer, or for the moment only.
  var isUnreachable = false
}

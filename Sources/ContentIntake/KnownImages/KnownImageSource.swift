/// Where the lists are that hold for one caller alone.
package protocol KnownImageSource: Sendable {
  /// The caller's lists as they are now.
  ///
  /// - Parameter caller: as `ContentIntake` is told it.
  /// - Throws: where they cannot be had: an image that cannot be looked up is not taken in.
  func lists(for caller: String) async throws -> [KnownImageList]
}

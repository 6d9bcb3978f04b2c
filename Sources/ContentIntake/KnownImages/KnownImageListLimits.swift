/// What is read of a list at most, checked as it is read.
package struct KnownImageListLimits: Sendable, Hashable {
  /// Bytes of a file.
  package var bytes = 1 << 30
  /// Lines of a file, comments and empty ones among them.
  package var lines = 10_000_000
  /// Bytes of a line.
  package var lineBytes = 4_096
  /// Digests and hashes of a list, those that come twice counted twice. Each takes 16 to 96 bytes once read.
  package var entries = 5_000_000

  package init() {}
}

/// How much may wait to be written, and how much one transaction takes.
package struct GroupCommitLimits: Sendable, Hashable {
  /// Writes in one transaction.
  package var batchCount = 256
  /// Bytes in one transaction. A heavier write is written alone.
  package var batchBytes = 16 << 20
  /// Writes that may wait. Whoever waits is suspended; one more is refused as overloaded.
  package var queueCount = 16_384
  /// Bytes that may wait. A heavier write is taken when nothing else waits.
  package var queueBytes = 512 << 20

  package init() {}
}

/// What Gavel keeps. One protocol; SQLite is behind it today.
///
/// Every method that writes returns once the write is durable. Methods that take an account see that account's rows
/// alone. Times are kept to the microsecond (see `Date.microsecondsSince1970`). All throw `StoreError`, or
/// `CancellationError` where the caller's task was canceled before its read or write began; a write that has begun is
/// completed whatever becomes of its caller.
package protocol Store:
  AccountStore, KeyStore, UserStore, InviteStore, LimitStore, PolicyStore, PolicyVersionExpunging, SnippetStore,
  LabelStore, LabelDatasetStore, ContentStore, RetainedContentStore, DatasetStore, JobStore, BatchStore, WebhookStore,
  HashListStore, AnalyticsStore
{
  /// Waits for what is being written, then closes.
  func close() async throws
}

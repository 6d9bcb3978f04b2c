/// What lists of known images there are beside one of them.
package struct HashListUsage: Sendable, Hashable {
  /// Lists of the account.
  package var lists: Int
  /// Bytes of memory that the account's lists take.
  package var accountBytes: Int
  /// Bytes of memory that the lists of all accounts take.
  package var totalBytes: Int

  package init(lists: Int, accountBytes: Int, totalBytes: Int) {
    self.lists = lists
    self.accountBytes = accountBytes
    self.totalBytes = totalBytes
  }
}

/// What came of keeping a list.
package enum HashListChange: Sendable, Hashable {
  /// - replaced: the list that had the name before.
  case kept(replaced: HashListRecord?)
  /// It is too much beside the others, and nothing has changed.
  case refused(HashListUsage)
}

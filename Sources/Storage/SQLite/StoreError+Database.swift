import GRDB

extension StoreError {
  /// What a failure of the database means to a caller. The cause keeps SQLite's words; the message has none of them,
  /// and none of the row's values.
  init(database error: any Error) {
    if let own = error as? StoreError {
      self = own
      return
    }
    switch (error as? DatabaseError)?.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE?, .SQLITE_CONSTRAINT_PRIMARYKEY?:
      self.init(.alreadyExists, "it exists already", cause: error)
    case .SQLITE_CONSTRAINT_FOREIGNKEY?:
      self.init(.conflict, "it names something that does not exist", cause: error)
    case .SQLITE_CONSTRAINT_CHECK?, .SQLITE_CONSTRAINT_NOTNULL?, .SQLITE_CONSTRAINT_DATATYPE?:
      self.init(.conflict, "its parts contradict each other", cause: error)
    case .SQLITE_FULL?:
      self.init(.unavailable, "the disk is full", cause: error)
    default:
      self.init(.unavailable, "the database could not be read or written", cause: error)
    }
  }
}

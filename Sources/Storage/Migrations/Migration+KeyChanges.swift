extension Migration {
  static let keyChanges = Migration(
    name: "005-key-changes",
    sql: """
      -- When a key's state was last set; NULL where it never was.
      ALTER TABLE keys ADD COLUMN updated INTEGER;
      """)
}

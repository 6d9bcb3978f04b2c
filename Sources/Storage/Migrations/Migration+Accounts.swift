extension Migration {
  static let accounts = Migration(
    name: "001-accounts",
    sql: """
      CREATE TABLE accounts (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        name TEXT NOT NULL UNIQUE,
        created INTEGER NOT NULL -- microseconds since 1970, as every time here
      ) STRICT;
      """)
}

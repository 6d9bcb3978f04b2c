extension Migration {
  static let keys = Migration(
    name: "002-keys",
    sql: """
      CREATE TABLE keys (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        name TEXT NOT NULL,
        hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
        suffix TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('admin', 'writer', 'evaluator')),
        state TEXT NOT NULL CHECK (state IN ('enabled', 'disabled', 'revoked')),
        created INTEGER NOT NULL,
        expires INTEGER
      ) STRICT;

      CREATE INDEX keys_by_created ON keys (account_id, created DESC, id DESC);
      """)
}

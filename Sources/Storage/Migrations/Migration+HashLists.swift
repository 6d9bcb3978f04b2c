extension Migration {
  static let hashLists = Migration(
    name: "018-hash-lists",
    sql: """
      CREATE TABLE hash_lists (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        name TEXT NOT NULL,
        created INTEGER NOT NULL,
        key_id BLOB NOT NULL CHECK (length(key_id) = 16), -- of a key that may be gone
        file_hash BLOB NOT NULL CHECK (length(file_hash) = 32),
        distance INTEGER NOT NULL,
        md5 INTEGER NOT NULL,
        sha1 INTEGER NOT NULL,
        sha256 INTEGER NOT NULL,
        pdq INTEGER NOT NULL,
        repeated INTEGER NOT NULL,
        low_quality INTEGER NOT NULL,
        other_kinds INTEGER NOT NULL,
        memory_bytes INTEGER NOT NULL,
        UNIQUE (account_id, name)
      ) STRICT;
      """)
}

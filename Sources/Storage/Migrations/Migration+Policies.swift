extension Migration {
  static let policies = Migration(
    name: "003-policies",
    sql: """
      CREATE TABLE policies (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        key TEXT NOT NULL,
        active_version_id BLOB,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        is_disabled INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
        is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1)),
        dataset_id TEXT,
        -- A policy's active version is one of its own.
        FOREIGN KEY (id, active_version_id) REFERENCES policy_versions (policy_id, id)
      ) STRICT;

      CREATE UNIQUE INDEX policies_by_key ON policies (account_id, key) WHERE is_deleted = 0;
      CREATE INDEX policies_by_created ON policies (account_id, created DESC, id DESC);

      CREATE TABLE policy_versions (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        policy_id BLOB NOT NULL REFERENCES policies (id),
        number INTEGER NOT NULL CHECK (number > 0),
        complexity_score REAL NOT NULL,
        created INTEGER NOT NULL,
        metadata BLOB NOT NULL,
        options BLOB,
        global_context TEXT,
        text TEXT NOT NULL,
        UNIQUE (policy_id, number),
        UNIQUE (policy_id, id)
      ) STRICT;
      """)
}

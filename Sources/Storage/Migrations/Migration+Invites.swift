extension Migration {
  static let invites = Migration(
    name: "016-invites",
    sql: """
      CREATE TABLE invites (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        email TEXT NOT NULL COLLATE NOCASE,
        role TEXT NOT NULL CHECK (role IN ('admin', 'writer', 'evaluator')),
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        created INTEGER NOT NULL,
        expires INTEGER NOT NULL,
        accepted INTEGER,
        -- NULL once it is accepted: a code opens once.
        code_hash BLOB UNIQUE CHECK (length(code_hash) = 32),
        UNIQUE (account_id, email),
        CHECK ((accepted IS NULL) <> (code_hash IS NULL))
      ) STRICT;
      """)
}

extension Migration {
  static let users = Migration(
    name: "015-users",
    sql: """
      ALTER TABLE accounts ADD COLUMN email TEXT NOT NULL DEFAULT '';
      ALTER TABLE accounts ADD COLUMN updated INTEGER;
      ALTER TABLE accounts ADD COLUMN terms_accepted INTEGER;

      CREATE TABLE users (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        email TEXT NOT NULL COLLATE NOCASE,
        role TEXT NOT NULL CHECK (role IN ('admin', 'writer', 'evaluator')),
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        last_login INTEGER, -- about when a key of theirs was last used
        UNIQUE (account_id, email)
      ) STRICT;

      -- NULL: the account's own. INVARIANT: a user's keys have the user's role.
      ALTER TABLE keys ADD COLUMN user_id BLOB REFERENCES users (id);
      CREATE INDEX keys_by_user ON keys (user_id) WHERE user_id IS NOT NULL;

      -- Introductions that are not to be shown again, to a user or, where it has none, to a key.
      CREATE TABLE tours (
        user_id BLOB REFERENCES users (id) ON DELETE CASCADE,
        key_id BLOB REFERENCES keys (id) ON DELETE CASCADE,
        tour TEXT NOT NULL,
        outcome INTEGER NOT NULL, -- the wire's number of it
        resolved INTEGER NOT NULL,
        UNIQUE (user_id, tour),
        UNIQUE (key_id, tour),
        CHECK ((user_id IS NULL) <> (key_id IS NULL))
      ) STRICT;
      """)
}

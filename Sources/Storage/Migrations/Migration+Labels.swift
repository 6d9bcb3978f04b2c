extension Migration {
  static let labels = Migration(
    name: "009-labels",
    sql: """
      CREATE TABLE labels (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        name TEXT NOT NULL,
        description TEXT,
        is_disabled INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
        is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1)),
        archived INTEGER,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL
      ) STRICT;

      CREATE UNIQUE INDEX labels_by_name ON labels (account_id, name) WHERE is_deleted = 0;
      CREATE INDEX labels_by_created ON labels (account_id, created DESC, id DESC);

      CREATE TABLE label_versions (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        label_id BLOB NOT NULL REFERENCES labels (id),
        number INTEGER NOT NULL CHECK (number > 0),
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        description TEXT,
        parent_id BLOB REFERENCES label_versions (id),
        creator_id BLOB NOT NULL CHECK (length(creator_id) = 16),
        signal_count INTEGER NOT NULL,
        signal_tokens INTEGER NOT NULL,
        complexity_score REAL NOT NULL,
        created INTEGER NOT NULL,
        options BLOB,
        global_context TEXT,
        text TEXT NOT NULL,
        UNIQUE (label_id, number)
      ) STRICT;

      CREATE INDEX label_versions_by_digest ON label_versions (label_id, digest, number);

      CREATE TABLE label_drafts (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        label_id BLOB NOT NULL REFERENCES labels (id),
        user_id BLOB NOT NULL CHECK (length(user_id) = 16),
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        options BLOB,
        global_context TEXT,
        text TEXT NOT NULL,
        UNIQUE (label_id, user_id)
      ) STRICT;

      CREATE TABLE label_tags (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        name TEXT NOT NULL,
        color TEXT,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        UNIQUE (account_id, name)
      ) STRICT;

      CREATE TABLE label_taggings (
        label_id BLOB NOT NULL REFERENCES labels (id),
        tag_id BLOB NOT NULL REFERENCES label_tags (id) ON DELETE CASCADE,
        PRIMARY KEY (label_id, tag_id)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX label_taggings_by_tag ON label_taggings (tag_id, label_id);
      """)
}

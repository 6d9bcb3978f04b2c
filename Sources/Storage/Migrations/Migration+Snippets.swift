extension Migration {
  static let snippets = Migration(
    name: "008-snippets",
    sql: """
      CREATE TABLE snippets (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        name TEXT NOT NULL,
        description TEXT NOT NULL,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        content TEXT NOT NULL,
        UNIQUE (account_id, name)
      ) STRICT;

      CREATE TABLE snippet_tags (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        name TEXT NOT NULL,
        created INTEGER NOT NULL,
        UNIQUE (account_id, name)
      ) STRICT;

      CREATE TABLE snippet_taggings (
        snippet_id BLOB NOT NULL REFERENCES snippets (id) ON DELETE CASCADE,
        tag_id BLOB NOT NULL REFERENCES snippet_tags (id),
        PRIMARY KEY (snippet_id, tag_id)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX snippet_taggings_by_tag ON snippet_taggings (tag_id, snippet_id);
      """)
}

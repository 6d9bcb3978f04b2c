extension Migration {
  /// INVARIANT: the totals are those of the rows, whatever statement changes them; hence the triggers.
  static let contents = Migration(
    name: "011-contents",
    sql: """
      CREATE TABLE contents (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        hash TEXT NOT NULL,
        modality INTEGER NOT NULL, -- the wire's numbers
        size INTEGER NOT NULL CHECK (size >= 0), -- bytes of data
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        title TEXT,
        search BLOB, -- the text in lower case, UTF-8; NULL where there is none
        data BLOB NOT NULL,
        UNIQUE (account_id, hash)
      ) STRICT;

      CREATE INDEX contents_by_created ON contents (account_id, created DESC, id DESC);

      CREATE TABLE content_totals (
        account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
        count INTEGER NOT NULL,
        bytes INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER content_totals_of_new AFTER INSERT ON contents
      BEGIN
        INSERT INTO content_totals (account_id, count, bytes) VALUES (NEW.account_id, 1, NEW.size)
        ON CONFLICT DO UPDATE SET count = count + 1, bytes = bytes + NEW.size;
      END;
      CREATE TRIGGER content_totals_of_changed AFTER UPDATE OF size ON contents
      BEGIN
        UPDATE content_totals SET bytes = bytes - OLD.size + NEW.size WHERE account_id = NEW.account_id;
      END;
      CREATE TRIGGER content_totals_of_deleted AFTER DELETE ON contents
      BEGIN
        UPDATE content_totals SET count = count - 1, bytes = bytes - OLD.size WHERE account_id = OLD.account_id;
      END;

      CREATE TABLE content_labels (
        content_id BLOB NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        account_id BLOB NOT NULL,
        label TEXT NOT NULL,
        PRIMARY KEY (content_id, label)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX content_labels_by_label ON content_labels (account_id, label, content_id);

      CREATE TABLE retained_contents (
        account_id BLOB NOT NULL REFERENCES accounts (id),
        hash TEXT NOT NULL,
        size INTEGER NOT NULL CHECK (size >= 0),
        kept INTEGER NOT NULL, -- when it was last evaluated
        data BLOB NOT NULL,
        PRIMARY KEY (account_id, hash)
      ) STRICT;

      CREATE INDEX retained_contents_by_kept ON retained_contents (kept);
      CREATE INDEX retained_contents_by_age ON retained_contents (account_id, kept);

      CREATE TABLE retained_totals (
        account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
        count INTEGER NOT NULL,
        bytes INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER retained_totals_of_new AFTER INSERT ON retained_contents
      BEGIN
        INSERT INTO retained_totals (account_id, count, bytes) VALUES (NEW.account_id, 1, NEW.size)
        ON CONFLICT DO UPDATE SET count = count + 1, bytes = bytes + NEW.size;
      END;
      CREATE TRIGGER retained_totals_of_deleted AFTER DELETE ON retained_contents
      BEGIN
        UPDATE retained_totals SET count = count - 1, bytes = bytes - OLD.size WHERE account_id = OLD.account_id;
      END;

      CREATE TABLE datasets (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        name TEXT NOT NULL,
        notes TEXT NOT NULL,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        UNIQUE (account_id, name)
      ) STRICT;

      CREATE TABLE dataset_items (
        position INTEGER PRIMARY KEY, -- in the order in which they came
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        dataset_id BLOB NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
        content_id BLOB NOT NULL REFERENCES contents (id),
        title TEXT,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        labels TEXT NOT NULL, -- a JSON array
        UNIQUE (dataset_id, content_id)
      ) STRICT;

      CREATE INDEX dataset_items_in_order ON dataset_items (dataset_id, position);
      CREATE INDEX dataset_items_by_content ON dataset_items (content_id);
      """)
}

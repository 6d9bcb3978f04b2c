extension Migration {
  /// Nothing deletes a content while an item has it: the reference is checked whatever statement tries.
  static let labelDatasets = Migration(
    name: "012-label-datasets",
    sql: """
      CREATE TABLE label_dataset_items (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        label_id BLOB NOT NULL REFERENCES labels (id),
        content_id BLOB NOT NULL REFERENCES contents (id),
        expected INTEGER CHECK (expected IN (1, 2)), -- the wire's numbers; NULL where nothing is
        expectation_set INTEGER NOT NULL, -- since when that is so
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        title TEXT,
        notes TEXT,
        UNIQUE (label_id, content_id)
      ) STRICT;

      CREATE INDEX label_dataset_items_by_created ON label_dataset_items (label_id, created DESC, id DESC);
      CREATE INDEX label_dataset_items_by_content ON label_dataset_items (content_id);

      CREATE TABLE label_evaluations (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        label_id BLOB NOT NULL REFERENCES labels (id),
        item_id BLOB NOT NULL REFERENCES label_dataset_items (id) ON DELETE CASCADE,
        version_id BLOB REFERENCES label_versions (id),
        draft_id BLOB CHECK (length(draft_id) = 16),
        actual INTEGER NOT NULL CHECK (actual IN (1, 2)),
        score REAL NOT NULL,
        expected INTEGER CHECK (expected IN (1, 2)), -- when it was made
        content_hash TEXT NOT NULL, -- when it was made
        is_reviewed INTEGER NOT NULL CHECK (is_reviewed IN (0, 1)),
        evaluator_id BLOB NOT NULL CHECK (length(evaluator_id) = 16),
        evaluated INTEGER NOT NULL,
        created INTEGER NOT NULL,
        feedback TEXT,
        CHECK ((version_id IS NULL) <> (draft_id IS NULL))
      ) STRICT;

      CREATE UNIQUE INDEX label_evaluations_by_version ON label_evaluations (item_id, version_id)
      WHERE version_id IS NOT NULL;
      CREATE UNIQUE INDEX label_evaluations_by_drafter ON label_evaluations (item_id, evaluator_id)
      WHERE version_id IS NULL;
      CREATE INDEX label_evaluations_latest ON label_evaluations (item_id, evaluated DESC, id DESC)
      WHERE version_id IS NOT NULL;
      CREATE INDEX label_evaluations_of_items ON label_evaluations (item_id);
      CREATE INDEX label_evaluations_of_labels ON label_evaluations (label_id, evaluated DESC, id DESC);
      CREATE INDEX label_evaluations_by_time ON label_evaluations (account_id, evaluated DESC, id DESC);

      CREATE TRIGGER label_datasets_of_deleted AFTER UPDATE OF is_deleted ON labels WHEN NEW.is_deleted = 1
      BEGIN
        DELETE FROM label_dataset_items WHERE label_id = NEW.id;
      END;
      """)
}

extension Migration {
  /// Counts by minute and by quarter of an hour: written with the jobs they count, kept when those are deleted. Nothing
  /// refers to a row outside, so that no count can fail for another's sake.
  ///
  /// A row found under its key is the rule, an added one the exception: what is counted changes no index.
  static let figures = Migration(
    name: "013-figures",
    sql: """
      CREATE TABLE figures (
        account_id BLOB NOT NULL,
        span INTEGER NOT NULL CHECK (span IN (1, 15)), -- minutes
        start INTEGER NOT NULL, -- minutes since 1970
        version_id BLOB NOT NULL, -- of the policy or of the label
        series INTEGER NOT NULL CHECK (series IN (1, 2)), -- text, image
        subject INTEGER NOT NULL CHECK (subject IN (1, 2)), -- policy, label
        subject_id BLOB NOT NULL,
        reviews INTEGER NOT NULL,
        hits INTEGER NOT NULL,
        tokens INTEGER NOT NULL,
        labels BLOB NOT NULL,
        PRIMARY KEY (account_id, span, start, version_id, series)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX figures_by_subject ON figures (account_id, subject_id, span, start);
      CREATE INDEX figures_by_start ON figures (span, start);

      CREATE TABLE evaluated_versions (
        account_id BLOB NOT NULL,
        subject INTEGER NOT NULL CHECK (subject IN (1, 2)),
        subject_id BLOB NOT NULL,
        version_id BLOB NOT NULL,
        first_evaluated INTEGER NOT NULL,
        PRIMARY KEY (account_id, subject, subject_id, version_id)
      ) STRICT, WITHOUT ROWID;

      -- The jobs of labels, for the content feed. Those of before are found by their time alone.
      ALTER TABLE jobs ADD COLUMN label_id BLOB;
      ALTER TABLE jobs ADD COLUMN label_version_id BLOB;
      CREATE INDEX jobs_by_label ON jobs (account_id, label_id, created DESC, id DESC) WHERE label_id IS NOT NULL;

      -- Rows of a batch job that the figures have counted.
      ALTER TABLE batches ADD COLUMN rows_counted INTEGER NOT NULL DEFAULT 0;
      """)
}

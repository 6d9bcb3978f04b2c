extension Migration {
  /// The indexes are few, for every one is paid by each job: most jobs are written once, completed, and neither partial
  /// index on states knows of them.
  static let jobs = Migration(
    name: "004-jobs",
    sql: """
      CREATE TABLE jobs (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        type INTEGER NOT NULL,
        state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5), -- pending, running, completed, failed, canceled
        policy_id BLOB REFERENCES policies (id),
        policy_version_id BLOB REFERENCES policy_versions (id),
        threshold REAL NOT NULL,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        completed INTEGER,
        -- The large ones last: a row read up to here leaves their pages alone.
        summary BLOB NOT NULL,
        results BLOB,
        request BLOB,
        CHECK ((state >= 3) = (completed IS NOT NULL)),
        CHECK (state < 3 OR request IS NULL)
      ) STRICT;

      CREATE INDEX jobs_by_created ON jobs (account_id, created DESC, id DESC);
      CREATE INDEX jobs_by_policy ON jobs (account_id, policy_id, created DESC, id DESC);
      CREATE INDEX jobs_by_state ON jobs (account_id, state, created DESC, id DESC) WHERE state <> 3;
      CREATE INDEX jobs_unfinished ON jobs (created, id) WHERE state < 3;
      CREATE INDEX jobs_by_completed ON jobs (completed) WHERE completed IS NOT NULL;
      """)
}

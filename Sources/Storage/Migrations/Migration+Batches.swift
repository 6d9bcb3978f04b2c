extension Migration {
  /// INVARIANT: a batch job's end and its delivery's turning due are one transaction, as they are for jobs.
  static let batches = Migration(
    name: "010-batches",
    sql: """
      CREATE TABLE batches (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        name TEXT NOT NULL,
        policy_id BLOB NOT NULL REFERENCES policies (id),
        policy_version_id BLOB NOT NULL REFERENCES policy_versions (id),
        state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 10), -- the wire's numbers
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        ended INTEGER,
        input_file TEXT,
        input_rows INTEGER,
        input_bytes INTEGER,
        rows_done INTEGER NOT NULL,
        rows_failed INTEGER NOT NULL,
        output_bytes INTEGER NOT NULL,
        failure_code INTEGER,
        failure_message TEXT,
        CHECK ((state IN (1, 9, 10)) = (ended IS NOT NULL)),
        CHECK ((input_file IS NULL) = (input_rows IS NULL) AND (input_file IS NULL) = (input_bytes IS NULL)),
        CHECK ((failure_code IS NULL) = (failure_message IS NULL))
      ) STRICT;

      CREATE INDEX batches_by_created ON batches (account_id, created DESC, id DESC);
      CREATE INDEX batches_open ON batches (account_id, created, id) WHERE ended IS NULL;
      CREATE INDEX batches_by_ended ON batches (ended) WHERE ended IS NOT NULL;

      CREATE TRIGGER webhook_deliveries_of_ended_batches AFTER UPDATE OF ended ON batches
      WHEN NEW.ended IS NOT NULL AND OLD.ended IS NULL
      BEGIN
        UPDATE webhook_deliveries SET state = 2, due = NEW.ended, updated = NEW.ended
        WHERE subject_id = NEW.id AND state = 1 AND subject = 2;
      END;
      """)
}

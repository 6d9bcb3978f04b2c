extension Migration {
  /// A delivery refers to what it tells of without a foreign key: that may be deleted while an attempt is due.
  ///
  /// INVARIANT: a job's end and its delivery's turning due are one transaction, whatever statement ends the job; hence
  /// the trigger.
  static let webhooks = Migration(
    name: "006-webhooks",
    sql: """
      CREATE TABLE webhook_secrets (
        account_id BLOB NOT NULL REFERENCES accounts (id),
        secret BLOB NOT NULL CHECK (length(secret) BETWEEN 24 AND 64),
        created INTEGER NOT NULL,
        retired INTEGER, -- NULL for the one in use
        PRIMARY KEY (account_id, secret)
      ) STRICT;

      CREATE UNIQUE INDEX webhook_secrets_in_use ON webhook_secrets (account_id) WHERE retired IS NULL;

      CREATE TABLE webhook_deliveries (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        account_id BLOB NOT NULL REFERENCES accounts (id),
        subject INTEGER NOT NULL CHECK (subject BETWEEN 1 AND 2), -- a job, a batch job
        subject_id BLOB NOT NULL CHECK (length(subject_id) = 16),
        state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4), -- waiting, due, delivered, failed
        attempts INTEGER NOT NULL CHECK (attempts >= 0),
        due INTEGER,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        outcome TEXT,
        host TEXT NOT NULL,
        url TEXT NOT NULL,
        headers TEXT NOT NULL, -- JSON
        CHECK ((state = 2) = (due IS NOT NULL))
      ) STRICT;

      CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (subject_id) WHERE state = 1;
      -- The host and the account too: those of a receiver that has no room are passed over in the index.
      CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due, id, host, account_id) WHERE state = 2;
      CREATE INDEX webhook_deliveries_by_created ON webhook_deliveries (account_id, created DESC, id DESC);

      CREATE TRIGGER webhook_deliveries_of_ended_jobs AFTER UPDATE OF state ON jobs
      WHEN NEW.state >= 3 AND OLD.state < 3
      BEGIN
        UPDATE webhook_deliveries SET state = 2, due = NEW.completed, updated = NEW.completed
        WHERE subject_id = NEW.id AND state = 1 AND subject = 1;
      END;
      """)
}

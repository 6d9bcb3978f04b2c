extension Migration {
  static let accountLimits = Migration(
    name: "017-account-limits",
    sql: """
      -- What accounts hold themselves to, beside what the server is started with; NULL: no more than that.
      CREATE TABLE account_limits (
        account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
        reviews INTEGER CHECK (reviews > 0), -- contents a month
        key_rate INTEGER, -- contents a second
        key_burst INTEGER, -- seconds' worth
        account_rate INTEGER,
        account_burst INTEGER,
        CHECK ((key_rate IS NULL) = (key_burst IS NULL)),
        CHECK ((account_rate IS NULL) = (account_burst IS NULL))
      ) STRICT;

      CREATE TABLE review_counts (
        account_id BLOB NOT NULL REFERENCES accounts (id),
        month INTEGER NOT NULL, -- months since January of the year 0
        count INTEGER NOT NULL CHECK (count >= 0), -- contents that are evaluated, or set aside to be
        PRIMARY KEY (account_id, month)
      ) STRICT, WITHOUT ROWID;
      """)
}

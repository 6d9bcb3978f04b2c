extension Migration {
  static let policyVersionExpunging = Migration(
    name: "007-policy-version-expunging",
    sql: """
      ALTER TABLE policy_versions ADD COLUMN is_expunged INTEGER NOT NULL DEFAULT 0 CHECK (is_expunged IN (0, 1));
      """)
}

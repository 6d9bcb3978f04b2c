extension Migration {
  /// What was active before there was a history has been so since its version was made, as far as is known.
  static let policyDeployments = Migration(
    name: "014-policy-deployments",
    sql: """
      CREATE TABLE policy_deployments (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        policy_id BLOB NOT NULL REFERENCES policies (id),
        version_id BLOB NOT NULL REFERENCES policy_versions (id),
        begun INTEGER NOT NULL,
        ended INTEGER,
        user_id TEXT NOT NULL,
        key_id BLOB,
        name TEXT NOT NULL
      ) STRICT;

      CREATE INDEX policy_deployments_by_policy ON policy_deployments (policy_id, begun DESC);
      -- One version at a time.
      CREATE UNIQUE INDEX policy_deployments_open ON policy_deployments (policy_id) WHERE ended IS NULL;

      INSERT INTO policy_deployments (id, policy_id, version_id, begun, ended, user_id, key_id, name)
      SELECT randomblob(16), policies.id, policy_versions.id, policy_versions.created, NULL, '', NULL, ''
      FROM policies JOIN policy_versions ON policy_versions.id = policies.active_version_id;
      """)
}

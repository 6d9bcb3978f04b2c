/// One step of the schema's history, as data. Steps are only ever added: a database that has run one never runs it again.
struct Migration: Sendable {
  /// What the database remembers it by.
  let name: String
  let sql: String

  /// The whole history, oldest first.
  static let all: [Migration] = [
    .accounts, .keys, .policies, .jobs, .keyChanges, .webhooks, .policyVersionExpunging, .snippets, .labels, .batches,
    .contents, .labelDatasets, .figures, .policyDeployments, .users, .invites, .accountLimits, .hashLists,
    .webhookRetention,
  ]
}

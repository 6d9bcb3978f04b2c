extension Migration {
  /// What deleting by age asks for: the deliveries that have ended, and whether one of a job has not.
  static let webhookRetention = Migration(
    name: "019-webhook-retention",
    sql: """
      CREATE INDEX webhook_deliveries_by_ended ON webhook_deliveries (updated) WHERE state > 2;
      CREATE INDEX webhook_deliveries_due_of ON webhook_deliveries (subject_id) WHERE state = 2;
      """)
}

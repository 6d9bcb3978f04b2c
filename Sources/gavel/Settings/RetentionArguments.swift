internal import ArgumentParser
internal import Configuration
internal import Gateway

/// The flags of how long what was evaluated is kept.
struct RetentionArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Delete jobs so many days after they ended. (default: never)", valueName: "days"))
  var keepJobs: Int?

  @Option(
    help: ArgumentHelp("How many days contents of jobs are kept, for datasets. (default: 0, none)", valueName: "days"))
  var retainContent: Int?

  /// Nil: jobs are kept for ever.
  ///
  /// - Throws: `SettingError`.
  func keptJobDays(_ settings: Settings) throws -> Int? {
    let days = try settings.int("keepJobs", flag: keepJobs, default: 0)
    guard (0...RecordRetention.jobDayLimit).contains(days) else {
      throw SettingError("keep jobs: must be 0, for ever, or up to \(RecordRetention.jobDayLimit) days")
    }
    return days == 0 ? nil : days
  }

  /// - Throws: `SettingError`.
  func retainedDays(_ settings: Settings) throws -> Int {
    let days = try settings.int("retainContent", flag: retainContent, default: 0)
    guard ContentRetention.days.contains(days) else {
      throw SettingError("retain content: must be 0, for none, or up to \(ContentRetention.days.upperBound) days")
    }
    return days
  }
}

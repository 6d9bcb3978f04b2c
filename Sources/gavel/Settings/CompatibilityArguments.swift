internal import ArgumentParser
internal import Configuration
internal import Gateway

/// The flags of the shapes of other APIs, each of which one policy answers.
struct CompatibilityArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Answer POST /v1/moderations, as OpenAI's endpoint does, on this policy.", valueName: "key-or-id"))
  var moderationsPolicy: String?

  @Option(
    help: ArgumentHelp(
      "Answer POST /v1alpha1/comments:analyze, as the Perspective API does, on this policy.", valueName: "key-or-id"))
  var commentsPolicy: String?

  /// - Throws: `SettingError` for a name that no policy can have.
  func policies(_ settings: Settings) throws -> CompatibilityPolicies {
    CompatibilityPolicies(
      moderations: try name(settings.string("moderationsPolicy", flag: moderationsPolicy), of: "moderations policy"),
      comments: try name(settings.string("commentsPolicy", flag: commentsPolicy), of: "comments policy"))
  }

  private func name(_ name: String?, of setting: String) throws -> String? {
    guard let name else { return nil }
    guard (1...PolicyCatalog.keyBytes).contains(name.utf8.count) else {
      throw SettingError("\(setting): must be a policy's key or id")
    }
    return name
  }
}

/// Whose rules a report is about: a policy's version, a label's version, or nobody's, where they are a draft's.
package struct ReportSubject: Sendable, Hashable {
  package var policyID = ""
  package var policyKey = ""
  package var policyVersionID = ""
  package var labelID = ""
  package var labelVersionID = ""
  /// What people call it.
  package var name = ""

  /// What nobody keeps has neither ids nor a name.
  package static let draft = ReportSubject()

  package static func policy(id: String, key: String, versionID: String) -> ReportSubject {
    var subject = ReportSubject()
    subject.policyID = id
    subject.policyKey = key
    subject.policyVersionID = versionID
    subject.name = key
    return subject
  }

  package static func label(id: String, name: String, versionID: String) -> ReportSubject {
    var subject = ReportSubject()
    subject.labelID = id
    subject.labelVersionID = versionID
    subject.name = name
    return subject
  }
}

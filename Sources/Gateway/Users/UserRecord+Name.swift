internal import Foundation
internal import Storage

extension UserRecord {
  /// What to call the person: by name where one is known, else by address.
  var shownName: String {
    let name = [firstName, lastName].filter { !$0.isEmpty }.joined(separator: " ")
    return name.isEmpty ? email : name
  }
}

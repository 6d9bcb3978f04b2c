internal import Foundation
internal import Storage

extension Deployer {
  init(_ caller: Caller) {
    self.init(userID: caller.userID?.wire ?? caller.role.userID, keyID: caller.keyID)
  }
}

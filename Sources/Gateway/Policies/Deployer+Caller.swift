internal import Storage

extension Deployer {
  init(_ caller: Caller) {
    self.init(userID: caller.role.userID, keyID: caller.keyID)
  }
}

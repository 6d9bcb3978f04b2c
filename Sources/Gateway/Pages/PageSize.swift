/// How many a caller wants at once.
enum PageSize {
  /// - Parameters:
  ///   - asked: 0 where the caller does not say.
  ///   - usual: what that is then.
  /// - Throws: INVALID_ARGUMENT.
  static func checked(_ asked: Int32, usual: Int, maximum: Int) throws(GatewayError) -> Int {
    guard asked >= 0, asked <= maximum else {
      throw GatewayError(.invalidArgument, "pageSize: must be from 1 to \(maximum)")
    }
    return asked == 0 ? usual : Int(asked)
  }
}

internal import Foundation
internal import Storage
internal import SwiftProtobuf

extension Google_Protobuf_Timestamp {
  /// A moment as the store keeps it: to the microsecond, with no digits beyond.
  init(_ moment: Date) {
    let microseconds = moment.microsecondsSince1970
    let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    // A moment before 1970 counts up from the second before it.
    let isNegative = rest < 0
    self.init(
      seconds: isNegative ? seconds - 1 : seconds, nanos: Int32((isNegative ? rest + 1_000_000 : rest) * 1_000))
  }
}

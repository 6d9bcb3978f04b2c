import Foundation
import Testing

@testable import RemoteModels

@Suite struct RetryAfterTests {
  /// 06 Nov 1994 08:49:37 GMT, the date of the RFC's example.
  private let then = Date(timeIntervalSince1970: 784_111_777)

  /// Seconds, and dates as the RFC writes them; a date that has passed is no pause.
  @Test func readsBothForms() {
    #expect(RetryAfter.pause("120", at: then) == .seconds(120))
    #expect(RetryAfter.pause(" 0 ", at: then) == .seconds(0))
    #expect(RetryAfter.pause("Sun, 06 Nov 1994 08:49:57 GMT", at: then) == .seconds(20))
    #expect(RetryAfter.pause("Sun, 06 Nov 1994 08:49:17 GMT", at: then) == .seconds(0))
  }

  /// What is neither says nothing, and a number past all reason does no harm.
  @Test func ignoresTheRest() {
    for header in [nil, "", "soon", "-1", "1.5", "06/11/1994"] { #expect(RetryAfter.pause(header, at: then) == nil) }
    #expect(RetryAfter.pause("9223372036854775807", at: then) == .seconds(86_400))
    #expect(RetryAfter.pause("Fri, 31 Dec 9999 23:59:59 GMT", at: then) == .seconds(86_400))
  }
}

internal import Foundation
internal import Testing

@testable internal import Gateway

/// How much may be under way at once.
struct AccountSlotsTests {
  /// Each once, so many of an account and so many in all; what is released can be taken again.
  @Test func bounds() {
    var slots = AccountSlots(limit: 3, accountLimit: 2, refusal: "too many", repeatRefusal: "already")
    let (first, second) = (UUID(), UUID())
    let ids = (0..<4).map { _ in UUID() }
    func refusal(_ index: Int, _ account: UUID) -> String? {
      do throws(GatewayError) {
        try slots.take(ids[index], account: account)
        return nil
      } catch {
        return "\(error.code): \(error.message)"
      }
    }
    let tooMany: String? = "\(GatewayError.Code.resourceExhausted): too many"
    #expect(refusal(0, first) == nil)
    #expect(refusal(0, first) == "\(GatewayError.Code.aborted): already")
    #expect([refusal(1, first), refusal(2, first)] == [nil, tooMany])
    #expect([refusal(2, second), refusal(3, second)] == [nil, tooMany])
    #expect(slots.ids == Set(ids[..<3]))
    slots.release(ids[0])
    slots.release(ids[0])
    #expect(!slots.isTaken(ids[0]) && slots.isTaken(ids[1]))
    #expect(refusal(3, second) == nil)
    #expect(slots.ids == Set(ids[1...]))
  }
}

import Foundation
import Testing

@testable import Gateway

/// Which loads of hash lists there may be at once.
struct HashListSlotsTests {
  /// So many of an account and so many in all; one that has ended makes room.
  @Test func bounds() throws {
    var slots = HashListSlots(limit: 3, accountLimit: 2)
    let (one, two, three) = (UUID(), UUID(), UUID())
    let lists = (0..<4).map { _ in UUID() }
    try slots.take(lists[0], account: one)
    try slots.take(lists[1], account: one)
    #expect(throws: GatewayError.self) { try slots.take(lists[2], account: one) }
    try slots.take(lists[2], account: two)
    #expect(throws: GatewayError.self) { try slots.take(lists[3], account: three) }
    #expect(slots.lists == Set(lists[..<3]))
    slots.release(lists[0])
    slots.release(lists[0])
    try slots.take(lists[3], account: three)
    #expect(slots.lists == Set(lists[1...]))
  }
}

internal import Foundation
internal import Storage
internal import Testing

@testable internal import Gateway

struct DeliverySlotsTests {
  private let account = UUID()

  private var limits: WebhookLimits {
    var limits = WebhookLimits()
    (limits.deliveries, limits.perHost, limits.perAccount) = (5, 2, 3)
    return limits
  }

  private func delivery(_ host: String, account: UUID) -> WebhookDeliveryRecord {
    DeliverySample.due(account: account, url: "https://\(host)/", host: host)
  }

  /// A host takes its own places, an account the account's, and all together no more than all.
  @Test func bounds() {
    var slots = DeliverySlots(limits: limits)
    let other = UUID()
    let hanging = (0..<3).map { _ in delivery("hangs.example.com", account: account) }
    let first = hanging.map { slots.take($0) }
    #expect(first == [true, true, false])
    #expect(slots.query(now: Date())?.exceptHosts == ["hangs.example.com"])
    let second = ["a.example.com", "b.example.com"].map { slots.take(delivery($0, account: account)) }
    #expect(second == [true, false])
    #expect(slots.query(now: Date())?.exceptAccounts == [account])
    #expect(slots.free == 2)
    let third = ["c.example.com", "d.example.com"].map { slots.take(delivery($0, account: other)) }
    let last = slots.take(delivery("e.example.com", account: UUID()))
    #expect(third == [true, true] && !last)
    #expect(slots.query(now: Date()) == nil)
  }

  /// A place that is given back is free for the next, and what is under way is not taken twice.
  @Test func givesBack() throws {
    var slots = DeliverySlots(limits: limits)
    let first = delivery("a.example.com", account: account)
    let answers = [first, first].map { slots.take($0) }
    #expect(answers == [true, false])
    #expect(slots.query(now: Date())?.exceptIDs == [first.id])
    slots.leave(first.id)
    slots.leave(first.id)
    slots.leave(UUID())
    #expect(slots.isIdle && slots.free == 5)
    let query = try #require(slots.query(now: Date()))
    #expect(query.exceptIDs.isEmpty && query.exceptHosts.isEmpty && query.exceptAccounts.isEmpty)
    #expect(query.limit == 5)
  }

  /// Counts go back to nothing however takes and leaves are mixed.
  @Test func staysExact() {
    var slots = DeliverySlots(limits: WebhookLimits())
    var held: [UUID] = []
    for index in 0..<10_000 {
      if index % 3 == 2, let id = held.popLast() {
        slots.leave(id)
      } else {
        let next = delivery("\(index % 7).example.com", account: account)
        if slots.take(next) { held.append(next.id) }
      }
    }
    #expect(!held.isEmpty && slots.free == WebhookLimits().deliveries - held.count)
    for id in held { slots.leave(id) }
    let query = slots.query(now: Date())
    #expect(slots.isIdle && query?.exceptHosts.isEmpty == true && query?.exceptAccounts.isEmpty == true)
  }
}

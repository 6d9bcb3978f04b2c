internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf
internal import Testing

@testable internal import Gateway

/// Page tokens lead back to where a page ended, for their own query alone.
struct PageTokenTests {
  /// What is written is read again; any change of it is refused.
  @Test func roundTripsAndNoticesChanges() throws {
    let account = UUID()
    let token = PageToken(query: .init(), account: account)
    let cursor = PageCursor(created: Date(timeIntervalSince1970: 1_800_000_000.123456), id: UUID())
    let string = token.string(for: cursor)
    let read = try token.cursor(from: string)
    #expect(read.id == cursor.id && abs(read.created.timeIntervalSince(cursor.created)) < 1e-6)

    var accepted = 0
    for index in string.indices {
      for character in "Aa0_" where string[index] != character {
        var changed = string
        changed.replaceSubrange(index...index, with: [character])
        if (try? token.cursor(from: changed)) != nil { accepted += 1 }
      }
    }
    #expect(accepted == 0)
    let other = PageToken(query: .with { $0.status = .failed }, account: account)
    #expect(throws: GatewayError.self) { try other.cursor(from: string) }
    #expect(throws: GatewayError.self) { try PageToken(query: .init(), account: UUID()).cursor(from: string) }
  }
}

internal import Foundation
internal import Testing

@testable internal import Gateway

/// Identifiers of jobs and results.
struct TimeOrderedUUIDTests {
  /// Version and variant are RFC 9562's, the moment comes first, and no two are alike.
  @Test func followsTheStandard() {
    let moment = Date(timeIntervalSince1970: 1_645_557_742)
    let ids = (0..<1_000).map { _ in UUID.timeOrdered(at: moment).uuidString }
    #expect(Set(ids).count == ids.count)
    // The moment of the standard's own example, of which this is the beginning.
    #expect(ids.allSatisfy { $0.hasPrefix("017F22E2-79B0-7") })
    #expect(ids.allSatisfy { "89AB".contains($0[$0.index($0.startIndex, offsetBy: 19)]) })
    let later = UUID.timeOrdered(at: moment.addingTimeInterval(0.001)).uuidString
    #expect(ids.allSatisfy { $0 < later })
  }

  @Test func randomOnesAreOfVersion4() {
    let ids = (0..<1_000).map { _ in UUID.random().uuidString }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0[$0.index($0.startIndex, offsetBy: 14)] == "4" })
    #expect(ids.allSatisfy { "89AB".contains($0[$0.index($0.startIndex, offsetBy: 19)]) })
  }
}

import Foundation
import GatewayProtocol
import SwiftProtobuf
import Testing

@Suite struct WireFactsTests {
  /// What the descriptors declare, in the words of Facts/wire.txt.
  private let declared = WireFacts(of: WireDescriptors.files.filter { $0.name.hasPrefix("clavata/") })

  /// Every name, number, type and presence is the one that clients in the field were built with.
  @Test func descriptorsAreTheFactsThatClientsRelyOn() throws {
    let facts = try #require(Bundle.module.url(forResource: "wire", withExtension: "txt", subdirectory: "Facts"))
    let known = try String(contentsOf: facts, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(WireFacts.sorted(known) == WireFacts.sorted(declared.lines))
    #expect(Dictionary(grouping: known, by: WireFacts.kind).mapValues(\.count) == Self.counts)
  }

  private static let counts = ["file": 14, "message": 382, "enum": 33, "service": 12, "entry": 1456]

  /// A file comes after those it imports, so that a reader can take them in one after another.
  @Test func filesAreInTheOrderOfTheirImports() {
    var seen: Set<String> = []
    for file in WireDescriptors.files {
      #expect(seen.isSuperset(of: file.dependency), "\(file.name)")
      seen.insert(file.name)
    }
  }
}

import Foundation
import Testing

@testable import ContentIntake

@Suite struct HostileCorpusTests {
  /// Each file is refused for what is wrong with it, or is the picture that it also is.
  @Test(arguments: HostileCase.all) func isJudged(_ file: HostileCase) throws {
    let outcome = try file.outcome()
    #expect(outcome == file.expected, "it is \(outcome)")
  }

  /// No file is left out by mistake.
  @Test func isComplete() {
    #expect(HostileCase.all.count == 268)
    #expect(Set(HostileCase.all.map(\.name)).count == HostileCase.all.count)
  }

  /// All of them one after another need no more memory than the limits allow: the files, and the most that a decoder
  /// may work with. In a process of its own, since what other tests need would count too.
  @Test func needsBoundedMemory() async {
    await #expect(processExitsWith: .success) {
      let before = try #require(ProcessMemory.peak)
      for file in HostileCase.all { _ = try file.outcome() }
      let growth = try #require(ProcessMemory.peak) - before
      #expect(growth <= ImageLimits.workingMemory + 4 * ImageLimits.bytes)
      // It was measured: the largest picture is held while it is decoded.
      #expect(growth > ImageLimits.pixels)
    }
  }
}

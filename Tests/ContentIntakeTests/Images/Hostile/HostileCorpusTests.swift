import Foundation
import Testing

@testable import ContentIntake

@Suite struct HostileCorpusTests {
  /// Each file is refused for what is wrong with it, in a line of lower case, or is the picture that it also is.
  @Test(arguments: HostileCase.all) func isJudged(_ file: HostileCase) throws {
    switch try file.pictures() {
    case .success(let pictures):
      #expect(file.expected == .decoded)
      #expect(!pictures.isEmpty && pictures.allSatisfy { max($0.width, $0.height) <= 64 })
    case .failure(let error):
      #expect(file.expected == .refused(error.code), "it is refused: \(error.message)")
      #expect(error.message.count > 20 && error.message.count < 120)
      #expect(error.message.first?.isLowercase == true && error.message.last != ".")
      #expect(error.message.allSatisfy { $0.isASCII && !$0.isNewline })
    }
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
      for file in HostileCase.all { _ = try file.pictures() }
      let growth = try #require(ProcessMemory.peak) - before
      #expect(growth <= ImageLimits.workingMemory + 4 * ImageLimits.bytes)
      // It was measured: the largest picture is held while it is decoded.
      #expect(growth > ImageLimits.pixels)
    }
  }
}

import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct LetterTableTests {
  private let table = LetterTable(letters: ["a", "b"])

  private func read(_ best: [Int], probability: Float = 0.9) -> LetterTable.Reading {
    let steps = best.flatMap { best in (0..<table.count).map { $0 == best ? probability : 0.01 } }
    return steps.withUnsafeBufferPointer { table.read($0) }
  }

  /// A run of one character is one, a step without any parts two, and the space comes last.
  @Test(
    arguments: [
      ([0, 1, 1, 2, 2, 0], "ab"), ([1, 0, 1], "aa"), ([1, 3, 2], "a b"), ([], ""), ([0, 0], ""), ([2, 1, 2], "bab"),
    ] as [([Int], String)])
  func readsTheBestPath(steps: [Int], text: String) {
    #expect(read(steps).text == text)
  }

  /// The certainty is that of the steps that say something.
  @Test func certaintyIsOfWhatIsRead() {
    #expect(abs(read([0, 1, 0, 2]).certainty - 0.9) < 1e-6 && read([0, 0]).certainty == 0)
  }

  /// A letter or two are seldom writing, three mostly are; marks do not count.
  @Test(
    arguments: [
      ("abc", 0.6, true), ("abc", 0.59, false), ("ab", 0.9, true), ("ab", 0.89, false), ("a", 1, false),
      ("- ! a", 1, false), ("..,;", 1, false), ("", 0, false), ("1a 7", 0.7, true),
    ] as [(String, Float, Bool)])
  func tellsWritingFromPatterns(text: String, certainty: Float, isCertain: Bool) {
    #expect(LetterTable.Reading(text: text, certainty: certainty).isCertain == isCertain)
  }

  /// Lines end with the line feed alone, and are not trimmed.
  @Test(arguments: ["x\n\u{2028}\n\u{3000}\ny\n", "x\n\u{2028}\n\u{3000}\ny"])
  func readsTheFile(text: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "characters-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let table = try LetterTable(file)
    #expect(table.count == 6)
    let steps = [2, 3, 4].flatMap { best in (0..<6).map { $0 == best ? 1 : 0 as Float } }
    #expect(steps.withUnsafeBufferPointer { table.read($0).text } == "\u{2028}\u{3000}y")
  }
}

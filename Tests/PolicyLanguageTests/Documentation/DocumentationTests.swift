import Foundation
import PolicyLanguage
import Testing

@Suite struct DocumentationTests {
  private static func document(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/\(name)"), encoding: .utf8)
  }

  /// The policies that a document shows, and whether it shows them as wrong.
  private static func examples(in name: String) throws -> [(text: String, isWrong: Bool)] {
    try document(name).components(separatedBy: "\n```policy").dropFirst().map { block in
      let lines = block.components(separatedBy: "\n")
      let text = lines.dropFirst().prefix { $0 != "```" }.joined(separator: "\n")
      return (text, lines.first == " wrong")
    }
  }

  /// Every policy of the documents is read, or refused, as they say; an example may be rules alone.
  @Test(arguments: ["language.md", "lint.md"]) func examples(name: String) throws {
    let examples = try Self.examples(in: name)
    #expect(examples.count >= 10)
    for (text, isWrong) in examples {
      let isRulesAlone = PolicyParser.parse(text).errors.contains {
        $0.code == .emptyPolicy || $0.message.contains("LABEL, PRIORITY")
      }
      let parsed = PolicyParser.parse(isRulesAlone ? "LABEL \"l\" {\n\(text)\n}" : text)
      #expect(parsed.hasErrors == isWrong, "\(text)\n\(parsed.errors.map(\.message))")
    }
  }

  /// Every error stands in the language's table, every warning has its section, and no others do.
  @Test func codes() throws {
    let errors = try Self.document("language.md").components(separatedBy: "\n").compactMap { line in
      line.hasPrefix("| `") ? line.split(separator: "`").dropFirst().first.map(String.init) : nil
    }.filter { code in Diagnostic.Code.errors.keys.contains { $0.rawValue == code } }
    #expect(Set(errors) == Set(Diagnostic.Code.errors.keys.map(\.rawValue)))
    let sections = try Self.document("lint.md").components(separatedBy: "\n").compactMap { line in
      line.hasPrefix("## ") ? String(line.dropFirst(3)) : nil
    }
    #expect(Set(sections) == Set(Diagnostic.Code.warnings.keys.map(\.rawValue)))
  }

  /// What lint.md says to avoid is warned of by the rule of its section, and what it prefers is not.
  @Test func lintExamples() throws {
    for section in try Self.document("lint.md").components(separatedBy: "\n## ").dropFirst() {
      let code = String(section.prefix { $0 != "\n" })
      let blocks = section.components(separatedBy: "\n```policy\n").dropFirst().map {
        $0.components(separatedBy: "\n```")[0]
      }
      let warned = blocks.map { block in
        let text = block.contains("LABEL ") || block.contains("label ") ? block : "LABEL \"l\" {\n\(block)\n}"
        return PolicyParser.parse(text).warnings.contains { $0.code.rawValue == code }
      }
      #expect(warned == [true, false], "\(code)")
    }
  }
}

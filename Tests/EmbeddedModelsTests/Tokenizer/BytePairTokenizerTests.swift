import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct BytePairTokenizerTests {
  private struct Line: Decodable {
    var text: String
    var ids: [Int32]
  }

  private func tokenizer(_ contents: Data? = nil) throws -> BytePairTokenizer {
    let data = try contents ?? Fixture.data(of: "image-classifier/tokenizer.json")
    return try BytePairTokenizer(data, of: URL(filePath: "tokenizer.json"))
  }

  /// Texts in many scripts, marks, contractions and lengths have the tokens that the published tokenizer gives them.
  @Test func cutsAsPublished() throws {
    let tokenizer = try tokenizer()
    let lines = try Fixture.lines(of: "image-classifier/tokens.jsonl").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines.count > 200 && Set(lines.flatMap(\.ids)).count > 150)
    for line in lines {
      #expect(tokenizer.encode(line.text) == line.ids, "\(line.text.debugDescription)")
    }
  }

  /// A text that spells a control token gets the pieces of its letters.
  @Test func textIsNoControl() throws {
    let tokenizer = try tokenizer()
    let tokens = tokenizer.encode("<|endoftext|>")
    #expect(tokens.count > 4 && !tokens.dropLast().contains(tokens[tokens.count - 1]))
  }

  /// What is over the limit is left out, and the last token still ends the text.
  @Test(arguments: [0, 2, 3, 5, 100]) func keepsTheLimit(limit: Int) throws {
    let tokenizer = try tokenizer()
    let all = tokenizer.encode("dogs in a park, and nothing else")
    let some = tokenizer.encode("dogs in a park, and nothing else", limit: limit)
    #expect(some.count == min(max(limit, 2), all.count) && some.last == all.last)
    #expect(some.dropLast() == all.prefix(some.count - 1))
  }

  /// However long a text or a word of it is, no more is read than asked for.
  @Test func longTextsEndEarly() throws {
    let tokenizer = try tokenizer()
    #expect(tokenizer.encode(String(repeating: "ab", count: 1 << 20), limit: 77).count == 77)
    #expect(tokenizer.encode(String(repeating: "dog ", count: 1 << 18), limit: 77).count == 77)
  }

  /// A tokenizer that works otherwise is refused with what is other about it.
  @Test(
    arguments: [
      (#""NFC""#, #""NFKC""#, "`normalizer`"), (#""Removed""#, #""Isolated""#, "`pre_tokenizer`"),
      (#"|[\\p{N}]|"#, #"|[\\p{N}]+|"#, "`pre_tokenizer`"),
      (
        #""add_prefix_space":false,"trim_offsets":true"#, #""add_prefix_space":true,"trim_offsets":true"#,
        "`pre_tokenizer`"
      ),
      (#""dropout":null"#, #""dropout":0.1"#, "`dropout`"),
      (#""byte_fallback":false"#, #""byte_fallback":true"#, "`byte_fallback`"),
      (#""end_of_word_suffix":"</w>""#, #""end_of_word_suffix":"""#, "`end_of_word_suffix`"),
      (#""ignore_merges":false"#, #""ignore_merges":true"#, "`ignore_merges`"),
      (#""<|endoftext|>":"#, #""<end>":"#, "no token `<|endoftext|>`"), (#""Ā":0"#, #""Ā":-1"#, "no token `Ā`"),
      (#""vocab":{"#, #""vocab":[],"x":{"#, "not the description"),
      (#""merges":["#, #""merges":["a b c","#, "not the description"),
      (#""merges":["#, #""merges":["a zq","#, "no token"),
    ] as [(String, String, String)])
  func refusesOtherKinds(part: String, other: String, reason: String) throws {
    let text = String(decoding: try Fixture.data(of: "image-classifier/tokenizer.json"), as: UTF8.self)
    let changed = text.replacing(part, with: other, maxReplacements: 1)
    #expect(changed != text)
    let error = #expect(throws: EmbeddedModelError.self) { try tokenizer(Data(changed.utf8)) }
    #expect(error?.code == .unusable && error?.message.contains(reason) == true, "\(error?.message ?? "")")
  }

  /// Files that name the special tokens in the pattern, or write merges as pairs or as lines, mean the same.
  @Test func readsEarlierAndLaterFiles() throws {
    let text = String(decoding: try Fixture.data(of: "image-classifier/tokenizer.json"), as: UTF8.self)
    let special = text.replacing(#""'s|"#, with: #""<\\|startoftext\\|>|<\\|endoftext\\|>|'s|"#)
    var object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    var model = try #require(object["model"] as? [String: Any])
    let merges = try #require(model["merges"] as? [[String]])
    model["merges"] = merges.map { $0.joined(separator: " ") }
    object["model"] = model
    let expected = try tokenizer().encode("They're photos of dogs")
    #expect(special != text)
    for contents in [Data(special.utf8), try JSONSerialization.data(withJSONObject: object)] {
      #expect(try tokenizer(contents).encode("They're photos of dogs") == expected)
    }
  }
}

import Foundation
import Testing

@testable import RemoteModels

@Suite struct RemoteUsageTests {
  private func usage(_ json: String) throws -> ChatUsage {
    try JSONDecoder().decode(ChatUsage.self, from: Data(json.utf8))
  }

  /// Counts are summed; what a server does not say counts for nothing.
  @Test func sums() throws {
    var sum = RemoteUsage()
    sum.add(
      try usage(#"{"prompt_tokens":100,"completion_tokens":1,"prompt_tokens_details":{"cached_tokens":80}}"#))
    sum.add(try usage(#"{"prompt_tokens":10,"completion_tokens":2,"prompt_tokens_details":null}"#))
    sum.add(nil)
    #expect(sum.answers == 3 && sum.promptTokens == 110 && sum.cachedTokens == 80 && sum.completionTokens == 3)
  }

  /// A server's nonsense ends no process.
  @Test func nonsenseIsHarmless() throws {
    var sum = RemoteUsage()
    sum.add(try usage(#"{"prompt_tokens":9223372036854775807,"completion_tokens":-5}"#))
    sum.add(try usage(#"{"prompt_tokens":9223372036854775807}"#))
    #expect(sum.promptTokens == .max && sum.completionTokens == 0)
  }
}

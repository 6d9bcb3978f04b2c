import Foundation
import NIOCore
import Testing

@testable import RemoteModels

@Suite struct ChatRequestTests {
  private func body(_ way: AnswerWay, _ content: ChatRequest.Content = .text("hello")) throws -> String {
    let request = ChatRequest(model: "m", messages: [.init(role: "user", content: content)], way: way)
    return String(buffer: try RemoteEndpoint.body(of: request))
  }

  /// One token, its alternatives, and no chance.
  @Test func asksForLogProbabilities() throws {
    #expect(
      try body(.logProbabilities) == """
        {"logprobs":true,"max_tokens":1,"messages":[{"content":"hello","role":"user"}],"model":"m","temperature":0,\
        "top_logprobs":20}
        """)
  }

  /// A number from 0 to 1 in an object that has nothing else.
  @Test func asksForAnObject() throws {
    #expect(
      try body(.structured) == """
        {"max_tokens":64,"messages":[{"content":"hello","role":"user"}],"model":"m",\
        "response_format":{"json_schema":{"name":"judgement","schema":{"additionalProperties":false,\
        "properties":{"probability":{"maximum":1,"minimum":0,"type":"number"}},"required":["probability"],\
        "type":"object"},"strict":true},"type":"json_schema"},"temperature":0}
        """)
  }

  /// An image is a part beside texts.
  @Test func writesParts() throws {
    let body = try body(.logProbabilities, .parts([.text("a"), .image(url: "data:image/png;base64,AA==")]))
    #expect(
      body.contains(
        """
        "content":[{"text":"a","type":"text"},{"image_url":{"url":"data:image/png;base64,AA=="},"type":"image_url"}]
        """))
  }
}

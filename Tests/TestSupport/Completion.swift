internal import Foundation

/// Answers as servers write them.
package enum Completion {
  /// With the likeliest first tokens and the logarithms of these probabilities.
  package static func tokens(_ probabilities: [(String, Double)], usage: [String: Int]? = nil) -> String {
    let alternatives = probabilities.map { ["token": $0.0, "logprob": log($0.1)] as [String: Any] }
    let position = ["token": "Yes", "logprob": -0.1, "top_logprobs": alternatives] as [String: Any]
    return completion(
      ["message": ["role": "assistant", "content": "Yes"], "logprobs": ["content": [position]]], usage: usage)
  }

  package static func yes(_ probability: Double) -> String {
    tokens([("Yes", probability), ("No", 1 - probability)])
  }

  /// Without log-probabilities, as a server answers that does not know them.
  package static func text(_ text: String) -> String {
    completion(["message": ["role": "assistant", "content": text]], usage: nil)
  }

  private static func completion(_ choice: [String: Any], usage: [String: Int]?) -> String {
    var object: [String: Any] = ["object": "chat.completion", "choices": [choice]]
    object["usage"] = usage
    let data = try? JSONSerialization.data(withJSONObject: object)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

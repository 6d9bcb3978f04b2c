extension RemoteEndpoint {
  /// How likely the answer to a question about a content is yes.
  ///
  /// - Throws: `RemoteModelError`, `CancellationError`.
  func probability(
    of question: SignalQuestion, about prompt: ContentPrompt, in slot: RequestSlot,
    until deadline: ContinuousClock.Instant
  ) async throws -> Double {
    let choice = way
    if choice.way == .structured {
      return try await structuredProbability(of: question, about: prompt, in: slot, until: deadline)
    }
    do {
      let answer = try await answer(to: request(question, prompt, .logProbabilities), in: slot, until: deadline)
      if let tokens = answer.firstTokens {
        found(.logProbabilities)
        return try YesNoProbability.probability(of: tokens)
      }
    } catch let refusal as RemoteModelError where !choice.isFound && refusal.mayConcernTheForm {
      return try await secondTry(at: question, about: prompt, in: slot, until: deadline, refusal)
    }
    found(.structured)
    return try await structuredProbability(of: question, about: prompt, in: slot, until: deadline)
  }

  /// Some servers refuse a request that asks for log-probabilities, rather than leave them out.
  ///
  /// - Parameter refusal: thrown where the other form is refused too: then it was not the form.
  private func secondTry(
    at question: SignalQuestion, about prompt: ContentPrompt, in slot: RequestSlot,
    until deadline: ContinuousClock.Instant, _ refusal: RemoteModelError
  ) async throws -> Double {
    do {
      let probability = try await structuredProbability(of: question, about: prompt, in: slot, until: deadline)
      found(.structured)
      return probability
    } catch is RemoteModelError {
      throw refusal
    }
  }

  private func structuredProbability(
    of question: SignalQuestion, about prompt: ContentPrompt, in slot: RequestSlot,
    until deadline: ContinuousClock.Instant
  ) async throws -> Double {
    let answer = try await answer(to: request(question, prompt, .structured), in: slot, until: deadline)
    return try StructuredProbability.probability(in: answer.choice.message.content)
  }

  private func request(_ question: SignalQuestion, _ prompt: ContentPrompt, _ way: AnswerWay) -> ChatRequest {
    ChatRequest(model: configuration.model, messages: prompt.messages(asking: question, way), way: way)
  }
}

extension RemoteModelError {
  fileprivate var mayConcernTheForm: Bool { code == .refused(status: 400) || code == .refused(status: 422) }
}

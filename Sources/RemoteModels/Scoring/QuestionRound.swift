/// All the questions about one content: the first ahead, the others together, and an end to it all.
///
/// The first goes alone, so that the server's cache holds the content before the others come, and so that a server that
/// cannot answer is asked once and not fifty times.
struct QuestionRound: Sendable {
  typealias Answer = Result<Double, RemoteModelError>

  let endpoint: RemoteEndpoint
  let prompt: ContentPrompt

  private enum Event: Sendable {
    /// - answer: nil where the question was cancelled.
    case answered(Int, Answer?)
    case timeIsUp
  }

  /// - Returns: one answer for each question, in their order.
  func answers(to questions: [SignalQuestion]) async throws(CancellationError) -> [Answer] {
    let time = endpoint.configuration.limits.content
    let deadline = endpoint.timing.now() + time
    let answers = await withTaskGroup(of: Event.self) { group in
      var answers = [Answer](repeating: .failure(.contentTimedOut), count: questions.count)
      var waiting = questions.indices
      var open = 0
      group.addTask {
        try? await endpoint.timing.wait(time)
        return .timeIsUp
      }
      func begin(upTo width: Int) {
        while open < width, let place = waiting.popFirst() {
          open += 1
          group.addTask { await .answered(place, ask(questions[place], until: deadline)) }
        }
      }
      begin(upTo: 1)
      while open > 0, let event = await group.next() {
        switch event {
        case .timeIsUp:
          waiting = waiting.suffix(0)
          group.cancelAll()
        case .answered(let place, let answer):
          open -= 1
          guard let answer else { continue }
          answers[place] = answer
          if place == 0, case .failure(let error) = answer, error.concernsWholeContent {
            for place in waiting { answers[place] = answer }
            waiting = waiting.suffix(0)
          }
          begin(upTo: endpoint.limiter.slots)
        }
      }
      group.cancelAll()
      return answers
    }
    if Task.isCancelled { throw CancellationError() }
    return answers
  }

  private func ask(_ question: SignalQuestion, until deadline: ContinuousClock.Instant) async -> Answer? {
    do {
      return .success(try await endpoint.probability(of: question, about: prompt, until: deadline))
    } catch let error as RemoteModelError {
      return .failure(error)
    } catch {
      return nil
    }
  }
}

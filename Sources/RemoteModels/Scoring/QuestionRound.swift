/// All the questions about one content: the first ahead, the others after it, and an end to it all.
///
/// The first goes alone, so that the server's cache holds the content before the others come, and so that a server that
/// cannot answer is asked once and not fifty times. The others follow in the slot that the first had, and beside it in
/// slots that nobody waits for. Some servers keep one prefix a slot: were the contents to take turns at every question,
/// each of them would be read anew for each.
struct QuestionRound: Sendable {
  typealias Answer = Result<Double, RemoteModelError>

  let endpoint: RemoteEndpoint
  let prompt: ContentPrompt
  /// Where it waits for its turn.
  let lane: SlotQueue.Lane

  /// Questions in one slot before other contents have their turn, so that a long policy does not keep them waiting.
  static let questionsInARow = 16

  private enum Event: Sendable {
    /// - answer: nil where the question was cancelled.
    case answered(Int, Answer?, RequestSlot)
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
      let ownSlot = RequestSlot(of: endpoint.limiter, for: lane)
      var asked = 0
      func begin(in slot: RequestSlot) {
        guard let place = waiting.popFirst() else { return slot.giveBack() }
        open += 1
        group.addTask { await .answered(place, ask(questions[place], in: slot, until: deadline), slot) }
      }
      begin(in: ownSlot)
      while open > 0, let event = await group.next() {
        switch event {
        case .timeIsUp:
          waiting = waiting.suffix(0)
          group.cancelAll()
        case .answered(let place, let answer, let slot):
          open -= 1
          guard let answer else {
            slot.giveBack()
            continue
          }
          answers[place] = answer
          if place == 0, case .failure(let error) = answer, error.concernsWholeContent {
            for place in waiting { answers[place] = answer }
            waiting = waiting.suffix(0)
          }
          if slot === ownSlot {
            asked += 1
            if asked.isMultiple(of: Self.questionsInARow) { slot.giveBack() }
            begin(in: slot)
          } else {
            slot.giveBack()
          }
          while !waiting.isEmpty, let slot = endpoint.limiter.freeSlot(for: lane) { begin(in: slot) }
        }
      }
      group.cancelAll()
      return answers
    }
    if Task.isCancelled { throw CancellationError() }
    return answers
  }

  private func ask(
    _ question: SignalQuestion, in slot: RequestSlot, until deadline: ContinuousClock.Instant
  ) async -> Answer? {
    do {
      return .success(try await endpoint.probability(of: question, about: prompt, in: slot, until: deadline))
    } catch let error as RemoteModelError {
      return .failure(error)
    } catch {
      return nil
    }
  }
}

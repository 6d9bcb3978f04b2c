import Testing

@testable import EmbeddedModels

@Suite struct InferencePoolTests {
  /// Answers come in the order of the sequences, whatever batches they were in; nothing has an answer at once.
  @Test func answersInOrder() async throws {
    let models = GatedModels()
    models.open()
    let pool = InferencePool(sessions: [models])
    let sequences: [[Int32]] = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [2], [3, 4], [1, 2, 3, 4, 5, 6, 7, 8, 7]]
    let encoded = try await pool.encode(sequences)
    #expect(encoded == sequences.map { TokenVectors(count: $0.count, values: $0.map(Float.init)) })
    #expect(try await pool.encode([]) == [])
  }

  /// A content's logits are put together from its parts, and those of the rows of zeros left out.
  @Test func scoresInParts() async throws {
    let models = GatedModels()
    models.open()
    let pool = InferencePool(sessions: [models])
    let windows = WindowVectors((1...70).map { TokenVectors(count: 3, values: [Float($0), 0, 0]) })
    let signals = SignalMatrix((1...300).map { [Float($0)] })
    let logits = try await pool.score(windows, against: signals)
    #expect(models.tasks.count > 2)
    for (window, signal) in [(0, 0), (0, 299), (69, 0), (69, 299), (34, 255), (35, 256)] {
      #expect(logits[window, signal] == Double((window + 1) * (signal + 1)))
    }
    #expect(try await pool.score(WindowVectors([]), against: signals) == Logits(windows: 0, signals: 300, parts: []))
  }

  /// What is no number is a failure of the model, never a score.
  @Test func refusesWhatIsNoNumber() async {
    let models = GatedModels()
    models.open()
    let windows = WindowVectors([TokenVectors(count: 1, values: [.nan])])
    await #expect(throws: EmbeddedModelError.self) {
      try await InferencePool(sessions: [models]).score(windows, against: SignalMatrix([[1]]))
    }
  }

  /// A caller that is cancelled while it waits leaves at once, and its work is not done.
  @Test func cancelledWorkIsDropped() async throws {
    let models = GatedModels()
    let pool = InferencePool(sessions: [models])
    let running = Task { try await pool.encode([[1]]) }
    for await _ in models.begun { break }
    let waiting = Task { try await pool.encode([[2]]) }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    models.open()
    #expect(try await running.value == [TokenVectors(count: 1, values: [1])])
    _ = try await pool.encode([[3]])
    #expect(models.tasks == [.encode([[1]]), .encode([[3]])])
  }

  /// A call that is cancelled once it is known to the pool ends with it, and later answers to it are ignored.
  @Test func cancelEndsAKnownCall() async {
    let state = PoolState(workers: 0, limits: .init())
    await #expect(throws: CancellationError.self) {
      _ = try await withCheckedThrowingContinuation { continuation in
        state.submit(PoolCall(.encoding([[1]]), continuation), as: 1)
        state.cancel(1)
        state.cancel(1)
      }
    }
  }

  /// When the queue and the places to wait for it are full, one more is refused and the others are served.
  @Test func refusesWhenFull() async throws {
    let models = GatedModels()
    let pool = InferencePool(sessions: [models], limits: .init(queuedSequences: 1, waitingCalls: 1))
    let running = Task { try await pool.encode([[9]]) }
    for await _ in models.begun { break }
    let codes = await withTaskGroup(of: EmbeddedModelError.Code?.self) { group in
      for token in 1...3 as ClosedRange<Int32> {
        group.addTask {
          do {
            _ = try await pool.encode([[token]])
            return nil
          } catch { return (error as? EmbeddedModelError)?.code }
        }
      }
      var codes: [EmbeddedModelError.Code?] = []
      for await code in group {
        codes.append(code)
        models.open()
      }
      return codes
    }
    _ = try await running.value
    #expect(codes == [.overloaded, nil, nil])
  }

  /// A batch that fails fails its callers, with what the model said, and the thread goes on.
  @Test func failureReachesTheCallers() async {
    let error = EmbeddedModelError(.inferenceFailed, "no")
    let models = GatedModels(error: error)
    models.open()
    let pool = InferencePool(sessions: [models])
    for _ in 0..<2 { await #expect(throws: error) { try await pool.encode([[1], [1, 2, 3, 4, 5, 6, 7, 8, 9]]) } }
  }

  /// Stopping ends those that wait, and all that come after; what is being computed is finished for nobody.
  @Test func stopEndsAll() async {
    let models = GatedModels()
    let pool = InferencePool(sessions: [models])
    let running = Task { try await pool.encode([[1]]) }
    for await _ in models.begun { break }
    pool.stop()
    models.open()
    for call in [running, Task { try await pool.encode([[2]]) }] {
      let error = await #expect(throws: EmbeddedModelError.self) { try await call.value }
      #expect(error?.code == .stopped)
    }
  }

  /// Sequences that the model cannot take are refused before they are queued.
  @Test(arguments: [[], Array(repeating: 1, count: 257)] as [[Int32]])
  func refusesImpossibleSequences(sequence: [Int32]) async {
    let pool = InferencePool(sessions: [])
    await #expect(throws: EmbeddedModelError.self) { try await pool.encode([sequence]) }
  }
}

import Testing

@testable import EmbeddedModels

@Suite struct InferencePoolTests {
  /// Answers come in the order of the sequences, whatever batches they were in; nothing has an answer at once.
  @Test func answersInOrder() async throws {
    let encoder = GatedEncoder()
    encoder.open()
    let pool = InferencePool(encoders: [encoder])
    let sequences: [[Int32]] = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [2], [3, 4], [1, 2, 3, 4, 5, 6, 7, 8, 7]]
    let embeddings = try await pool.embed(sequences)
    #expect(embeddings == sequences.map { Embedding($0.map(Float.init)) })
    #expect(try await pool.embed([]) == [])
  }

  /// A caller that is cancelled while it waits leaves at once, and its work is not done.
  @Test func cancelledWorkIsDropped() async throws {
    let encoder = GatedEncoder()
    let pool = InferencePool(encoders: [encoder])
    let running = Task { try await pool.embed([[1]]) }
    for await _ in encoder.begun { break }
    let waiting = Task { try await pool.embed([[2]]) }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    encoder.open()
    #expect(try await running.value == [Embedding([1])])
    _ = try await pool.embed([[3]])
    #expect(encoder.encoded == [[1], [3]])
  }

  /// A call that is cancelled once it is known to the pool ends with it, and later answers to it are ignored.
  @Test func cancelEndsAKnownCall() async {
    let state = PoolState(workers: 0, limits: .init())
    await #expect(throws: CancellationError.self) {
      _ = try await withCheckedThrowingContinuation { continuation in
        state.submit(PoolCall([[1]], continuation), as: 1)
        state.cancel(1)
        state.cancel(1)
      }
    }
  }

  /// When the queue and the places to wait for it are full, one more is refused and the others are served.
  @Test func refusesWhenFull() async throws {
    let encoder = GatedEncoder()
    let pool = InferencePool(encoders: [encoder], limits: .init(queuedSequences: 1, waitingCalls: 1))
    let running = Task { try await pool.embed([[9]]) }
    for await _ in encoder.begun { break }
    let codes = await withTaskGroup(of: EmbeddedModelError.Code?.self) { group in
      for token in 1...3 as ClosedRange<Int32> {
        group.addTask {
          do {
            _ = try await pool.embed([[token]])
            return nil
          } catch { return (error as? EmbeddedModelError)?.code }
        }
      }
      var codes: [EmbeddedModelError.Code?] = []
      for await code in group {
        codes.append(code)
        encoder.open()
      }
      return codes
    }
    _ = try await running.value
    #expect(codes == [.overloaded, nil, nil])
  }

  /// A batch that fails fails its callers, with what the encoder said, and the thread goes on.
  @Test func failureReachesTheCallers() async {
    let error = EmbeddedModelError(.inferenceFailed, "no")
    let encoder = GatedEncoder(error: error)
    encoder.open()
    let pool = InferencePool(encoders: [encoder])
    for _ in 0..<2 { await #expect(throws: error) { try await pool.embed([[1], [1, 2, 3, 4, 5, 6, 7, 8, 9]]) } }
  }

  /// Stopping ends those that wait, and all that come after; what is being encoded is finished for nobody.
  @Test func stopEndsAll() async {
    let encoder = GatedEncoder()
    let pool = InferencePool(encoders: [encoder])
    let running = Task { try await pool.embed([[1]]) }
    for await _ in encoder.begun { break }
    pool.stop()
    encoder.open()
    for call in [running, Task { try await pool.embed([[2]]) }] {
      let error = await #expect(throws: EmbeddedModelError.self) { try await call.value }
      #expect(error?.code == .stopped)
    }
  }

  /// Sequences that the model cannot take are refused before they are queued.
  @Test(arguments: [[], Array(repeating: 1, count: 257)] as [[Int32]])
  func refusesImpossibleSequences(sequence: [Int32]) async {
    let pool = InferencePool(encoders: [])
    await #expect(throws: EmbeddedModelError.self) { try await pool.embed([sequence]) }
  }
}

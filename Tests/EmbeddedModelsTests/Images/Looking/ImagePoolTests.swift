import SignalScoring
import Testing

@testable import EmbeddedModels

@Suite struct ImagePoolTests {
  private func image(_ hash: String, pictures: UInt8 = 1) -> ImageContent {
    GatedImages.image(hash, pictures: pictures)
  }

  /// An image is decoded once for all that is asked of it, each of its pictures is looked at, and each aspect said.
  @Test func looksAtEachPicture() async throws {
    let session = GatedImages()
    session.open()
    let pool = ImagePool(sessions: [session])
    let seen = try await pool.look(at: image("a", pictures: 2), for: [.nudity, .writing])
    #expect(
      seen.findings == [.nudity: [.scores([1, 2]), .scores([2, 2])], .writing: [.writing("1"), .writing("2")]])
    #expect(session.tasks == [.decode("a"), .look(.nudity), .look(.nudity), .look(.writing), .look(.writing)])
  }

  /// What is known of an image is not looked at again, nor the image decoded for it; what is not known is.
  @Test func keepsWhatItFound() async throws {
    let session = GatedImages()
    session.open()
    let pool = ImagePool(sessions: [session])
    _ = try await pool.look(at: image("a"), for: [.classes])
    let tasks = session.tasks
    #expect(try await pool.look(at: image("a"), for: [.classes]).findings[.classes] == [.scores([1, 0])])
    #expect(session.tasks == tasks)
    let both = try await pool.look(at: image("a"), for: [.classes, .objects])
    #expect(both.findings.count == 2 && session.tasks == tasks + [.decode("a"), .look(.objects)])
  }

  /// A caller has its answer as soon as all it wants is known, though others want more of the same image; what is found
  /// meanwhile is not looked for again.
  @Test func answersEarly() async throws {
    let session = GatedImages()
    let pool = ImagePool(sessions: [session])
    let first = Task { try await pool.look(at: image("a"), for: [.classes]) }
    var begun = session.begun.makeAsyncIterator()
    await begun.next()
    let second = Task { try await pool.look(at: image("a"), for: [.classes, .writing]) }
    let third = Task { try await pool.look(at: image("b"), for: [.classes]) }
    session.open(times: 2)
    #expect(try await first.value.findings.keys.sorted() == [.classes])
    session.open()
    #expect(try await second.value.findings.count == 2)
    _ = try await third.value
    #expect(session.tasks.filter { $0 == .look(.classes) }.count == 2)
  }

  /// A caller that is cancelled while it waits leaves at once, and its image is not looked at.
  @Test func cancelledCallersLeave() async throws {
    let session = GatedImages()
    let pool = ImagePool(sessions: [session])
    let running = Task { try await pool.look(at: image("a"), for: [.classes]) }
    for await _ in session.begun { break }
    let waiting = Task { try await pool.look(at: image("b"), for: [.classes]) }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    session.open()
    _ = try await running.value
    _ = try await pool.look(at: image("c"), for: [.classes])
    #expect(session.tasks == [.decode("a"), .look(.classes), .decode("c"), .look(.classes)])
  }

  /// Of an image in work, what nobody waits for any more is not begun.
  @Test func dropsWhatNobodyWaitsFor() async throws {
    let session = GatedImages()
    let pool = ImagePool(sessions: [session])
    let running = Task { try await pool.look(at: image("a"), for: [.classes, .writing]) }
    for await _ in session.begun { break }
    running.cancel()
    await #expect(throws: CancellationError.self) { try await running.value }
    session.open()
    _ = try await pool.look(at: image("b"), for: [.classes])
    #expect(!session.tasks.contains(.look(.writing)))
  }

  /// When as many wait as may, one more is refused and the others are served.
  @Test func refusesWhenFull() async throws {
    let session = GatedImages()
    let pool = ImagePool(sessions: [session], waitingCalls: 1)
    let running = Task { try await pool.look(at: image("a"), for: [.classes]) }
    for await _ in session.begun { break }
    let codes = await withTaskGroup(of: EmbeddedModelError.Code?.self) { group in
      for hash in ["b", "c", "d"] {
        group.addTask {
          do {
            _ = try await pool.look(at: image(hash), for: [.classes])
            return nil
          } catch { return (error as? EmbeddedModelError)?.code }
        }
      }
      var codes: [EmbeddedModelError.Code?] = []
      for await code in group {
        codes.append(code)
        if codes.count == 2 { session.open() }
      }
      return codes
    }
    _ = try await running.value
    #expect(codes == [.overloaded, .overloaded, nil])
  }

  /// An aspect that cannot be looked at is told as such, does not keep the others from being told, and is tried again.
  @Test func tellsFailures() async throws {
    let failure = EmbeddedModelError(.inferenceFailed, "no")
    let session = GatedImages(failures: [.classes: failure])
    session.open()
    let pool = ImagePool(sessions: [session])
    for _ in 0..<2 {
      let seen = try await pool.look(at: image("a"), for: [.classes, .objects])
      #expect(seen.failures == [.classes: failure] && seen.findings[.objects] != nil)
    }
    #expect(session.tasks.filter { $0 == .look(.classes) }.count == 2)
  }

  /// An image that cannot be decoded fails for all that is asked of it, and is tried once.
  @Test func tellsWhatCannotBeDecoded() async throws {
    let session = GatedImages()
    session.open()
    let pool = ImagePool(sessions: [session])
    let seen = try await pool.look(at: image("a", pictures: 0), for: [.classes, .writing])
    #expect(seen.failures.mapValues(\.code) == [.classes: .undecodable, .writing: .undecodable])
    #expect(session.tasks == [.decode("a")])
  }

  /// Stopping ends those that wait, and all that come after.
  @Test func stopEndsAll() async {
    let session = GatedImages()
    let pool = ImagePool(sessions: [session])
    let running = Task { try await pool.look(at: image("a"), for: [.classes]) }
    for await _ in session.begun { break }
    pool.stop()
    session.open()
    for call in [running, Task { try await pool.look(at: image("b"), for: [.classes]) }] {
      let error = await #expect(throws: EmbeddedModelError.self) { try await call.value }
      #expect(error?.code == .stopped)
    }
  }
}

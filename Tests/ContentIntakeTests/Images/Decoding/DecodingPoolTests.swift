import Foundation
import Testing

@testable import ContentIntake

@Suite struct DecodingPoolTests {
  private static func pool(_ gate: Gate, threads: Int, waiting: Int) -> DecodingPool {
    DecodingPool(threads: threads, waiting: waiting) { work throws(ImageError) in gate.decode(work) }
  }

  private static func header() throws -> ImageHeader { try ImageHeader(ImageFixture.data(of: "rgb.png")) }

  private static func decode(_ side: Int, in pool: DecodingPool) -> Task<[Picture], any Error> {
    Task { try await pool.decode(Data(), header: header(), longestSide: side) }
  }

  /// Pictures and errors come out of the pool as the decoder makes them.
  @Test func decodes() async throws {
    let pool = DecodingPool()
    let bytes = try ImageFixture.data(of: "rgb.png")
    let header = try ImageHeader(bytes)
    #expect(try await pool.decode(bytes, header: header, longestSide: 48) == [Pattern().picture])
    let error = await #expect(throws: ImageError.self) {
      try await pool.decode(bytes.dropLast(30), header: header, longestSide: 48)
    }
    #expect(error?.code == .invalid)
  }

  /// Many callers each get their own picture, and no more are decoded at once than there are threads.
  @Test func keepsToItsThreads() async throws {
    let gate = Gate()
    let pool = Self.pool(gate, threads: 3, waiting: 100)
    gate.open(times: 100)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for side in 0..<100 {
        group.addTask {
          try await pool.decode(Data(), header: Self.header(), longestSide: side)[0].rgb[0] == UInt8(side)
        }
      }
      for try await isOwn in group { #expect(isOwn) }
    }
    #expect(gate.begun.sorted() == Array(0..<100))
    #expect(gate.most <= 3)
  }

  /// Where as many wait as may, the next is refused, and taken again once there is room.
  @Test func refusesWhatIsTooMuch() async throws {
    let gate = Gate()
    let pool = Self.pool(gate, threads: 1, waiting: 0)
    let first = Self.decode(1, in: pool)
    await gate.hasBegun(1)
    let error = await #expect(throws: ImageError.self) { try await Self.decode(2, in: pool).value }
    #expect(error?.code == .overloaded)
    gate.open(times: 2)
    #expect(try await first.value[0].rgb[0] == 1)
    #expect(try await Self.decode(3, in: pool).value[0].rgb[0] == 3)
    #expect(gate.begun == [1, 3])
  }

  /// A caller that is cancelled leaves at once, be its picture begun or not; one that waits is then never begun.
  @Test func letsCallersLeave() async throws {
    let gate = Gate()
    let pool = Self.pool(gate, threads: 1, waiting: 8)
    let begun = Self.decode(1, in: pool)
    await gate.hasBegun(1)
    let waiting = Self.decode(2, in: pool)
    while pool.waitingCount == 0 { await Task.yield() }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    begun.cancel()
    await #expect(throws: CancellationError.self) { try await begun.value }
    gate.open(times: 2)
    #expect(try await Self.decode(3, in: pool).value[0].rgb[0] == 3)
    #expect(gate.begun == [1, 3])
  }

  /// A pool that is stopped tells those who wait and those who come, and begins nothing more.
  @Test func stops() async throws {
    let gate = Gate()
    let pool = Self.pool(gate, threads: 1, waiting: 8)
    let begun = Self.decode(1, in: pool)
    await gate.hasBegun(1)
    let waiting = Self.decode(2, in: pool)
    while pool.waitingCount == 0 { await Task.yield() }
    pool.stop()
    for caller in [begun, waiting, Self.decode(3, in: pool)] {
      let error = await #expect(throws: ImageError.self) { try await caller.value }
      #expect(error?.code == .stopped)
    }
    gate.open(times: 2)
    #expect(gate.begun == [1])
  }
}

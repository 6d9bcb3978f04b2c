internal import NIOPosix
internal import Synchronization

/// The system's resolver (`getaddrinfo`): its hosts file, its name servers, its search domains.
///
/// It blocks, for half a minute where no name server answers, and cannot be stopped. So it runs on a few threads of its
/// own, one set for the process; who waits may leave at any time, and what nobody waits for any more is not begun.
package struct SystemResolver: Resolver {
  package static let longestQueue = 512

  package struct Overloaded: Error {}

  private static let threads: NIOThreadPool = {
    let pool = NIOThreadPool(numberOfThreads: 8)
    pool.start()
    return pool
  }()
  private static let pending = Mutex(0)

  package init() {}

  package func addresses(of name: String) async throws -> [IPAddress] {
    let lookup = PendingLookup()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        lookup.await(continuation)
        Self.begin(lookup, name)
      }
    } onCancel: {
      lookup.end(.failure(CancellationError()))
    }
  }

  private static func begin(_ lookup: PendingLookup, _ name: String) {
    let isAdmitted = pending.withLock { pending in
      guard pending < longestQueue else { return false }
      pending += 1
      return true
    }
    guard isAdmitted else { return lookup.end(.failure(Overloaded())) }
    threads.submit { _ in
      defer { pending.withLock { $0 -= 1 } }
      if !lookup.hasEnded { lookup.end(.success(SystemLookup.addresses(of: name))) }
    }
  }
}

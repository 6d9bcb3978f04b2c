internal import ContentIntake
internal import Foundation
internal import Logging
internal import Storage
internal import Synchronization

/// The accounts' lists of known images in memory: read when the first image of an account comes, or before, and held
/// from then on.
final class AccountHashLists: KnownImageSource {
  /// An account's lists by their names.
  private struct Lists {
    struct Held {
      var id: UUID
      /// Nil where its file cannot be read.
      var list: KnownImageList?
    }

    var held: [String: Held] = [:] {
      didSet {
        usable = held.values.compactMap(\.list)
        isWhole = usable.count == held.count
      }
    }
    private(set) var usable: [KnownImageList] = []
    private(set) var isWhole = true

    /// - Throws: UNAVAILABLE where one cannot be read: without it an image might pass that is on it.
    func checked() throws(GatewayError) -> [KnownImageList] {
      guard isWhole else {
        throw GatewayError(.unavailable, "a list of known images cannot be read, and no image is taken in without it")
      }
      return usable
    }
  }

  private enum State {
    case reading(Task<Lists, any Error>)
    case ready(Lists)
  }

  private let store: any Store
  private let files: HashListFiles
  private let queue: SerialQueue
  private let logger: Logger
  /// By the accounts' ids, as `ContentIntake` is told them.
  private let accounts = Mutex<[String: State]>([:])

  /// - Parameter queue: where lists are read.
  init(store: any Store, files: HashListFiles, queue: SerialQueue, logger: Logger) {
    self.store = store
    self.files = files
    self.queue = queue
    self.logger = logger
  }

  func lists(for caller: String) async throws -> [KnownImageList] {
    if case .ready(let lists)? = accounts.withLock({ $0[caller] }) { return try lists.checked() }
    guard let account = UUID(uuidString: caller) else { return [] }
    return try await read(account, caller).checked()
  }

  /// Sees to it that an account's lists are in memory, as far as they can be read.
  ///
  /// - Throws: where the store cannot be reached.
  func prepare(_ account: UUID) async throws {
    if case .ready? = accounts.withLock({ $0[account.wire] }) { return }
    _ = try await read(account, account.wire)
  }

  /// Puts a list in the place of the one of its name. INVARIANT: the account was prepared.
  func set(_ list: KnownImageList, id: UUID, account: UUID) {
    change(account) { $0[list.name] = Lists.Held(id: id, list: list) }
  }

  /// INVARIANT: the account was prepared.
  func remove(_ name: String, account: UUID) { change(account) { $0[name] = nil } }

  private func change(_ account: UUID, _ body: (inout [String: Lists.Held]) -> Void) {
    accounts.withLock { accounts in
      guard case .ready(var lists)? = accounts[account.wire] else { return }
      body(&lists.held)
      accounts[account.wire] = .ready(lists)
    }
  }

  /// Reads an account's lists once, however many ask for them.
  private func read(_ account: UUID, _ key: String) async throws -> Lists {
    let task = accounts.withLock { accounts in
      switch accounts[key] {
      case .ready(let lists): return Task<Lists, any Error> { lists }
      case .reading(let task): return task
      case nil:
        let task = Task { try await readFiles(of: account) }
        accounts[key] = .reading(task)
        return task
      }
    }
    let result = await task.result
    accounts.withLock { accounts in
      guard case .reading(let current)? = accounts[key], current == task else { return }
      // What failed for the moment is tried again with the next image.
      accounts[key] = (try? result.get()).map(State.ready)
    }
    return try result.get()
  }

  private func readFiles(of account: UUID) async throws -> Lists {
    var lists = Lists()
    for record in try await store.hashLists(account: account) {
      var list: KnownImageList?
      do {
        list = try await queue.run { [files] in
          try KnownImageList(
            kept: files.place(of: record.id), name: record.name, distance: record.distance,
            counts: .init(record.counts))
        }
      } catch {
        let reason = (error as? KnownImageListError)?.message ?? "it cannot be read"
        logger.error(
          "a hash list cannot be read: images of its account are refused until it is loaded again or removed",
          metadata: ["account": "\(account.wire)", "list": "\(record.name)", "reason": "\(reason)"])
      }
      lists.held[record.name] = Lists.Held(id: record.id, list: list)
    }
    return lists
  }
}

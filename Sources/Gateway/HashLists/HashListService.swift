package import ContentIntake
package import Foundation
package import GatewayProtocol
package import Logging
package import Storage
internal import SwiftProtobuf
internal import Synchronization

/// An account's own lists of known images: loaded, listed, removed.
///
/// A load is read as it comes, its entries put aside on the disk; then the list is made, one at a time in the whole
/// server, and kept: first its file, then its record in the place of the one before, then in memory. Whatever ends the
/// server in between leaves one of the two lists whole, and at most files that nothing names.
package struct HashListService: Sendable {
  private let store: any Store
  private let files: HashListFiles
  private let options: HashListOptions
  private let now: @Sendable () -> Date
  private let pause: @Sendable (Duration) async throws -> Void
  private let logger: Logger
  private let lists: AccountHashLists
  private let loads: HashListLoads
  /// Where files are read.
  private let reading: SerialQueue
  /// Where lists are made: what that takes beside the list is there once.
  private let making: SerialQueue
  /// INVARIANT: what is kept and what is in memory change together, one change after the other.
  private let changes = TurnTaking()

  /// - Parameter pause: waits until a load has taken too long.
  package init(
    store: any Store, options: HashListOptions, now: @escaping @Sendable () -> Date,
    pause: @escaping @Sendable (Duration) async throws -> Void, logger: Logger
  ) {
    self.store = store
    self.options = options
    self.now = now
    self.pause = pause
    self.logger = logger
    files = HashListFiles(folder: options.folder)
    loads = HashListLoads()
    reading = SerialQueue("gavel.hashes.reading")
    making = SerialQueue("gavel.hashes.making")
    lists = AccountHashLists(store: store, files: files, queue: making, logger: logger)
  }

  /// The lists, for those who look images up.
  package var source: any KnownImageSource { lists }

  /// Loads a list in place of the one of its name.
  ///
  /// It holds for every request that begins after this has returned. A load that breaks off or is refused leaves
  /// everything as it was.
  /// - Parameter pieces: the file; docs/known-images.md has its form.
  /// - Throws: `GatewayError`: INVALID_ARGUMENT for a name, a distance, or a file with its line; RESOURCE_EXHAUSTED
  ///   where too much is loaded, as soon as that shows; DEADLINE_EXCEEDED; CANCELLED where the sequence throws.
  package func load<Pieces: AsyncSequence & Sendable>(
    _ pieces: Pieces, caller: Caller
  ) async throws -> Gavel_Hashes_V1_LoadHashListResponse where Pieces.Element == HashListPiece {
    let id = UUID()
    let named = Mutex<String?>(nil)
    defer { loads.release(id) }
    do {
      let load = try await inTime {
        try await receive(pieces, as: id, caller: caller) { name in named.withLock { $0 = name } }
      }
      let record = try await make(load, as: id, caller: caller)
      return .with { $0.hashList = record.wire }
    } catch {
      try? await files.remove(id)
      let error = Self.refusal(error)
      if let name = named.withLock(\.self) {
        var metadata = Self.about(name, caller)
        metadata["reason"] = "\(error.message)"
        logger.notice("a hash list was not loaded", metadata: metadata)
      }
      throw error
    }
  }

  /// A load whose file has come.
  private struct Load: Sendable {
    var name: String
    var distance: Int
    var draft: KnownImageDraft
    /// What there is beside it.
    var usage: HashListUsage
  }

  /// - Parameter note: is told the list's name once it is known to be one.
  private func receive<Pieces: AsyncSequence>(
    _ pieces: Pieces, as id: UUID, caller: Caller, note: (String) -> Void
  ) async throws -> Load where Pieces.Element == HashListPiece {
    var load: Load?
    var block: [UInt8] = []
    var iterator = pieces.makeAsyncIterator()
    while let piece = try await Self.next(of: &iterator) {
      let current: Load
      if let load {
        current = load
      } else {
        current = try await begin(piece, as: id, caller: caller, note: note)
        load = current
      }
      block += piece.bytes
      if block.count >= HashListLimits.blockBytes {
        try await take(block, into: current)
        block.removeAll()
      }
    }
    // A sender that left is no end of its file.
    try Task.checkCancellation()
    guard let load else { throw GatewayError(.invalidArgument, "there is no file") }
    try await take(block, into: load)
    return load
  }

  /// - Throws: CANCELLED where the sender is gone.
  private static func next<Iterator: AsyncIteratorProtocol>(
    of iterator: inout Iterator
  ) async throws(GatewayError) -> HashListPiece? where Iterator.Element == HashListPiece {
    do {
      return try await iterator.next()
    } catch let error as GatewayError {
      throw error
    } catch {
      throw GatewayError(.cancelled, "the file did not come to its end")
    }
  }

  private func begin(
    _ piece: HashListPiece, as id: UUID, caller: Caller, note: (String) -> Void
  ) async throws -> Load {
    try Self.check(piece.name)
    note(piece.name)
    let distance = piece.distance ?? KnownImageList.usualDistance
    guard (0...KnownImageList.largestDistance).contains(distance) else {
      throw GatewayError(.invalidArgument, "distance: must be from 0 to \(KnownImageList.largestDistance)")
    }
    try loads.take(id, account: caller.accountID)
    let usage = try await store.hashListUsage(besides: piece.name, account: caller.accountID)
    try check(usage, adding: 0)
    try await files.prepare()
    let place = files.draft(of: id)
    let draft = try await reading.run { try KnownImageDraft(file: place) }
    return Load(name: piece.name, distance: distance, draft: draft, usage: usage)
  }

  private func take(_ block: [UInt8], into load: Load) async throws {
    let draft = load.draft
    try await reading.run { try draft.take(block) }
    try check(load.usage, adding: draft.memoryBytes)
  }

  /// Makes the list, writes it, and lets it hold.
  private func make(_ load: Load, as id: UUID, caller: Caller) async throws -> HashListRecord {
    let (list, fileHash) = try await making.run { [files] in
      let made = try load.draft.finish(name: load.name, distance: load.distance)
      try made.list.keep(in: files.place(of: id))
      return made
    }
    try await files.removeDraft(of: id)
    try await files.secure(id)
    let record = HashListRecord(
      id: id, accountID: caller.accountID, name: load.name, created: now(), keyID: caller.keyID,
      fileHash: fileHash, distance: load.distance, counts: .init(list.counts), memoryBytes: list.memoryBytes)
    try Task.checkCancellation()
    // Begun, it is brought to its end though the caller leaves.
    return try await Task { try await keep(list, as: record, caller: caller) }.value
  }

  private func keep(_ list: KnownImageList, as record: HashListRecord, caller: Caller) async throws -> HashListRecord {
    let replaced = try await changes.turn {
      try await lists.prepare(record.accountID)
      switch try await store.keep(record, within: HashListLimits.usage(totalBytes: options.totalBytes)) {
      case .refused(let usage):
        try check(usage, adding: record.memoryBytes)
        throw GatewayError(.resourceExhausted, "there is no room for the list")
      case .kept(let replaced):
        lists.set(list, id: record.id, account: record.accountID)
        return replaced
      }
    }
    log("a hash list was loaded", record, caller, replacing: replaced)
    if let replaced { try? await files.remove(replaced.id) }
    return record
  }

  /// - Throws: `GatewayError`: NOT_FOUND; also for another account's list.
  package func remove(
    _ request: Gavel_Hashes_V1_RemoveHashListRequest, caller: Caller
  ) async throws(GatewayError) -> Gavel_Hashes_V1_RemoveHashListResponse {
    try Self.check(request.name)
    let removal = Task {
      try await changes.turn {
        try await lists.prepare(caller.accountID)
        let removed = try await store.removeHashList(named: request.name, account: caller.accountID)
        if removed != nil { lists.remove(request.name, account: caller.accountID) }
        return removed
      }
    }
    do {
      guard let removed = try await removal.value else {
        throw GatewayError(.notFound, "no hash list has the name `\(request.name)`")
      }
      log("a hash list was removed", removed, caller)
      try? await files.remove(removed.id)
      return .with { $0.hashList = removed.wire }
    } catch {
      throw GatewayError(error)
    }
  }

  package func list(
    _ request: Gavel_Hashes_V1_ListHashListsRequest, caller: Caller
  ) async throws(GatewayError) -> Gavel_Hashes_V1_ListHashListsResponse {
    do {
      let records = try await store.hashLists(account: caller.accountID)
      return .with { $0.hashLists = records.map(\.wire) }
    } catch {
      throw GatewayError(error)
    }
  }

  /// Removes the files that nothing names, and reads the lists, so that no image has to wait for that.
  package func settle() async throws {
    // INVARIANT: in this order. A load that ends after the look at the loads is in the ids that are read then, and one
    // that begins after it has a file that was not seen.
    let there = try await files.lists()
    let loading = loads.lists
    for list in there.subtracting(loading).subtracting(try await store.hashListIDs()) {
      try await files.remove(list)
    }
    for account in try await store.hashListAccounts() { try await lists.prepare(account) }
  }

  /// - Throws: DEADLINE_EXCEEDED; what the body throws.
  private func inTime<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask(operation: body)
      group.addTask { [pause] in
        try await pause(HashListLimits.loadTime)
        throw GatewayError(.deadlineExceeded, "the file took longer to come than it may")
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }

  /// - Throws: RESOURCE_EXHAUSTED where a list of so many bytes is too much beside the others.
  private func check(_ usage: HashListUsage, adding bytes: Int) throws(GatewayError) {
    guard usage.lists < HashListLimits.lists else {
      throw GatewayError(
        .resourceExhausted, "the account has \(HashListLimits.lists) hash lists already: remove those not in use")
    }
    guard usage.accountBytes + bytes <= HashListLimits.accountBytes else {
      throw GatewayError(
        .resourceExhausted, "an account's hash lists take at most \(HashListLimits.accountBytes) bytes of memory")
    }
    guard usage.totalBytes + bytes <= options.totalBytes else {
      throw GatewayError(.resourceExhausted, "the server has no room for so many hashes")
    }
  }

  /// Names are in addresses and logs, and on terminals.
  private static func check(_ name: String) throws(GatewayError) {
    func isPlain(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: false
      }
    }
    let marks = [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")]
    guard (1...HashListLimits.nameBytes).contains(name.utf8.count), name.utf8.first.map(isPlain) == true,
      name.utf8.allSatisfy({ isPlain($0) || marks.contains($0) })
    else {
      throw GatewayError(
        .invalidArgument,
        """
        name: must be 1 to \(HashListLimits.nameBytes) letters, digits, dots, hyphens and underscores, the first one a \
        letter or digit
        """)
    }
  }

  private static func refusal(_ error: any Error) -> GatewayError {
    guard let error = error as? KnownImageListError else { return GatewayError(error) }
    switch error.code {
    case .malformed, .tooLarge: return GatewayError(.invalidArgument, error.message)
    case .unreadable, .unwritable: return GatewayError(.unavailable, error.message)
    }
  }

  // MARK: - Who did what

  private static func about(_ name: String, _ caller: Caller) -> Logger.Metadata {
    ["account": "\(caller.accountID.wire)", "key": "\(caller.keyID.wire)", "list": "\(name)"]
  }

  private func log(
    _ message: Logger.Message, _ list: HashListRecord, _ caller: Caller, replacing replaced: HashListRecord? = nil
  ) {
    var metadata = Self.about(list.name, caller)
    metadata["file"] = "\(list.wire.fileHash)"
    metadata["md5"] = "\(list.counts.md5)"
    metadata["sha1"] = "\(list.counts.sha1)"
    metadata["sha256"] = "\(list.counts.sha256)"
    metadata["pdq"] = "\(list.counts.pdq)"
    if let replaced { metadata["replaces"] = "\(replaced.wire.fileHash)" }
    logger.notice(message, metadata: metadata)
  }
}

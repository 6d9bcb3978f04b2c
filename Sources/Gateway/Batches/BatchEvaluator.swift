internal import ContentIntake
internal import Foundation
internal import Storage

/// Evaluates a batch job's rows and writes a line for each, in their order.
///
/// It goes on from what is known to be on the disk: what was written beyond, whole or torn, is cut off and written again.
struct BatchEvaluator: Sendable {
  let store: any Store
  let files: BatchFiles
  let intake: ContentIntake
  let evaluator: Evaluator
  let reviews: ReviewLimiter
  let now: @Sendable () -> Date
  let pause: @Sendable (Duration) async throws -> Void

  /// How often a row is tried again that the server had no room for, each time after twice as long.
  private static let attempts = 5

  /// - Throws: `BatchFileError` where the input is not what came; `StoreError`; `CancellationError`, also where the batch
  ///   job ended meanwhile.
  func run(_ batch: BatchRecord, with policy: ReadyPolicy) async throws {
    guard let input = batch.input else { throw BatchFileError(line: 1, "there is no input file") }
    var rows = BatchRows(file: try await files.openInput(input.file, of: batch.id))
    var progress = batch.progress
    var output = try await files.openOutput(of: batch.id, at: progress.outputBytes)
    if output == nil {
      // Somebody took the output away: the input is still there, so it is made anew.
      progress = BatchProgress(countedRows: progress.countedRows)
      output = try await files.openOutput(of: batch.id, at: 0)
    }
    guard let output else { throw StoreError(.unavailable, "the output of a batch job cannot be written") }
    for _ in 0..<progress.rows { _ = try await rows.next() }

    let options = try EvaluationOptions(threshold: nil, expedited: nil, options: [:], version: policy.options)
    let clock = ContinuousClock()
    var written = clock.now
    var secured = progress.rows
    var count = FigureCount(of: policy, account: batch.accountID)
    while true {
      let slice = try await Self.slice(of: &rows)
      let isLast = slice.rows.isEmpty
      if !isLast {
        let results = try await evaluate(slice.rows, of: batch.accountID, with: policy, options: options)
        var lines: [UInt8] = []
        for (row, result) in zip(slice.rows, results) {
          try BatchLine.append(result.map(\.item), of: row, template: policy.template, to: &lines)
          switch result {
          case .failure: progress.failedRows += 1
          // INVARIANT: a row counts once, also where the output is made anew.
          case .success(let judged):
            if progress.rows >= progress.countedRows { count.add(judged.item, of: judged.admitted) }
          }
          progress.rows += 1
        }
        try await output.append(lines)
        progress.countedRows = max(progress.countedRows, progress.rows)
        progress.outputBytes += lines.count
      }
      let isDue = progress.rows - secured >= BatchLimits.windowRows || clock.now - written >= BatchLimits.windowTime
      if isLast || isDue {
        // INVARIANT: what is kept as written is on the disk before it is kept so.
        try await files.secure(output, of: batch.id)
        let figures = count.take()
        guard try await store.apply(.wrote(progress), to: batch.id, figures: figures, at: now()) != nil else {
          throw CancellationError()
        }
        written = clock.now
        secured = progress.rows
      }
      if isLast { break }
    }
    guard progress.rows == input.rows else { throw BatchFileError(line: 1, "the file has lost rows") }
  }

  private static func slice(of rows: inout BatchRows) async throws -> BatchSlice {
    var slice = BatchSlice()
    while !slice.isFull, let row = try await rows.next() { slice.append(row) }
    return slice
  }

  /// A row that was judged.
  private struct JudgedRow {
    var item: EvaluatedItem
    var admitted: AdmittedItem
  }

  /// What came of each row, in their order.
  private func evaluate(
    _ rows: [BatchRow], of account: UUID, with policy: ReadyPolicy, options: EvaluationOptions
  ) async throws -> [Result<JudgedRow, BatchLine.Failure>] {
    var results: [Result<JudgedRow, BatchLine.Failure>?] = Array(repeating: nil, count: rows.count)
    var places: [Int] = []
    var items: [AdmittedItem] = []
    for (place, admitted) in try await admit(rows, of: account) {
      switch admitted {
      case .success(let item):
        places.append(place)
        items.append(item)
      case .failure(let failure): results[place] = .failure(failure)
      }
    }
    let (count, refusal) = try await letIn(items.count, of: account)
    if let refusal {
      for place in places[count...] { results[place] = .failure(refusal) }
      items.removeSubrange(count...)
    }
    if !items.isEmpty {
      do {
        try await evaluator.evaluate(items, with: policy, options: options) { evaluated in
          for item in evaluated {
            results[places[item.index]] = .success(JudgedRow(item: item, admitted: items[item.index]))
          }
        }
      } catch {
        try Task.checkCancellation()
        // One of them cannot be evaluated: it alone is to go without.
        for (place, item) in zip(places, items) where results[place] == nil {
          results[place] = try await single(item, with: policy, options: options).map {
            JudgedRow(item: $0, admitted: item)
          }
        }
      }
    }
    // INVARIANT: every row was refused or evaluated.
    return results.map { $0 ?? .failure(BatchLine.Failure(.internalError, "an internal error")) }
  }

  /// How many of some rows, of the first, the account may still have evaluated this month, and why no more.
  private func letIn(_ rows: Int, of account: UUID) async throws -> (count: Int, refusal: BatchLine.Failure?) {
    var count = 0
    while count < rows {
      do {
        count += try await reviews.charge(upTo: rows - count, to: account)
      } catch {
        guard error.reason == ReviewLimiter.reason else { throw error }
        return (count, BatchLine.Failure(error))
      }
    }
    return (count, nil)
  }

  private func single(
    _ item: AdmittedItem, with policy: ReadyPolicy, options: EvaluationOptions
  ) async throws -> Result<EvaluatedItem, BatchLine.Failure> {
    do {
      var evaluated: [EvaluatedItem] = []
      try await evaluator.evaluate([item], with: policy, options: options) { evaluated = $0 }
      guard let first = evaluated.first else { return .failure(BatchLine.Failure(.internalError, "an internal error")) }
      return .success(first)
    } catch {
      try Task.checkCancellation()
      return .failure(BatchLine.Failure(error))
    }
  }

  /// The rows with their places, in their order.
  private func admit(
    _ rows: [BatchRow], of account: UUID
  ) async throws -> [(Int, Result<AdmittedItem, BatchLine.Failure>)] {
    try await withThrowingTaskGroup(of: (Int, Result<AdmittedItem, BatchLine.Failure>).self) { group in
      var admitted: [(Int, Result<AdmittedItem, BatchLine.Failure>)] = []
      for (place, row) in rows.enumerated() {
        switch row.content {
        case .tooLong:
          let message = "a text or an address is at most \(BatchRowReader.contentBytes) bytes"
          admitted.append((place, .failure(BatchLine.Failure(.invalidArgument, message))))
        case .text(let text): admitted.append((place, try await admit(.text(text), of: account)))
        case .imageURL(let url): group.addTask { (place, try await admit(.imageURL(url), of: account)) }
        }
      }
      for try await image in group { admitted.append(image) }
      return admitted.sorted { $0.0 < $1.0 }
    }
  }

  private func admit(
    _ body: OfferedContent.Body, of account: UUID
  ) async throws -> Result<AdmittedItem, BatchLine.Failure> {
    var delay: Duration = .seconds(1)
    var attempt = 1
    while true {
      do {
        let contents = try await intake.admit([OfferedContent(body: body, title: "", metadata: [:])], for: account.wire)
        guard let content = contents.first else {
          return .failure(BatchLine.Failure(.internalError, "an internal error"))
        }
        return .success(AdmittedItem(content: content, metadata: [:], title: nil))
      } catch {
        try Task.checkCancellation()
        let failure = BatchLine.Failure(error)
        // Others had the room first, which is as it should be.
        guard failure.code == .resourceExhausted, attempt < Self.attempts else { return .failure(failure) }
        try await pause(delay)
        delay *= 2
        attempt += 1
      }
    }
  }
}

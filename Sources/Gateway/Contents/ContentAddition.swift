internal import ContentIntake
internal import Foundation
internal import GatewayProtocol
internal import SignalScoring
internal import Storage

/// Takes contents in, each by itself, and keeps those that can be: a few at once, written as they are in, so that no more
/// is held than those and the request.
struct ContentAddition: Sendable {
  let intake: ContentIntake
  let store: any ContentStore
  let account: UUID
  /// For all of them.
  let labels: [String]

  private typealias Outcome = (place: Int, record: Result<ContentRecord, ContentFailure>)

  /// - Returns: what came of each, in their order.
  /// - Throws: `StoreError` where nothing can be written, `CancellationError`.
  func add(_ offered: [Clavata_Shared_V1_ContentData]) async throws -> [Result<UUID, ContentFailure>] {
    var results = [Result<UUID, ContentFailure>?](repeating: nil, count: offered.count)
    let now = Date()
    var waiting: [(place: Int, record: ContentRecord)] = []
    var (waitingBytes, imageBytes) = (0, 0)
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      var next = offered.indices.makeIterator()
      func begin() {
        while let place = next.next() {
          let item = offered[place]
          if imageBytes <= ContentLimits.imageBytesOfRequest || !item.isImage {
            // A microsecond apart, so that lists have them in the order in which they came.
            let moment = now.advanced(microseconds: place)
            group.addTask { (place, try await record(of: item, at: moment)) }
            return
          }
          results[place] = .failure(.tooManyImages)
        }
      }
      for _ in 0..<ContentBounds.inWork { begin() }
      while let (place, outcome) = try await group.next() {
        switch outcome {
        case .failure(let failure): results[place] = .failure(failure)
        case .success(let record):
          waiting.append((place, record))
          waitingBytes += record.data.count
          if offered[place].isImage { imageBytes += record.data.count }
        }
        if waitingBytes >= ContentBounds.writtenBytes {
          try await keep(waiting, results: &results)
          (waiting, waitingBytes) = ([], 0)
        }
        begin()
      }
    }
    try await keep(waiting, results: &results)
    // INVARIANT: every content was refused or written.
    return results.compactMap(\.self)
  }

  private func record(
    of offered: Clavata_Shared_V1_ContentData, at moment: Date
  ) async throws -> Result<ContentRecord, ContentFailure> {
    do {
      let own = try ContentLabels.checked(offered.labels + labels, field: "labels")
      try FieldText.requirePrintable(offered.title, field: "title")
      let contents = try await intake.admit([OfferedContent(offered)], for: account.wire)
      guard let content = contents.first else { throw CancellationError() }
      let item = AdmittedItem(
        content: content, metadata: offered.metadata, title: offered.hasTitle ? offered.title : nil)
      return .success(try ContentRecord.make(of: item, labels: own, account: account, at: moment))
    } catch let errors as ContentErrors {
      guard let first = errors.errors.first else { throw errors }
      return .failure(ContentFailure(first))
    } catch let error as GatewayError where error.code == .invalidArgument {
      return .failure(ContentFailure(.contentProcessing, ContentFailure.invalid, error.message))
    }
  }

  private func keep(
    _ waiting: [(place: Int, record: ContentRecord)], results: inout [Result<UUID, ContentFailure>?]
  ) async throws {
    let kept = try await store.insert(waiting.map(\.record))
    for (each, result) in zip(waiting, kept) {
      results[each.place] = result.map(\.id).mapError(ContentFailure.init)
    }
  }
}

extension ContentFailure {
  fileprivate static let tooManyImages = ContentFailure(
    .contentProcessing, "TOO_LARGE",
    "the images of a request are at most \(ContentLimits.imageBytesOfRequest) bytes together")
}

extension Clavata_Shared_V1_ContentData {
  fileprivate var isImage: Bool {
    switch content {
    case .image, .imageURL: true
    default: false
    }
  }
}

internal import ContentIntake
internal import Dispatch
internal import SignalScoring
internal import Synchronization

/// What the callers and the threads that look at images share: the queue, the calls under way, what is known.
final class ImagePoolState: Sendable {
  private struct Shared: Sendable {
    var queue: ImageQueue
    var calls: [ImageQueue.CallID: ImageCall] = [:]
    var nextID: ImageQueue.CallID = 0
    var isStopped = false
  }

  /// Pictures that a thread has decoded: of one image at a time.
  private struct Held {
    var hash: String
    var pictures: [Picture]
  }

  private let shared: Mutex<Shared>
  private let bell = DispatchSemaphore(value: 0)
  private let workers: Int
  private let kept = CostCache<String, SeenImage>(capacity: keptBytes)

  /// An image takes some 5 kB.
  private static let keptBytes = 16 << 20

  init(workers: Int, capacity: Int) {
    self.workers = workers
    shared = Mutex(Shared(queue: ImageQueue(capacity: capacity)))
  }

  func newCall() -> ImageQueue.CallID {
    shared.withLock {
      $0.nextID += 1
      return $0.nextID
    }
  }

  /// What is known of an image; nil where some of the aspects are not.
  func recall(_ hash: String, _ aspects: Set<ImageAspect>) -> SeenImage? {
    guard let seen = kept[hash], seen.missing(of: aspects).isEmpty else { return nil }
    return seen
  }

  /// Called on the caller's task, so that it can tell whether that is cancelled: the cancellation may have come first.
  func submit(_ call: ImageCall, as id: ImageQueue.CallID) {
    let refusal: (any Error)? = shared.withLock { shared in
      if Task.isCancelled { return CancellationError() }
      if shared.isStopped { return EmbeddedModelError.imagesStopped }
      guard shared.queue.submit(id, hash: call.image.hash, aspects: call.aspects) else {
        return EmbeddedModelError.imagesOverloaded
      }
      shared.calls[id] = call
      return nil
    }
    if let refusal {
      call.continuation.resume(throwing: refusal)
    } else {
      bell.signal()
    }
  }

  func cancel(_ id: ImageQueue.CallID) {
    let call = shared.withLock { shared in
      shared.queue.cancel(id)
      return shared.calls.removeValue(forKey: id)
    }
    call?.continuation.resume(throwing: CancellationError())
  }

  func stop() {
    let calls = shared.withLock { shared in
      shared.isStopped = true
      defer { shared.calls = [:] }
      return shared.calls.sorted { $0.key < $1.key }.map(\.value)
    }
    for call in calls { call.continuation.resume(throwing: EmbeddedModelError.imagesStopped) }
    for _ in 0..<workers { bell.signal() }
  }

  /// A thread's life: until the pool is stopped.
  func work(with session: any ImageSession) {
    while true {
      bell.wait()
      var held: Held?
      // What is held is let go before the thread sleeps.
      while let (job, image) = next(held: held?.hash) {
        if held?.hash != job.hash { held = nil }
        perform(job, image, with: session, &held)
      }
      if shared.withLock(\.isStopped) { return }
    }
  }

  private func next(held: String?) -> (ImageQueue.Job, ImageContent)? {
    shared.withLock { shared in
      guard !shared.isStopped, let job = shared.queue.next(held: held) else { return nil }
      // INVARIANT: what is cancelled is taken out of the queue too, so the calls of a job are there.
      guard let image = job.calls.compactMap({ shared.calls[$0]?.image }).first else { return nil }
      return (job, image)
    }
  }

  private func perform(
    _ job: ImageQueue.Job, _ image: ImageContent, with session: any ImageSession, _ held: inout Held?
  ) {
    var seen = kept[job.hash] ?? SeenImage()
    answer(job, seen)
    for aspect in seen.missing(of: job.aspects).sorted() where isWanted(aspect, of: job) {
      do throws(EmbeddedModelError) {
        let pictures = if let held { held.pictures } else { try session.pictures(of: image) }
        held = Held(hash: job.hash, pictures: pictures)
        seen.record(look(at: pictures, for: aspect, with: session), of: aspect)
        keep(seen, of: job.hash)
      } catch {
        for aspect in seen.missing(of: job.aspects) { seen.record(.failure(error), of: aspect) }
      }
      answer(job, seen)
    }
  }

  private func look(
    at pictures: [Picture], for aspect: ImageAspect, with session: any ImageSession
  ) -> Result<[ImageFinding], EmbeddedModelError> {
    do throws(EmbeddedModelError) {
      var found: [ImageFinding] = []
      for picture in pictures { found.append(try session.look(at: picture, for: aspect)) }
      return .success(found)
    } catch {
      return .failure(error)
    }
  }

  /// Another thread may have learned something of the same image.
  private func keep(_ seen: SeenImage, of hash: String) {
    let seen = (kept[hash] ?? SeenImage()).adding(seen.lasting)
    kept.insert(seen, cost: seen.cost, for: hash)
  }

  /// Whether a caller still waits for it.
  private func isWanted(_ aspect: ImageAspect, of job: ImageQueue.Job) -> Bool {
    shared.withLock { shared in job.calls.contains { shared.calls[$0]?.aspects.contains(aspect) == true } }
  }

  /// Ends the calls of which all is known.
  private func answer(_ job: ImageQueue.Job, _ seen: SeenImage) {
    let done = shared.withLock { shared in
      job.calls.compactMap { id in
        guard let call = shared.calls[id], seen.missing(of: call.aspects).isEmpty else { return nil as ImageCall? }
        return shared.calls.removeValue(forKey: id)
      }
    }
    for call in done { call.continuation.resume(returning: seen) }
  }
}

extension EmbeddedModelError {
  fileprivate static let imagesStopped = EmbeddedModelError(
    .stopped, "the models that look at images have been stopped")
  fileprivate static let imagesOverloaded = EmbeddedModelError(
    .overloaded, "too many images wait for the models that look at them")
}

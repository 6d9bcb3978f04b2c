import Testing

@testable import EmbeddedModels

@Suite struct ImageQueueTests {
  /// Calls about one image are one job, with all that they want, whatever stands between them.
  @Test func joinsCallsAboutOneImage() {
    var queue = queue([(1, "a", .classes), (2, "b", .nudity), (3, "a", .writing)])
    var jobs: [ImageQueue.Job] = []
    while let job = queue.next(held: nil) { jobs.append(job) }
    #expect(
      jobs == [
        ImageQueue.Job(hash: "a", calls: [1, 3], aspects: [.classes, .writing]),
        ImageQueue.Job(hash: "b", calls: [2], aspects: [.nudity]),
      ])
  }

  /// What a thread has decoded goes first; where nobody asks for it, the first that came.
  @Test(arguments: [("b", "b"), ("c", "a"), (nil, "a")] as [(String?, String)])
  func prefersWhatIsDecoded(held: String?, next: String) {
    var queue = queue([(1, "a", .classes), (2, "b", .classes)])
    let job = queue.next(held: held)
    #expect(job?.hash == next)
  }

  /// Beyond its capacity nothing is taken, until a call has left.
  @Test func isBounded() {
    var queue = queue([(1, "a", .classes)], capacity: 1)
    let isTaken = queue.submit(2, hash: "a", aspects: [.classes])
    queue.cancel(1)
    let isTakenLater = queue.submit(2, hash: "a", aspects: [.classes])
    #expect(!isTaken && isTakenLater)
  }

  private func queue(_ calls: [(UInt64, String, ImageAspect)], capacity: Int = 9) -> ImageQueue {
    var queue = ImageQueue(capacity: capacity)
    for (id, hash, aspect) in calls {
      let isTaken = queue.submit(id, hash: hash, aspects: [aspect])
      #expect(isTaken)
    }
    return queue
  }
}

/// A job's life. It moves down this list only, and ends once.
package enum JobState: Int, Sendable, Hashable, CaseIterable {
  case pending = 1
  case running = 2
  case completed = 3
  case failed = 4
  case canceled = 5

  package var isTerminal: Bool { self == .completed || self == .failed || self == .canceled }
}

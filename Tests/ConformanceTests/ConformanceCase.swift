import Foundation
import Testing

/// One case of `cases/`: a policy, and what must come of it.
struct ConformanceCase: Decodable, Sendable, CustomTestStringConvertible {
  enum Kind: String, Decodable, Sendable { case valid, invalid, format }

  var name: String
  var kind: Kind
  var policy: CasePolicy
  // Of a valid one.
  var text: String?
  var scores: [String: Double]?
  var threshold: Double?
  var expect: ExpectedReport?
  // Of an invalid one.
  var errors: [ExpectedError]?
  // Of one to format.
  var formatted: String?

  var testDescription: String { name }
}

/// A policy's text: as it is, or in parts, some of them repeated, where it is too long to be read.
struct CasePolicy: Decodable, Sendable {
  var text: String

  private struct Repeated: Decodable {
    var `repeat`: String
    var count: Int
  }

  private enum Part: Decodable {
    case plain(String)
    case repeated(Repeated)

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self = .plain(text)
      } else {
        self = .repeated(try Repeated(from: decoder))
      }
    }

    var text: String {
      switch self {
      case .plain(let text): text
      case .repeated(let part):
        (0..<part.count).map { part.repeat.replacingOccurrences(of: "#", with: String($0)) }.joined()
      }
    }
  }

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self.text = text
    } else {
      text = try decoder.singleValueContainer().decode([Part].self).map(\.text).joined()
    }
  }
}

/// An error's place, 1-based, and what it is about.
struct ExpectedError: Decodable, Sendable, Hashable, CustomStringConvertible {
  var line: Int
  var column: Int
  var code: String

  var description: String { "\(line):\(column) \(code)" }
}

/// What must stand in the report; what is left out may be anything.
struct ExpectedReport: Decodable, Sendable {
  var labels: [String: ExpectedVerdict]
  /// The labels that are TRUE, in the order of their names.
  var matches: [String]
  var policy: ExpectedVerdict?
  /// By label: each rule's own text, and what came of it.
  var rules: [String: [ExpectedRule]]?
  /// By label.
  var exceptions: [String: ExpectedVerdict]?
  var policyException: ExpectedVerdict?
  /// The expressions of all features, in order.
  var features: [String]?
  var messages: [String: String]?
  var suppressed: [String]?
  /// The expressions of features that could not be scored.
  var failed: [String]?
}

/// `["TRUE", 0.9]`, or `["TRUE"]` where the score may be any.
struct ExpectedVerdict: Decodable, Sendable {
  var outcome: String
  var score: Double?

  init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    try self.init(&values)
  }
}

/// `["\"dogs\"", "TRUE", 0.9]`.
struct ExpectedRule: Decodable, Sendable {
  var source: String
  var verdict: ExpectedVerdict

  init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    source = try values.decode(String.self)
    verdict = try ExpectedVerdict(&values)
  }
}

extension ExpectedVerdict {
  fileprivate init(_ values: inout any UnkeyedDecodingContainer) throws {
    outcome = try values.decode(String.self)
    score = try values.decodeIfPresent(Double.self)
  }
}

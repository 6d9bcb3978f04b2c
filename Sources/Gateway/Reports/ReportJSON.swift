internal import GatewayProtocol
internal import PolicyEvaluation
internal import SwiftProtobuf

/// A policy version's report as JSON, with gaps where a content's figures go.
///
/// It is laid out by the ordinary JSON writer: a report is encoded whose figures are marks, and each mark found again
/// becomes a gap. So it cannot differ from what the message would be written as.
struct ReportJSON: Sendable {
  enum Gap: Sendable {
    /// Places in `ReportFigures`.
    case outcome(Int)
    case score(Int)
    case feature(Int)
    case threshold
    case inputTokens
    case billedTokens
    case multiplier
    /// Within quotes.
    case contentHash
    /// In place of an empty object.
    case metadata
    case matches
  }

  private struct Piece: Sendable {
    /// Of `constant`, what stands before the gap.
    var text: Range<Int>
    var gap: Gap
  }

  private var constant: [UInt8] = []
  private var pieces: [Piece] = []
  /// What stands after the last gap.
  private var tail = 0..<0

  /// - Throws: what encoding the blank report throws.
  init(_ blank: BlankReport) throws {
    var marks = Marks()
    let marked = marks.mark(blank)
    var layout = Layout(try ProtoJSONWriter.encode(marked), marks: marks)
    layout.read()
    constant = layout.constant
    pieces = layout.gaps.map { Piece(text: $0.text, gap: $0.gap) }
    tail = (pieces.last?.text.upperBound ?? 0)..<constant.count
  }

  func append(_ item: EvaluatedItem, matches: [(label: String, score: Float)], to out: inout [UInt8]) {
    let figures = ReportFigures(item.report)
    out.reserveCapacity(out.count + constant.count + pieces.count * 16)
    constant.withUnsafeBufferPointer { constant in
      for piece in pieces {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: constant[piece.text]))
        switch piece.gap {
        case .outcome(let place): Self.append(figures.verdicts[place].outcome, to: &out)
        case .score(let place): JSONText.append(figures.verdicts[place].score, to: &out)
        case .feature(let feature): JSONText.append(figures.scores[feature], to: &out)
        case .threshold: JSONText.append(item.report.threshold, to: &out)
        case .inputTokens: JSONText.append(item.usage.input, to: &out)
        case .billedTokens: JSONText.append(item.usage.billed, to: &out)
        case .multiplier: JSONText.append(item.usage.multiplier, to: &out)
        case .contentHash: out.append(contentsOf: item.contentHash.utf8)
        case .metadata: Self.append(item.metadata.map { ($0.key, $0.value) }, to: &out) { JSONText.append($0, to: &$1) }
        case .matches: Self.append(matches.map { ($0.label, $0.score) }, to: &out) { JSONText.append($0, to: &$1) }
        }
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: constant[tail]))
    }
  }

  private static func append(_ outcome: Outcome, to out: inout [UInt8]) {
    let name: StaticString =
      switch outcome {
      case .false: #""OUTCOME_FALSE""#
      case .true: #""OUTCOME_TRUE""#
      case .failed: #""OUTCOME_FAILED""#
      case .unsettled: #""OUTCOME_UNSPECIFIED""#
      }
    out.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// An object, its entries in the order of their keys.
  private static func append<Value>(
    _ entries: [(String, Value)], to out: inout [UInt8], _ append: (Value, inout [UInt8]) -> Void
  ) {
    out.append(UInt8(ascii: "{"))
    for (index, entry) in entries.sorted(by: { $0.0 < $1.0 }).enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      JSONText.append(entry.0, to: &out)
      out.append(UInt8(ascii: ":"))
      append(entry.1, &out)
    }
    out.append(UInt8(ascii: "}"))
  }
}

/// Numbers that no report has of its own, each for one gap.
private struct Marks {
  /// Past every line and column: a policy has fewer characters. A `Float` holds it, and as many more as there can be
  /// gaps, exactly.
  private static let first = 1_000_000

  private var gaps: [ReportJSON.Gap] = []
  private var places = 0

  func gap(_ number: Int) -> ReportJSON.Gap? {
    number >= Self.first && number - Self.first < gaps.count ? gaps[number - Self.first] : nil
  }

  /// The blank report with a mark wherever a figure goes.
  mutating func mark(_ blank: BlankReport) -> WireReport {
    var report = blank.report
    let place = nextPlace()
    report.result = outcome(place)
    report.reviewResult = result(place)
    report.threshold = Double(number(.threshold))
    for section in report.sectionEvaluationReports.indices {
      let place = nextPlace()
      report.sectionEvaluationReports[section].result = outcome(place)
      report.sectionEvaluationReports[section].reviewResult = result(place)
      mark(&report.sectionEvaluationReports[section].assertionEvaluationReports)
      if report.sectionEvaluationReports[section].hasExceptionEvaluationReport {
        mark(&report.sectionEvaluationReports[section].exceptionEvaluationReport)
      }
    }
    if report.hasExceptionEvaluationReport { mark(&report.exceptionEvaluationReport) }
    for (index, feature) in blank.features.enumerated() {
      var marked = feature.report
      marked.score = Double(number(.feature(index)))
      report.featureReports[feature.key] = marked
    }
    report.tokenUsage = .with {
      $0.inputTokens = Int32(number(.inputTokens))
      $0.billedTokens = Int32(number(.billedTokens))
      $0.multiplier = Float(number(.multiplier))
    }
    return report
  }

  private mutating func mark(_ exception: inout WireReport.ExceptionEvaluationReport) {
    let place = nextPlace()
    exception.result = outcome(place)
    exception.reviewResult = result(place)
    mark(&exception.assertionEvaluationReports)
  }

  private mutating func mark(_ rules: inout [WireReport.AssertionEvaluationReport]) {
    for rule in rules.indices {
      let place = nextPlace()
      rules[rule].result = outcome(place)
      rules[rule].score = Double(number(.score(place)))
    }
  }

  private mutating func result(_ place: Int) -> WireReport.ReviewResult {
    var result = WireReport.ReviewResult()
    result.outcome = outcome(place)
    result.score = Double(number(.score(place)))
    return result
  }

  private mutating func outcome(_ place: Int) -> Clavata_Shared_V1_Outcome { .UNRECOGNIZED(number(.outcome(place))) }

  private mutating func number(_ gap: ReportJSON.Gap) -> Int {
    gaps.append(gap)
    return Self.first + gaps.count - 1
  }

  private mutating func nextPlace() -> Int {
    defer { places += 1 }
    return places
  }
}

/// Reads marked JSON and takes it apart at the marks.
private struct Layout {
  private(set) var constant: [UInt8] = []
  private(set) var gaps: [(text: Range<Int>, gap: ReportJSON.Gap)] = []

  private let json: [UInt8]
  private let marks: Marks
  private var position = 0
  private var depth = 0

  init(_ json: [UInt8], marks: Marks) {
    self.json = json
    self.marks = marks
  }

  mutating func read() {
    while position < json.count {
      switch json[position] {
      case UInt8(ascii: "\""): readString()
      case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        keep(1)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        keep(1)
      default: keep(1)
      }
    }
  }

  private mutating func readString() {
    var end = position + 1
    while json[end] != UInt8(ascii: "\"") { end += json[end] == UInt8(ascii: "\\") ? 2 : 1 }
    let text = json[(position + 1)..<end]
    keep(end + 1 - position)
    // A member of the report itself, whose value is empty.
    guard depth == 1, position < json.count, json[position] == UInt8(ascii: ":") else { return }
    switch String(decoding: text, as: UTF8.self) {
    case "contentHash":
      keep(2)
      leave(.contentHash)
      keep(1)
    case "contentMetadata":
      keep(1)
      leave(.metadata)
      position += 2
    case "labelMatches":
      keep(1)
      leave(.matches)
      position += 2
    default: break
    }
  }

  private mutating func readNumber() {
    var end = position
    var number = 0
    while end < json.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(json[end]) {
      number = number &* 10 &+ Int(json[end] - UInt8(ascii: "0"))
      end += 1
    }
    if let gap = marks.gap(number) {
      leave(gap)
      position = end
    } else {
      keep(end - position)
    }
  }

  private mutating func keep(_ count: Int) {
    constant.append(contentsOf: json[position..<(position + count)])
    position += count
  }

  private mutating func leave(_ gap: ReportJSON.Gap) {
    gaps.append(((gaps.last?.text.upperBound ?? 0)..<constant.count, gap))
  }
}

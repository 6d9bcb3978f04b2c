internal import GatewayProtocol
internal import PolicyEvaluation
internal import SwiftProtobuf

/// A policy version's report as the bytes of the wire, with gaps of fixed length where a content's figures go.
///
/// A figure is written though it is 0, so that every report of a version is equally long and each length within it can
/// be written beforehand; readers take a 0 that is there for one that is not. What differs in length between two
/// contents (`BlankReport.variable`) follows: bytes of a message that stand after one another are one message.
struct ReportBytes: Sendable {
  private typealias Outcome = Clavata_Shared_V1_Outcome

  private let bytes: GappedBytes

  /// - Throws: what encoding the blank report throws.
  init(_ blank: BlankReport) throws {
    var layout = Layout()
    bytes = try layout.report(blank)
  }

  func filled(_ figures: ReportFigures) -> [UInt8] {
    var filled = bytes.bytes
    filled.withUnsafeMutableBytes { buffer in
      for gap in bytes.gaps {
        switch gap.figure {
        case .outcome(let place):
          buffer[gap.offset] = UInt8(truncatingIfNeeded: Outcome(figures.verdicts[place].outcome).rawValue)
        case .score(let place): Self.store(figures.verdicts[place].score, at: gap.offset, in: buffer)
        case .feature(let feature): Self.store(figures.scores[feature], at: gap.offset, in: buffer)
        }
      }
    }
    return filled
  }

  private static func store(_ score: Double, at offset: Int, in buffer: UnsafeMutableRawBufferPointer) {
    buffer.storeBytes(of: score.bitPattern.littleEndian, toByteOffset: offset, as: UInt64.self)
  }
}

/// Bytes of a message, and where its figures go.
private struct GappedBytes {
  enum Figure {
    /// One byte: every outcome's number is a varint of one.
    case outcome(Int)
    /// Eight bytes.
    case score(Int)
    case feature(Int)
  }

  private(set) var bytes: [UInt8]
  private(set) var gaps: [(offset: Int, figure: Figure)] = []

  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  mutating func appendOutcome(field: Int, _ place: Int) {
    bytes.appendVarint(field << 3)
    gaps.append((bytes.count, .outcome(place)))
    bytes.append(0)
  }

  mutating func appendScore(field: Int, _ figure: Figure) {
    bytes.appendVarint(field << 3 | 1)
    gaps.append((bytes.count, figure))
    bytes.append(contentsOf: repeatElement(0, count: 8))
  }

  mutating func append(field: Int, _ message: GappedBytes) {
    bytes.appendVarint(field << 3 | 2)
    bytes.appendVarint(message.bytes.count)
    gaps += message.gaps.map { (bytes.count + $0.offset, $0.figure) }
    bytes += message.bytes
  }
}

/// Lays a report out, each message of it: first what SwiftProtobuf writes of its constants, then the messages in it,
/// then its own figures. Numbers are those of public.proto.
private struct Layout {
  private var places = 0

  mutating func report(_ blank: BlankReport) throws -> GappedBytes {
    var constants = blank.report
    let sections = constants.sectionEvaluationReports
    let exception = constants.hasExceptionEvaluationReport ? constants.exceptionEvaluationReport : nil
    constants.sectionEvaluationReports = []
    constants.clearExceptionEvaluationReport()
    var report = GappedBytes(try constants.serializedBytes())
    let place = nextPlace()
    report.appendOutcome(field: 5, place)
    report.append(field: 10, result(place))
    for section in sections { report.append(field: 6, try self.section(section)) }
    if let exception { report.append(field: 7, try self.exception(exception)) }
    for (index, feature) in blank.features.enumerated() {
      var entry = GappedBytes([1 << 3 | 2, UInt8(truncatingIfNeeded: feature.key.utf8.count)] + feature.key.utf8)
      var value = GappedBytes(try feature.report.serializedBytes())
      value.appendScore(field: 3, .feature(index))
      entry.append(field: 2, value)
      report.append(field: 12, entry)
    }
    return report
  }

  private mutating func section(_ section: WireReport.SectionEvaluationReport) throws -> GappedBytes {
    var constants = section
    constants.assertionEvaluationReports = []
    constants.clearExceptionEvaluationReport()
    var bytes = GappedBytes(try constants.serializedBytes())
    let place = nextPlace()
    bytes.appendOutcome(field: 2, place)
    bytes.append(field: 7, result(place))
    for rule in section.assertionEvaluationReports { bytes.append(field: 4, try self.rule(rule)) }
    if section.hasExceptionEvaluationReport {
      bytes.append(field: 5, try exception(section.exceptionEvaluationReport))
    }
    return bytes
  }

  private mutating func exception(_ exception: WireReport.ExceptionEvaluationReport) throws -> GappedBytes {
    var constants = exception
    constants.assertionEvaluationReports = []
    var bytes = GappedBytes(try constants.serializedBytes())
    let place = nextPlace()
    bytes.appendOutcome(field: 1, place)
    bytes.append(field: 4, result(place))
    for rule in exception.assertionEvaluationReports { bytes.append(field: 2, try self.rule(rule)) }
    return bytes
  }

  private mutating func rule(_ rule: WireReport.AssertionEvaluationReport) throws -> GappedBytes {
    var bytes = GappedBytes(try rule.serializedBytes())
    let place = nextPlace()
    bytes.appendOutcome(field: 1, place)
    bytes.appendScore(field: 4, .score(place))
    return bytes
  }

  private func result(_ place: Int) -> GappedBytes {
    var bytes = GappedBytes()
    bytes.appendOutcome(field: 1, place)
    bytes.appendScore(field: 2, .score(place))
    return bytes
  }

  private mutating func nextPlace() -> Int {
    defer { places += 1 }
    return places
  }
}

extension [UInt8] {
  /// A number as the wire has it: seven bits a byte, the least first.
  mutating func appendVarint(_ value: Int) {
    var rest = UInt64(value)
    while rest >= 0x80 {
      append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

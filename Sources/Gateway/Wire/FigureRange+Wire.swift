internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension FigureRange {
  /// All the quarters of an hour that a span touches.
  init(covering span: TimeSpan?) {
    self.init(
      start: span?.start.map { Self.quarter(of: $0, roundedUp: false) },
      end: span?.end.map { Self.quarter(of: $0, roundedUp: true) })
  }

  /// As the bounds that were counted within; a bound that is open is left out.
  var wire: Clavata_Shared_V1_TimeRange {
    .with {
      if let start { $0.start = .init(seconds: start * 60) }
      // The last quarter ends in a year that no timestamp can name.
      if let end { $0.end = .init(seconds: min(end * 60, 253_402_300_799)) }
    }
  }

  private static func quarter(of moment: Date, roundedUp: Bool) -> Int64 {
    // INVARIANT: a bound of a span is in year 2 to 9999.
    let quarters = moment.timeIntervalSince1970 / 900
    return Int64(roundedUp ? quarters.rounded(.up) : quarters.rounded(.down)) * 15
  }
}

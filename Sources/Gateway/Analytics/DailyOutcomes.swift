internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// A policy's outcomes by day and label name, over all its versions.
struct DailyOutcomes {
  private struct Day {
    var day: Int64
    /// In the order in which the day's versions name them.
    var labels: [(name: String, trues: Int64, falses: Int64)] = []
    var places: [String: Int] = [:]
  }

  private var days: [Day] = []

  /// - Parameters:
  ///   - figures: oldest first.
  ///   - names: of each version's labels, in its order.
  /// - Throws: OUT_OF_RANGE where there are more than one call answers.
  init(_ figures: [DailyFigures], names: [UUID: [String]]) throws(GatewayError) {
    var count = 0
    for figure in figures {
      if days.last?.day != figure.day { days.append(Day(day: figure.day)) }
      let last = days.count - 1
      for (index, name) in (names[figure.versionID] ?? []).enumerated() {
        let (trues, falses) = figure.tally.outcomes(of: index)
        if let place = days[last].places[name] {
          days[last].labels[place].trues.add(trues)
          days[last].labels[place].falses.add(falses)
        } else {
          count += 1
          guard count <= AnalyticsLimits.outcomes else { throw .tooManyFigures(field: "dateRange") }
          days[last].places[name] = days[last].labels.count
          days[last].labels.append((name, trues, falses))
        }
      }
    }
  }

  func wire(policy: UUID) -> [Clavata_Gateway_V1_LabelOutcomeDaily] {
    days.flatMap { day in
      day.labels.map { label in
        var outcome = Clavata_Gateway_V1_LabelOutcomeDaily(
          day: day.day, label: label.name, trues: label.trues, falses: label.falses)
        outcome.policyID = policy.wire
        return outcome
      }
    }
  }
}

extension Clavata_Gateway_V1_LabelOutcomeDaily {
  /// - Parameter day: of UTC, since 1970.
  init(day: Int64, label: String, trues: Int64, falses: Int64) {
    var total = trues
    total.add(falses)
    self = .with {
      $0.day = .init(seconds: day * 86_400)
      $0.label = label
      $0.total = total
      $0.trueCount = trues
      $0.falseCount = falses
      $0.truePercentage = total > 0 ? 100 * Double(trues) / Double(total) : 0
    }
  }
}

import Foundation
import GRDB

extension Row {
  func time(atIndex index: Int) throws -> Date {
    Date(microsecondsSince1970: try decode(atIndex: index))
  }

  func optionalTime(atIndex index: Int) throws -> Date? {
    let microseconds: Int64? = try decode(atIndex: index)
    return microseconds.map(Date.init(microsecondsSince1970:))
  }

  /// Throws where the value is none of the cases: the file was changed from outside.
  func choice<Choice: RawRepresentable>(
    _: Choice.Type, atIndex index: Int
  ) throws -> Choice where Choice.RawValue: DatabaseValueConvertible & StatementColumnConvertible {
    let value: Choice.RawValue = try decode(atIndex: index)
    guard let choice = Choice(rawValue: value) else {
      throw StoreError(.unavailable, "the database holds a value that no version of Gavel writes")
    }
    return choice
  }
}

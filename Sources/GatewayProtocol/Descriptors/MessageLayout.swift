/// One message: its fields by number and by name.
final class MessageLayout: Sendable {
  /// The full name, such as `clavata.shared.v1.Job`.
  let name: String
  /// The fields in the order of their numbers, which is the order they are visited in.
  let fields: [FieldLayout]
  /// The fields by either spelling of their names.
  private let byName: [String: FieldLayout]

  init(name: String, fields: [FieldLayout]) {
    self.name = name
    self.fields = fields.sorted { $0.number < $1.number }
    var byName: [String: FieldLayout] = [:]
    for field in fields {
      byName[field.name] = field
      byName[field.jsonName] = field
    }
    self.byName = byName
  }

  /// The field of this name, in either spelling.
  func field(named name: String) -> FieldLayout? {
    byName[name]
  }

  /// The field of this number.
  func field(number: Int) -> FieldLayout? {
    var (low, high) = (0, fields.count)
    while low < high {
      let middle = (low + high) / 2
      if fields[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < fields.count && fields[low].number == number ? fields[low] : nil
  }
}

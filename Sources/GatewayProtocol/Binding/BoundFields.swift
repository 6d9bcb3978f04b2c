/// What parameters have set so far of a message: for each field its values as JSON, or the fields within it.
struct BoundFields {
  private enum Member {
    case values([[UInt8]])
    case fields(BoundFields)
  }

  private var members: [Int: (field: FieldLayout, member: Member)] = [:]

  var isEmpty: Bool {
    members.isEmpty
  }

  /// Sets what the parameter names, unless it names nothing.
  mutating func add(_ parameter: QueryBinder.Parameter, to layout: MessageLayout) throws(WireFormatError) {
    guard let fields = Self.resolve(parameter.name, in: layout) else { return }
    try add(ParameterValue(parameter), at: fields[...])
  }

  /// Whether the field of this name has been set.
  func has(_ name: String, in layout: MessageLayout) -> Bool {
    guard let fields = Self.resolve(name, in: layout) else { return false }
    var current = self
    for field in fields {
      switch current.members[field.number]?.member {
      case .values: return true
      case .fields(let inner): current = inner
      case nil: return false
      }
    }
    return true
  }

  /// Appends everything that is set as one JSON object.
  func write(to json: inout [UInt8]) {
    json.append(UInt8(ascii: "{"))
    for (index, (field, member)) in members.sorted(by: { $0.key < $1.key }).map(\.value).enumerated() {
      if index > 0 {
        json.append(UInt8(ascii: ","))
      }
      json.append(contentsOf: field.key)
      switch member {
      case .fields(let inner):
        inner.write(to: &json)
      case .values(let values) where field.cardinality == .repeated:
        json.append(UInt8(ascii: "["))
        json.append(contentsOf: values.joined(separator: [UInt8(ascii: ",")]))
        json.append(UInt8(ascii: "]"))
      case .values(let values):
        json.append(contentsOf: values.joined())
      }
    }
    json.append(UInt8(ascii: "}"))
  }

  private mutating func add(
    _ value: ParameterValue,
    at fields: ArraySlice<FieldLayout>
  ) throws(WireFormatError) {
    guard let field = fields.first else { return }
    if fields.count > 1 {
      var inner = BoundFields()
      if case .fields(let already) = members[field.number]?.member {
        inner = already
      }
      try inner.add(value, at: fields.dropFirst())
      members[field.number] = (field, .fields(inner))
    } else {
      var values: [[UInt8]] = []
      if case .values(let already) = members[field.number]?.member {
        values = already
      }
      guard values.isEmpty || field.cardinality == .repeated else {
        throw value.error(.conflict, "given more than once")
      }
      values.append(try value.json(of: field))
      members[field.number] = (field, .values(values))
    }
  }

  /// The fields that a name leads through, or nil if it leads nowhere.
  private static func resolve(_ name: String, in layout: MessageLayout) -> [FieldLayout]? {
    var fields: [FieldLayout] = []
    var layout: MessageLayout? = layout
    for part in name.split(separator: ".", omittingEmptySubsequences: false) {
      guard let field = layout?.field(named: String(part)) else { return nil }
      fields.append(field)
      layout = field.cardinality == .single ? WireCatalogue.shared.message(of: field) : nil
    }
    return fields
  }
}

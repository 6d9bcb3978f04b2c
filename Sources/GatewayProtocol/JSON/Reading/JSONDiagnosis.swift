internal import SwiftProtobuf

/// Finds what is wrong with JSON that could not be read as a message.
///
/// It runs after a failure alone, so that reading does not pay for good error messages.
struct JSONDiagnosis {
  static let tooDeep = WireFormatError(
    .tooDeep, "objects are nested deeper than \(ProtoJSONReader.depthLimit) levels")

  private var scanner: JSONScanner
  private var path: FieldPath
  private var depth: Int

  /// The first thing that is wrong with the JSON of a message.
  static func explain(_ bytes: [UInt8], as layout: MessageLayout?, cutFrom origin: JSONOrigin) -> WireFormatError {
    var diagnosis = JSONDiagnosis(JSONScanner(bytes, cutFrom: origin), origin)
    do {
      try diagnosis.checkDocument(layout)
      return WireFormatError(.malformed, "the JSON does not have the form of the request")
    } catch {
      return error
    }
  }

  private init(_ scanner: JSONScanner, _ origin: JSONOrigin) {
    self.scanner = scanner
    path = origin.path
    depth = origin.depth
  }

  private mutating func checkDocument(_ layout: MessageLayout?) throws(WireFormatError) {
    try requireShape(.object)
    try checkObject(layout)
    try scanner.requireEnd()
  }

  private mutating func checkObject(_ layout: MessageLayout?) throws(WireFormatError) {
    // The field that was given of each oneof.
    var given: [Int: String] = [:]
    try checkMembers { diagnosis, name throws(WireFormatError) in
      guard let field = name.flatMap({ layout?.field(named: $0) }), let name else {
        return try diagnosis.skipValue()
      }
      let isNull = try diagnosis.scanner.shape() == .null
      if let alternatives = field.alternativeOf, !isNull {
        if let other = given.updateValue(name, forKey: alternatives) {
          throw diagnosis.path.error(.conflict, "only one of `\(other)` and `\(name)` can be given")
        }
      }
      diagnosis.path.enter(field: name)
      try diagnosis.checkMember(field, isNull: isNull)
      diagnosis.path.leave()
    }
  }

  private mutating func checkMember(_ field: FieldLayout, isNull: Bool) throws(WireFormatError) {
    if isNull { return try scanner.skipWord() }
    switch field.cardinality {
    case .single:
      try checkValue(field)
    case .repeated:
      try checkList(field)
    case .map:
      try requireShape(.object)
      guard let value = WireCatalogue.shared.message(of: field)?.field(named: "value") else { return try skipValue() }
      try checkMembers { diagnosis, key throws(WireFormatError) in
        diagnosis.path.enter(key: key ?? "...")
        try diagnosis.checkValue(value)
        diagnosis.path.leave()
      }
    }
  }

  private mutating func checkList(_ field: FieldLayout) throws(WireFormatError) {
    try requireShape(.list)
    try scanner.require("[")
    if scanner.take("]") { return }
    var index = 0
    repeat {
      path.enter(index: index)
      try checkValue(field)
      path.leave()
      index += 1
    } while try scanner.continues(before: "]")
  }

  /// Checks one value of a field: all of it, one element or one map value.
  private mutating func checkValue(_ field: FieldLayout) throws(WireFormatError) {
    if let layout = WireCatalogue.shared.message(of: field) {
      try requireShape(.object)
      return try checkObject(layout)
    }
    let shape = try scanner.shape()
    let start = scanner.position
    try skipValue()
    let expected = ScalarForm(field)
    guard expected.accepts(scanner.bytes(in: start..<scanner.position)) else {
      // The same words twice would explain nothing: it is the value, not the shape, that is wrong.
      let found = expected.shapes.contains(shape) ? "" : ", found \(shape.rawValue)"
      throw path.error(.wrongType, "expected \(expected.words)\(found)")
    }
  }

  private mutating func requireShape(_ expected: JSONScanner.Shape) throws(WireFormatError) {
    let shape = try scanner.shape()
    guard shape == expected else {
      throw path.error(.wrongType, "expected \(expected.rawValue), found \(shape.rawValue)")
    }
  }

  /// Goes over the members of an object; a name that has an escape is passed as nil.
  private mutating func checkMembers(
    _ check: (inout Self, String?) throws(WireFormatError) -> Void
  ) throws(WireFormatError) {
    try descend()
    try scanner.require("{")
    if !scanner.take("}") {
      repeat {
        let name = try scanner.string()
        try scanner.require(":")
        try check(&self, name)
      } while try scanner.continues(before: "}")
    }
    depth -= 1
  }

  private mutating func skipValue() throws(WireFormatError) {
    switch try scanner.shape() {
    case .object:
      try checkMembers { diagnosis, _ throws(WireFormatError) in try diagnosis.skipValue() }
    case .list:
      try descend()
      try scanner.require("[")
      if !scanner.take("]") {
        repeat { try skipValue() } while try scanner.continues(before: "]")
      }
      depth -= 1
    case .text: _ = try scanner.string()
    case .number: try scanner.skipNumber()
    case .truth, .null: try scanner.skipWord()
    }
  }

  private mutating func descend() throws(WireFormatError) {
    depth += 1
    guard depth <= ProtoJSONReader.depthLimit else { throw Self.tooDeep }
  }
}

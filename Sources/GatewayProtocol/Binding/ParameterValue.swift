internal import SwiftProtobuf

/// The value of one parameter, on its way to the JSON of the field that the parameter names.
struct ParameterValue {
  private let name: String
  private let text: String

  init(_ parameter: QueryBinder.Parameter) {
    name = parameter.name
    text = parameter.value
  }

  /// The value as JSON that the field can be read from.
  func json(of field: FieldLayout) throws(WireFormatError) -> [UInt8] {
    guard field.cardinality != .map, field.kind != .message || field.typeIndex == nil else {
      throw error(.wrongType, "cannot be set by a parameter")
    }
    var json: [UInt8] = []
    switch field.kind {
    case .bool:
      JSONText.append(try truth(), to: &json)
    case .enum:
      JSONText.append(try enumNumber(of: field), to: &json)
    default:
      // Numbers may stand in quotes, and all the rest must.
      JSONText.append(text, to: &json)
    }
    let form = ScalarForm(field)
    guard form.accepts(json) else {
      throw error(.wrongType, "expected \(form.words)")
    }
    return json
  }

  /// An error about the parameter.
  func error(_ code: WireFormatError.Code, _ reason: String) -> WireFormatError {
    WireFormatError(code, "`\(name)`: \(reason)", field: name)
  }

  /// The spellings of true and false that Go's strconv.ParseBool knows, which grpc-gateway reads with.
  private func truth() throws(WireFormatError) -> Bool {
    switch text {
    case "1", "t", "T", "true", "TRUE", "True": return true
    case "0", "f", "F", "false", "FALSE", "False": return false
    default: throw error(.wrongType, "expected true or false")
    }
  }

  private func enumNumber(of field: FieldLayout) throws(WireFormatError) -> Int {
    if let number = Int32(text) { return Int(number) }
    guard let number = WireCatalogue.shared.enumeration(of: field)?.number(named: text) else {
      throw error(.wrongType, "unknown value `\(text.prefix(80))`")
    }
    return number
  }
}

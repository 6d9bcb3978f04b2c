internal import ContentIntake
internal import GatewayProtocol

/// A line of a batch job's output: a row's report, or why it has none.
enum BatchLine {
  /// Why a row has no report; the others have theirs all the same.
  struct Failure: Error {
    var code: GatewayError.Code
    var message: String

    init(_ code: GatewayError.Code, _ message: String) {
      self.code = code
      self.message = message
    }

    init(_ error: any Error) {
      guard let first = (error as? ContentErrors)?.errors.first else {
        let error = GatewayError(error)
        self.init(error.code, error.message)
        return
      }
      let code: GatewayError.Code =
        switch first.code {
        case .missing, .unsupported, .tooLarge: .invalidArgument
        case .overloaded: .resourceExhausted
        case .knownImage, .unsupportedImageFormat, .invalidImage: .cancelled
        }
      self.init(code, first.message)
    }
  }

  /// - Throws: what encoding the report throws.
  static func append(
    _ result: Result<EvaluatedItem, Failure>, of row: BatchRow, template: ReportTemplate, to out: inout [UInt8]
  ) throws {
    out.append(contentsOf: #"{"refId":"#.utf8)
    JSONText.append(row.refID, to: &out)
    switch result {
    case .success(let item):
      out.append(contentsOf: #","report":"#.utf8)
      try template.appendJSON(of: item, to: &out)
    case .failure(let failure):
      out.append(contentsOf: #","error":{"code":"#.utf8)
      JSONText.append(failure.code.rawValue, to: &out)
      out.append(contentsOf: #","message":"#.utf8)
      JSONText.append(failure.message, to: &out)
      out.append(UInt8(ascii: "}"))
    }
    out.append(contentsOf: "}\n".utf8)
  }
}

internal import Foundation
internal import GatewayProtocol

/// What the bare servers answer: the product's own answer to the request that is measured.
enum SampleReport {
  /// - Parameter file: a line of the product's stream, `{"result": {...}}`.
  static func read(_ file: String) throws -> Clavata_Gateway_V1_EvaluateResponse {
    let line = try Data(contentsOf: URL(filePath: file))
    let head = #"{"result":"#.utf8.count
    let tail = line.lastIndex(of: UInt8(ascii: "}")) ?? line.endIndex
    return try ProtoJSONReader.decode(from: Array(line[head..<tail]))
  }
}

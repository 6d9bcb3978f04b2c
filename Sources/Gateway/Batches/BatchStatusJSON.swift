internal import GatewayProtocol
internal import Storage

/// How far a batch job has come: what the wire's own message has no room for, around it.
enum BatchStatusJSON {
  /// - Throws: what encoding the message throws.
  static func encode(_ record: BatchRecord, as batch: Clavata_Gateway_V1_BatchJob) throws -> [UInt8] {
    var out = Array(#"{"batchJob":"#.utf8)
    try ProtoJSONWriter.encode(batch, into: &out)
    out.append(contentsOf: #","rows":"#.utf8)
    JSONText.append(record.input?.rows ?? 0, to: &out)
    out.append(contentsOf: #","rowsDone":"#.utf8)
    JSONText.append(record.progress.rows, to: &out)
    out.append(contentsOf: #","rowsFailed":"#.utf8)
    JSONText.append(record.progress.failedRows, to: &out)
    if let failure = record.failure {
      out.append(contentsOf: #","error":"#.utf8)
      try ProtoJSONWriter.encode(Clavata_Gateway_V1_BatchJobError(failure), into: &out)
    }
    out.append(UInt8(ascii: "}"))
    return out
  }
}

internal import Gateway
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Storage

/// Where batch jobs' files come in and go out: by signed addresses, which stand in the place of a key.
struct BatchFileRoutes: Sendable {
  /// Bytes that are read at once of a file that goes out.
  private static let blockBytes = 256 << 10

  let batches: BatchService

  func add(to router: Router<RESTContext>) {
    for verb in [HTTPRequest.Method.put, .post] {
      router.on("/v1/batch-jobs/{id}/input", method: verb) { request, context in
        try await take(request, ticket: Self.ticket(request, context))
      }
    }
    router.on("/v1/batch-jobs/{id}/output", method: .get) { request, context in
      try await give(Self.ticket(request, context))
    }
  }

  private func take(_ request: Request, ticket: BatchTicket) async throws -> Response {
    let limit = BatchLimits.inputBytes
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw BodyTooLarge(limit: limit)
    }
    do {
      let batch = try await batches.uploads.take(request.body.map { Array(buffer: $0) }, for: ticket)
      let status = ByteBuffer(bytes: try await batches.status(of: batch))
      return Response(status: .ok, headers: RESTResponder.headers, body: ResponseBody(byteBuffer: status))
    } catch is BatchInputTooLarge {
      throw BodyTooLarge(limit: limit)
    }
  }

  private func give(_ ticket: BatchTicket) async throws -> Response {
    let (file, bytes) = try await batches.output(ticket)
    let headers: HTTPFields = [.contentType: "application/x-ndjson", .cacheControl: "no-store"]
    let body = ResponseBody(contentLength: bytes) { writer in
      var rest = bytes
      while rest > 0 {
        let block = try await file.read(upTo: min(rest, Self.blockBytes))
        // Shorter than it was: the connection ends before the length that was told, which the caller sees.
        guard !block.isEmpty else { throw GatewayError(.dataLoss, "the output is not whole") }
        rest -= block.count
        try await writer.write(ByteBuffer(bytes: block))
      }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: headers, body: body)
  }

  private static func ticket(_ request: Request, _ context: RESTContext) -> BatchTicket {
    let query = request.uri.queryParameters
    return BatchTicket(
      batch: context.parameters.get("id") ?? "", expires: query.get("expires") ?? "",
      signature: query.get("signature") ?? "")
  }
}

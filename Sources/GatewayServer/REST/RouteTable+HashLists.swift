internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes
internal import NIOCore

extension RouteTable {
  static func hashListRoutes(_ services: ServiceSet) -> [Route] {
    let service = "gavel.hashes.v1.HashListsService"
    let lists = services.hashLists
    let name = ["name": "name"]
    return [
      .unary(.get, "/v1/hash-lists", "\(service)/ListHashLists", body: .query) {
        try await lists.list($0, caller: $1)
      },
      Route(
        verb: .put, path: "/v1/hash-lists/{name}", method: "\(service)/LoadHashList",
        body: .file(field: "chunk", limit: HashListLimits.fileBytes),
        call: .unary { parts, caller in
          let request: Gavel_Hashes_V1_LoadHashListRequest = try await parts.message(bind: name, reader: .whole)
          guard let file = parts.file else { throw GatewayError(.invalidArgument, "there is no file") }
          let distance = request.hasDistance ? Int(request.distance) : nil
          let loaded = try await lists.load(
            file.map { HashListPiece(name: request.name, distance: distance, bytes: $0) },
            caller: caller)
          return ByteBuffer(bytes: try ProtoJSONWriter.encode(loaded))
        }, bind: name, request: Gavel_Hashes_V1_LoadHashListRequest.protoMessageName),
      .unary(.delete, "/v1/hash-lists/{name}", "\(service)/RemoveHashList", body: .query, bind: name) {
        try await lists.remove($0, caller: $1)
      },
    ]
  }
}

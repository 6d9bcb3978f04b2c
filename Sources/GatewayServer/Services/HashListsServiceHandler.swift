internal import GRPCCore
internal import Gateway
internal import GatewayProtocol

/// `HashListsService` over gRPC.
struct HashListsServiceHandler: Gavel_Hashes_V1_HashListsService.SimpleServiceProtocol {
  let services: ServiceSet

  func loadHashList(
    request: RPCAsyncSequence<Gavel_Hashes_V1_LoadHashListRequest, any Error>, context: ServerContext
  ) async throws -> Gavel_Hashes_V1_LoadHashListResponse {
    let pieces = request.map { (piece: Gavel_Hashes_V1_LoadHashListRequest) throws -> HashListPiece in
      guard piece.chunk.count <= HashListLimits.chunkBytes else {
        throw GatewayError(.invalidArgument, "chunk: is at most \(HashListLimits.chunkBytes) bytes")
      }
      return HashListPiece(
        name: piece.name, distance: piece.hasDistance ? Int(piece.distance) : nil, bytes: [UInt8](piece.chunk))
    }
    return try await services.hashLists.load(pieces, caller: .required())
  }

  func listHashLists(
    request: Gavel_Hashes_V1_ListHashListsRequest, context: ServerContext
  ) async throws -> Gavel_Hashes_V1_ListHashListsResponse {
    try await services.hashLists.list(request, caller: .required())
  }

  func removeHashList(
    request: Gavel_Hashes_V1_RemoveHashListRequest, context: ServerContext
  ) async throws -> Gavel_Hashes_V1_RemoveHashListResponse {
    try await services.hashLists.remove(request, caller: .required())
  }
}

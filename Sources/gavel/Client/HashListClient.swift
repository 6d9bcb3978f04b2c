internal import AsyncHTTPClient
internal import Foundation
internal import GatewayProtocol
internal import NIOCore
internal import NIOHTTP1
internal import SwiftProtobuf

/// Lists of known images, from the side that keeps them on a server.
struct HashListClient {
  /// What a file's way there, and its reading, may take.
  private static let loadTime: TimeAmount = .hours(1)

  let connection: ServerConnection

  /// - Throws: `ServerRefusal`, of an input where the server does not take the file.
  func load(_ file: OutgoingFile, name: String, distance: Int?) async throws -> Gavel_Hashes_V1_HashList {
    let query = distance.map { "?distance=\($0)" } ?? ""
    let body = try await connection.send(
      file, as: "application/octet-stream", by: connection.request(.PUT, Self.path(of: name) + query),
      timeout: Self.loadTime)
    return try ProtoJSONReader.decode(Gavel_Hashes_V1_LoadHashListResponse.self, from: Array(buffer: body)).hashList
  }

  func lists() async throws -> [Gavel_Hashes_V1_HashList] {
    let answer: Gavel_Hashes_V1_ListHashListsResponse = try await connection.call(.GET, "/v1/hash-lists")
    return answer.hashLists
  }

  func remove(_ name: String) async throws -> Gavel_Hashes_V1_HashList {
    let answer: Gavel_Hashes_V1_RemoveHashListResponse = try await connection.call(.DELETE, Self.path(of: name))
    return answer.hashList
  }

  private static func path(of name: String) -> String {
    "/v1/hash-lists/" + (name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? name)
  }
}

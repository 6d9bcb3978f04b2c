import Foundation

@testable import Storage

/// A folder that does not exist yet, for one test; gone once it is let go.
final class TemporaryFolder: Sendable {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("gavel-storage-\(UUID().uuidString)")

  deinit {
    try? FileManager.default.removeItem(at: url)
  }
}

/// Runs with a new store, and closes it.
func withStore<Value>(
  limits: GroupCommitLimits = GroupCommitLimits(), _ body: (SQLiteStore) async throws -> Value
) async throws -> Value {
  let folder = TemporaryFolder()
  let store = try await SQLiteStore.open(folder: folder.url, limits: limits)
  let value: Value
  do {
    value = try await body(store)
  } catch {
    try await store.close()
    throw error
  }
  try await store.close()
  return value
}

/// The code of what the body throws; nil where it throws nothing.
func codeThrown(_ body: () async throws -> Void) async throws -> StoreError.Code? {
  do {
    try await body()
    return nil
  } catch let error as StoreError {
    return error.code
  }
}

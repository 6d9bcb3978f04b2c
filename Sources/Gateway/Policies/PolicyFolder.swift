package import Foundation
internal import GatewayProtocol
package import Logging
internal import PolicyLanguage
internal import ServiceLifecycle
internal import Storage
internal import SwiftProtobuf

/// Keeps an account's policies in step with the `.policy` files of a folder: a file's name is the policy's key, its text
/// the active version, and its id follows from the account and the key, so that it is the same on every machine.
///
/// A file that does not compile changes nothing: the version before it stays active. A file that goes away disables its
/// policy.
package struct PolicyFolder: Service {
  package static let fileExtension = "policy"
  package static let interval: Duration = .seconds(1)
  package static let fileLimit = 10_000
  /// Whom a policy's history names for what the folder makes active.
  private static let deployer = Deployer(name: "policies folder")

  private let folder: URL
  private let catalog: PolicyCatalog
  private let account: UUID
  private let logger: Logger

  package init(folder: URL, catalog: PolicyCatalog, account: UUID, logger: Logger) {
    self.folder = folder
    self.catalog = catalog
    self.account = account
    self.logger = logger
  }

  /// Looks again and again for what changed, until the server stops.
  package func run() async throws {
    await cancelWhenGracefulShutdown {
      // What `load` did before the server started is found unchanged here.
      var known: [String: Stamp] = [:]
      while !Task.isCancelled {
        do { try await sync(&known) } catch {
          logger.warning("policies folder cannot be read", metadata: ["folder": "\(folder.path)"])
        }
        do { try await Task.sleep(for: Self.interval) } catch { return }
      }
    }
  }

  /// Brings the account in step with the folder once.
  ///
  /// - Returns: the policies of the folder, by key.
  /// - Throws: what reading the folder throws; a broken file is logged, not thrown.
  @discardableResult
  package func load() async throws -> [String: UUID] {
    var known: [String: Stamp] = [:]
    try await sync(&known)
    for policy in try await catalog.policies(PolicyRowQuery(), account: account)
    where policy.id == id(of: policy.key) && known[policy.key] == nil {
      // Its file went away while no server ran.
      await disable(policy.key)
    }
    return Dictionary(uniqueKeysWithValues: known.keys.map { ($0, id(of: $0)) })
  }

  /// The id of the policy with this key: a UUID of version 5 (RFC 9562) under the account's id.
  package func id(of key: String) -> UUID {
    .named("policy:\(key)", in: account)
  }

  private struct Stamp: Equatable {
    var modified: Date?
    var size: Int?
  }

  private func sync(_ known: inout [String: Stamp]) async throws {
    let keys: Set<URLResourceKey> = [.contentModificationDateKey, .fileSizeKey, .isRegularFileKey]
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: Array(keys))
      .filter { $0.pathExtension == Self.fileExtension }.prefix(Self.fileLimit)
    var present: Set<String> = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      let key = file.deletingPathExtension().lastPathComponent
      present.insert(key)
      let values = try? file.resourceValues(forKeys: keys)
      let stamp = Stamp(modified: values?.contentModificationDate, size: values?.fileSize)
      guard known[key] != stamp else { continue }
      // What the store could not take is tried again the next time.
      if await take(file, key: key) { known[key] = stamp }
    }
    for key in known.keys where !present.contains(key) {
      known[key] = nil
      await disable(key)
    }
  }

  /// - Returns: whether the file is settled: taken, or found to be broken.
  private func take(_ file: URL, key: String) async -> Bool {
    do {
      let text = try String(contentsOf: file, encoding: .utf8)
      let draft = PolicyCatalog.VersionDraft(
        text: text, metadata: .with { $0.message = "from \(file.lastPathComponent)" })
      let written: PolicyCatalog.Written
      if var policy = try await existing(key) {
        if policy.isDisabled || policy.isDeleted {
          policy.isDisabled = false
          policy.isDeleted = false
          policy = try await catalog.update(policy)
        }
        let active = try await active(policy)
        guard active != text else { return true }
        written = try await catalog.createVersion(of: policy, draft: draft, activate: true, by: Self.deployer)
      } else {
        written = try await catalog.create(
          key: key, draft: draft, id: id(of: key), account: account, by: Self.deployer)
      }
      switch written {
      case .version(let policy, let version):
        logger.info(
          "policy loaded",
          metadata: ["policy": "\(key)", "id": "\(policy.id.wire)", "version": "\(version.number)"])
      case .invalid(let error):
        logger.error(
          "policy not loaded: it does not compile; the version before it stays",
          metadata: [
            "file": "\(file.lastPathComponent)", "line": "\(error.range.start.line)",
            "column": "\(error.range.start.column)", "error": "\(error.message)",
          ])
      }
      return true
    } catch {
      logger.error(
        "policy not loaded", metadata: ["file": "\(file.lastPathComponent)", "error": "\(GatewayError(error).message)"])
      return false
    }
  }

  private func existing(_ key: String) async throws -> PolicyRecord? {
    var query = PolicyRowQuery()
    query.ids = [id(of: key)]
    query.includesDeleted = true
    return try await catalog.policies(query, account: account).first
  }

  private func active(_ policy: PolicyRecord) async throws -> String? {
    guard let id = policy.activeVersionID else { return nil }
    return try await catalog.version(id, account: account)?.text
  }

  private func disable(_ key: String) async {
    do {
      guard var policy = try await existing(key), !policy.isDisabled else { return }
      policy.isDisabled = true
      _ = try await catalog.update(policy)
      logger.info("policy disabled: its file is gone", metadata: ["policy": "\(key)"])
    } catch {
      logger.error("policy not disabled", metadata: ["policy": "\(key)", "error": "\(GatewayError(error).message)"])
    }
  }
}

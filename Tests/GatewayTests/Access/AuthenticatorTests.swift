internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// How long a key is remembered.
struct AuthenticatorTests {
  /// A key that was changed behind the server's back is let in for two seconds and no longer; one that it was told of,
  /// not once more.
  @Test func aChangeHoldsSoonOrAtOnce() async throws {
    let engine = try await TestEngine()
    let time = SetTime()
    let authenticator = Authenticator(
      store: engine.store, now: { Date(timeIntervalSince1970: Double(time.now.components.seconds)) })
    let keys = KeyService(store: engine.store)
    let (key, record) = try await keys.create(name: "", role: .evaluator, expires: nil, account: engine.account)
    func isLetIn() async -> Bool { (try? await authenticator.caller(authorization: "Bearer \(key)")) != nil }
    func set(_ state: KeyState) async throws { _ = try await keys.set(state, key: record.id, account: engine.account) }

    var seen = [await isLetIn()]
    try await set(.disabled)
    seen.append(await isLetIn())
    time.pass(.seconds(1))
    seen.append(await isLetIn())
    time.pass(.seconds(1))
    seen.append(await isLetIn())
    #expect(seen == [true, true, true, false])

    try await set(.enabled)
    seen = [await isLetIn()]
    try await set(.disabled)
    authenticator.forget(key: UUID())
    seen.append(await isLetIn())
    authenticator.forget(key: record.id)
    seen.append(await isLetIn())
    #expect(seen == [true, true, false])
  }

  /// An account can have so many valid keys and no more; one that is revoked makes room.
  @Test func keysAreBounded() async throws {
    let engine = try await TestEngine()
    let keys = KeyService(store: engine.store)
    let other = try await engine.otherAccount().id
    func create() async throws -> UUID {
      try await keys.create(name: "", role: .evaluator, expires: nil, account: other).record.id
    }
    let first = try await create()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 2..<KeyService.maximumKeys {
        let key = KeyRecord(
          id: UUID(), accountID: other, name: "", hash: APIKey.hash("\(number)"), suffix: "", role: .writer,
          state: .disabled, created: Date(), expires: nil)
        group.addTask { try await engine.store.insert(key) }
      }
      try await group.waitForAll()
    }
    let error = await #expect(throws: GatewayError.self) { try await create() }
    #expect(error?.code == .resourceExhausted)
    _ = try await keys.set(.revoked, key: first, account: other)
    _ = try await create()
  }

  /// A person's role is their keys' at once, and who is taken out is let in no more; the server was told of both.
  @Test func aPersonsChangeHoldsAtOnce() async throws {
    let engine = try await TestEngine()
    let invites = InviteService(store: engine.store)
    let code = try await invites.invite(
      .with {
        $0.email = "ada@example.com"
        $0.role = .apiUser
      }, caller: engine.caller
    ).code
    let made = try await invites.accept(InviteAcceptance(code: code)).userInfo
    let time = Date()
    let authenticator = Authenticator(store: engine.store, now: { time })
    let users = UserService(store: engine.store, authenticator: authenticator)
    func role() async -> KeyRole? { try? await authenticator.caller(authorization: "Bearer \(made.token)").role }
    var seen = [await role()]
    _ = try await users.patch(
      .with {
        $0.userID = made.userID
        $0.patch = .with { $0.role = .policyWriter }
      }, caller: engine.caller)
    seen.append(await role())
    _ = try await users.delete(.with { $0.userID = made.userID }, caller: engine.caller)
    seen.append(await role())
    #expect(seen == [.evaluator, .writer, nil])
  }

  /// When a person was there is noted at most once an hour, however often their keys are used.
  @Test func notesLoginsOnceAnHour() async throws {
    let engine = try await TestEngine()
    let invites = InviteService(store: engine.store)
    let code = try await invites.invite(
      .with {
        $0.email = "ada@example.com"
        $0.role = .apiUser
      }, caller: engine.caller
    ).code
    let made = try await invites.accept(InviteAcceptance(code: code)).userInfo
    let id = try #require(UUID(uuidString: made.userID))
    let start = Date().roundedToMicroseconds
    let clock = MovingClock(start)
    let authenticator = Authenticator(store: engine.store, now: { clock.now })
    func use() async throws -> Date? {
      _ = try await authenticator.caller(authorization: "Bearer \(made.token)")
      return try await engine.store.user(id, account: engine.account)?.lastLogin
    }
    _ = try await use()
    try await until { try await use() == start }
    clock.pass(3_599)
    _ = try await use()
    clock.pass(2)
    _ = try await use()
    let hour = start.addingTimeInterval(3_601).roundedToMicroseconds
    try await until { try await use() == hour }
  }
}

package import Gateway

/// Everything a transport can call: both transports serve the one set.
@dynamicMemberLookup
package struct ServiceSet: Sendable {
  private let engine: Engine
  package let health = HealthState()

  package init(engine: Engine) {
    self.engine = engine
  }

  package subscript<Service>(dynamicMember path: KeyPath<Engine, Service>) -> Service { engine[keyPath: path] }
}

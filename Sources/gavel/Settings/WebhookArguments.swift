internal import ArgumentParser
internal import Configuration
internal import Gateway
internal import GuardedFetching

/// The flags of where webhooks may go.
struct WebhookArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Networks that webhooks may go to beside the public ones: 10.1.0.0/16,fd00::/8.", valueName: "networks"))
  var webhookNetworks: String?

  @Option(help: ArgumentHelp("Ports that their URLs may name beside 443: 8443.", valueName: "ports"))
  var webhookPorts: String?

  @Option(
    help: ArgumentHelp("Certificates, PEM, that their receivers may have beside the system's.", valueName: "file"))
  var webhookCertificates: String?

  @Flag(help: "Let webhooks go to plain http on the loopback, for trying them out.")
  var webhookPlaintextLoopback = false

  /// - Throws: `SettingError` naming the setting.
  func client(_ settings: Settings) throws -> WebhookClient {
    var configuration = FetchConfiguration.webhooks
    configuration.addresses.allowed = try settings.networks(
      "webhookNetworks", flag: webhookNetworks, name: "webhook networks")
    configuration.ports.formUnion(try settings.ports("webhookPorts", flag: webhookPorts, name: "webhook ports"))
    configuration.trustedRootsFile = settings.string("webhookCertificates", flag: webhookCertificates)
    let allowsLoopback = settings.bool("webhookPlaintextLoopback", flag: webhookPlaintextLoopback)
    do throws(FetchError) {
      return try WebhookClient(configuration: configuration, allowsPlaintextLoopback: allowsLoopback)
    } catch {
      throw SettingError("webhooks: \(error.message)")
    }
  }
}

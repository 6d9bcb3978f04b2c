internal import ArgumentParser
internal import Configuration
internal import ContentIntake
internal import Foundation
internal import GuardedFetching
internal import Logging

/// The flags of how images are taken in, and of what looks at them.
struct ImageArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A classifier of your own that looks at images in place of the models that do.", valueName: "dir"))
  var imageClassifier: String?

  @Option(
    help: ArgumentHelp(
      "Lists of known images' hashes, commas between: an image that is on one is refused.", valueName: "files"))
  var knownImages: String?

  @Option(
    help: ArgumentHelp(
      "Networks that image URLs may lead to beside the public ones: 10.1.0.0/16,fd00::/8.", valueName: "networks"))
  var fetchNetworks: String?

  @Option(help: ArgumentHelp("Ports that image URLs may name beside 80 and 443: 8080,8443.", valueName: "ports"))
  var fetchPorts: String?

  @Flag(help: "Fetch nothing: refuse image URLs.")
  var noFetch = false

  /// - Parameter logger: is told of each image that could not be fetched, and why.
  /// - Throws: `SettingError` naming the setting.
  func intake(_ settings: Settings, logger: Logger) throws -> ContentIntake {
    let known = try parts(settings.string("knownImages", flag: knownImages)).map { path in
      let file = URL(filePath: path)
      do throws(KnownImageListError) {
        return try KnownImageList.load(file, name: file.deletingPathExtension().lastPathComponent)
      } catch {
        throw SettingError("\(path)\(error.line.map { ":\($0)" } ?? ""): \(error.message)")
      }
    }
    let fetcher = settings.bool("noFetch", flag: noFetch) ? nil : try fetcher(settings)
    return ContentIntake(
      images: ImageIntake(fetcher: fetcher, pool: DecodingPool(), known: known) { failure in
        logger.info(
          "an image was not fetched", metadata: ["reason": "\(failure.message)", "detail": "\(failure.detail)"])
      })
  }

  private func fetcher(_ settings: Settings) throws -> GuardedFetcher {
    var configuration = FetchConfiguration()
    configuration.addresses.allowed = try parts(settings.string("fetchNetworks", flag: fetchNetworks)).map { part in
      guard let network = AddressNetwork(part) else {
        throw SettingError("fetch networks: `\(part)` is not a network, such as 10.1.0.0/16")
      }
      return network
    }
    for part in parts(settings.string("fetchPorts", flag: fetchPorts)) {
      guard let port = Int(part), (1...65_535).contains(port) else {
        throw SettingError("fetch ports: `\(part)` is not a port")
      }
      configuration.ports.insert(port)
    }
    configuration.accept = ImageFormat.allCases.map(\.mediaType).joined(separator: ", ")
    do {
      return try GuardedFetcher(configuration: configuration)
    } catch {
      throw SettingError("fetching: \(error.message)")
    }
  }

  private func parts(_ list: String?) -> [String] {
    (list ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

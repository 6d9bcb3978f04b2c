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
    let known = try settings.parts("knownImages", flag: knownImages).map { path in
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
    configuration.addresses.allowed = try settings.networks(
      "fetchNetworks", flag: fetchNetworks, name: "fetch networks")
    configuration.ports.formUnion(try settings.ports("fetchPorts", flag: fetchPorts, name: "fetch ports"))
    configuration.accept = ImageFormat.allCases.map(\.mediaType).joined(separator: ", ")
    do {
      return try GuardedFetcher(configuration: configuration)
    } catch {
      throw SettingError("fetching: \(error.message)")
    }
  }
}

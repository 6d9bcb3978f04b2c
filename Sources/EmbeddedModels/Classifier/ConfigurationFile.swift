internal import Foundation

/// What a classifier of the user's own is told by, as JSON in a file.
protocol ConfigurationFile: Decodable {
  /// What of it cannot be; nil where all can.
  var flaw: String? { get }
}

/// A file of more bytes is something else.
private let maximumConfigurationBytes = 1 << 16

extension ConfigurationFile {
  /// - Throws: where the file is missing, or says what cannot be.
  static func load(_ file: URL) throws(EmbeddedModelError) -> Self {
    let data = try ModelFiles.contents(of: file)
    guard data.count <= maximumConfigurationBytes else {
      throw EmbeddedModelError(.unusable, "\(file.path) is too long for a classifier's configuration")
    }
    do throws(ClassifierFlaw) {
      return try Self(data)
    } catch {
      throw EmbeddedModelError(.unusable, "\(file.path) cannot be followed: \(error.text)")
    }
  }

  init(_ data: Data) throws(ClassifierFlaw) {
    do {
      self = try JSONDecoder().decode(Self.self, from: data)
    } catch {
      throw ClassifierFlaw(error)
    }
    if let flaw { throw ClassifierFlaw(text: flaw) }
  }
}

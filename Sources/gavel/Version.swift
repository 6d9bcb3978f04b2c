/// This build of Gavel.
enum Version {
  static let current = "0.1.0"
}

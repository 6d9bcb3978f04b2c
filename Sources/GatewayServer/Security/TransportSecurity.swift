package import Foundation

/// How connections are protected.
package enum TransportSecurity: Sendable, Hashable {
  /// Not at all: only where it was asked for.
  case plaintext
  case tls(CertificatePair)
}

/// A certificate chain and its private key, as PEM.
package struct CertificatePair: Sendable, Hashable {
  package var certificate: String
  package var key: String

  package init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }

  /// - Throws: what reading the files throws.
  package init(certificateFile: URL, keyFile: URL) throws {
    certificate = try String(contentsOf: certificateFile, encoding: .utf8)
    key = try String(contentsOf: keyFile, encoding: .utf8)
  }
}

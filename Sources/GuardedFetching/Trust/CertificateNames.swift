internal import SwiftASN1
internal import X509

/// The names that a certificate is for (RFC 9525).
enum CertificateNames {
  /// Whether one of them is the host, in full or with a first label of `*`.
  ///
  /// Names alone count: a certificate for the address that happens to be connected to proves nothing of the name, for
  /// whoever bends a look-up can have one. Nor does the subject's common name.
  ///
  /// - Parameter host: in lower case, without a final dot.
  static func match(_ names: [String], host: String) -> Bool {
    names.contains { name in
      let name = ASCII.lowercased(name.utf8)
      if name == host { return true }
      guard name.hasPrefix("*."), let dot = host.firstIndex(of: ".") else { return false }
      return name.dropFirst() == host[dot...]
    }
  }

  /// - Parameter certificate: DER.
  /// - Returns: none where it cannot be read.
  static func names(in certificate: [UInt8]) -> [String] {
    guard let certificate = try? Certificate(derEncoded: certificate),
      let alternatives = try? certificate.extensions.subjectAlternativeNames
    else { return [] }
    return alternatives.compactMap { if case .dnsName(let name) = $0 { name } else { nil } }
  }
}

internal import Crypto
package import Foundation
internal import SwiftASN1
internal import X509

/// A certificate that the server signs itself: enough to keep a connection private, for who trusts it by its file.
package enum SelfSignedCertificate {
  package static let lifetime: TimeInterval = 365 * 86_400
  /// One with less left than this is replaced at start.
  package static let renewal: TimeInterval = 30 * 86_400

  /// The pair kept in `folder` (`certificate.pem`, `key.pem`), made anew where there is none or it is about to expire.
  ///
  /// - Throws: what the file system throws.
  package static func pair(in folder: URL, host: String) throws -> CertificatePair {
    let certificateFile = folder.appending(path: "certificate.pem")
    let keyFile = folder.appending(path: "key.pem")
    if let kept = try? CertificatePair(certificateFile: certificateFile, keyFile: keyFile),
      let certificate = try? Certificate(pemEncoded: kept.certificate),
      certificate.notValidAfter > Date().addingTimeInterval(renewal)
    {
      return kept
    }
    let pair = try make(host: host, at: Date())
    let manager = FileManager.default
    try manager.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data(pair.certificate.utf8).write(to: certificateFile, options: .atomic)
    // The key's file is private from its first byte on.
    _ = manager.createFile(atPath: keyFile.path, contents: nil, attributes: [.posixPermissions: 0o600])
    try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: keyFile.path)
    let handle = try FileHandle(forWritingTo: keyFile)
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(pair.key.utf8))
    try handle.close()
    return pair
  }

  /// A fresh pair for this machine's loopback names and `host`.
  package static func make(host: String, at moment: Date) throws -> CertificatePair {
    let signingKey = P256.Signing.PrivateKey()
    let key = Certificate.PrivateKey(signingKey)
    let name = try DistinguishedName { CommonName("Gavel") }
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
      notValidBefore: moment.addingTimeInterval(-300), notValidAfter: moment.addingTimeInterval(lifetime),
      issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        KeyUsage(digitalSignature: true, keyCertSign: true)
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames(names(host))
      },
      issuerPrivateKey: key)
    return CertificatePair(
      certificate: try certificate.serializeAsPEM().pemString, key: signingKey.pemRepresentation)
  }

  private static func names(_ host: String) -> [GeneralName] {
    var names: [GeneralName] = [
      .dnsName("localhost"),
      .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
      .ipAddress(ASN1OctetString(contentBytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])),
    ]
    let numbers = host.split(separator: ".").compactMap { UInt8($0) }
    if numbers.count == 4 {
      if numbers != [127, 0, 0, 1] { names.append(.ipAddress(ASN1OctetString(contentBytes: numbers[...]))) }
    } else if !host.contains(":"), host != "localhost" {
      names.append(.dnsName(host))
    }
    return names
  }
}

import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// A certificate for some names or addresses, signed by itself, and the file by which it is trusted.
struct TestCertificates {
  let server: NIOSSLContext
  let rootFile: URL

  init(names: [String]) throws {
    let signingKey = P256.Signing.PrivateKey()
    let key = Certificate.PrivateKey(signingKey)
    // Two of them with one subject would be taken for one another.
    let subject = try DistinguishedName { CommonName("Test \(UUID())") }
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
      notValidBefore: Date().addingTimeInterval(-300), notValidAfter: Date().addingTimeInterval(3_600),
      issuer: subject, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        KeyUsage(digitalSignature: true, keyCertSign: true)
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames(names.map(Self.name))
      },
      issuerPrivateKey: key)
    let text = try certificate.serializeAsPEM().pemString
    rootFile = FileManager.default.temporaryDirectory.appending(path: "gavel-\(UUID()).pem")
    try Data(text.utf8).write(to: rootFile)
    server = try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: [.certificate(NIOSSLCertificate(bytes: Array(text.utf8), format: .pem))],
        privateKey: .privateKey(NIOSSLPrivateKey(bytes: Array(signingKey.pemRepresentation.utf8), format: .pem))))
  }

  func remove() { try? FileManager.default.removeItem(at: rootFile) }

  private static func name(_ text: String) -> GeneralName {
    let numbers = text.split(separator: ".").compactMap { UInt8($0) }
    return numbers.count == 4 ? .ipAddress(ASN1OctetString(contentBytes: numbers[...])) : .dnsName(text)
  }
}

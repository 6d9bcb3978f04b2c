import Testing

@testable import GuardedFetching

@Suite struct CertificateNamesTests {
  /// A name is itself, in whatever case, or one label more than what follows `*.`; nothing else matches.
  @Test(arguments: [
    ("a.example.com", true), ("A.Example.COM", true), ("*.example.com", true), ("*.EXAMPLE.com", true),
    ("example.com", false), ("b.a.example.com", false), ("*.a.example.com", false), ("*.com", false), ("*", false),
    ("*.", false), ("", false), ("a*.example.com", false), ("*a.example.com", false), ("a.*.com", false),
    ("a.example.com.", false), ("a.example.co", false), ("xa.example.com", false), ("127.0.0.1", false),
  ])
  func match(name: String, isMatch: Bool) {
    #expect(CertificateNames.match([name], host: "a.example.com") == isMatch)
    #expect(CertificateNames.match(["z.example.org", name], host: "a.example.com") == isMatch)
  }

  /// What is no certificate has no names.
  @Test func unreadable() {
    #expect(CertificateNames.names(in: []).isEmpty && CertificateNames.names(in: [0x30, 0x80]).isEmpty)
    #expect(!CertificateNames.match([], host: "a.example.com"))
  }
}

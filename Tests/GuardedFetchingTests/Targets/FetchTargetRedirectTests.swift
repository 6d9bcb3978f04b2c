import Testing

@testable import GuardedFetching

@Suite struct FetchTargetRedirectTests {
  /// The normal and odd references of RFC 3986, 5.4, that lead to a place that is fetched from.
  @Test(arguments: [
    ("g", "/b/c/g"), ("./g", "/b/c/g"), ("g/", "/b/c/g/"), ("/g", "/g"), ("?y", "/b/c/d;p?y"), ("g?y", "/b/c/g?y"),
    ("#s", "/b/c/d;p?q"), ("g#s", "/b/c/g"), (";x", "/b/c/;x"), ("", "/b/c/d;p?q"), (".", "/b/c/"), ("./", "/b/c/"),
    ("..", "/b/"), ("../", "/b/"), ("../g", "/b/g"), ("../..", "/"), ("../../g", "/g"), ("../../../g", "/g"),
    ("/./g", "/g"), ("/../g", "/g"), ("g.", "/b/c/g."), ("..g", "/b/c/..g"), ("./../g", "/b/g"), ("./g/.", "/b/c/g/"),
    ("g/./h", "/b/c/g/h"), ("g/../h", "/b/c/h"), ("g?y/../x", "/b/c/g?y/../x"), ("/a//b", "/a//b"),
    ("http://a.example.com/z", "/z"), ("//a.example.com/z/../y", "/z/../y"), ("HTTP://A.example.com", "/"),
  ])
  func resolves(reference: String, resource: String) throws {
    let configuration = FetchConfiguration()
    let base = try FetchTarget("http://a.example.com/b/c/d;p?q", configuration)
    let target = try base.redirected(to: reference, configuration)
    #expect(target.resource == resource)
    #expect(target.authority == "a.example.com" && target.scheme == .http)
  }

  /// Another host, port or scheme is taken from the reference; a relative one keeps them.
  @Test(arguments: [
    ("//b.example.com/x", FetchScheme.https, "b.example.com"),
    ("https://b.example.com:80/x", .https, "b.example.com:80"),
    ("/x", .https, "a.example.com:80"), ("x", .https, "a.example.com:80"),
  ])
  func origins(reference: String, scheme: FetchScheme, authority: String) throws {
    let configuration = FetchConfiguration()
    let base = try FetchTarget("https://a.example.com:80/x", configuration)
    let target = try base.redirected(to: reference, configuration)
    #expect(target.scheme == scheme && target.authority == authority)
  }

  /// A redirect is read as strictly as a caller's URL, and never leads from https to http. The message is the same for
  /// all, and has nothing of the header.
  @Test(arguments: [
    "http://a.example.com/", "http://127.0.0.1/", "https://127.0.0.1/", "https://0x7f.1/", "https://[::1]/",
    "//localhost/", "//169.254.169.254/latest", "file:///etc/passwd", "gopher://a.example.com/", "https:x", "a:b",
    "https://user@a.example.com/", "https://a.example.com:22/", "/\\127.0.0.1", "\\\\127.0.0.1", "/a b", "/\u{e9}",
    "/%",
    "//", "///127.0.0.1/", "https:///127.0.0.1/", "/" + String(repeating: "a", count: 2_048),
    String(repeating: "a", count: 2_040), "javascript:alert(1)", "//a.example.com@127.0.0.1/",
  ])
  func refuses(reference: String) throws {
    let configuration = FetchConfiguration()
    let base = try FetchTarget("https://a.example.com/b", configuration)
    let error = #expect(throws: FetchError.self) { try base.redirected(to: reference, configuration) }
    #expect(error?.code == .forbiddenRedirect)
    #expect(error?.message == "the server redirects to a place that is not fetched from")
  }

  /// A thousand dot segments are as nothing.
  @Test func manySegments() throws {
    let configuration = FetchConfiguration()
    let base = try FetchTarget("https://a.example.com/b", configuration)
    let up = String(repeating: "../", count: 600)
    #expect(try base.redirected(to: up + "x", configuration).resource == "/x")
  }
}

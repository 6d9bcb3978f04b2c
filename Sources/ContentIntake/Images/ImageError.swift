/// Why a picture is not taken in, or not decoded.
package struct ImageError: Error, Sendable, Hashable {
  package enum Code: Sendable, Hashable {
    /// The bytes are no PNG, JPEG or WebP, or a kind of one that is not decoded.
    case unsupportedFormat
    /// They are broken, end early, or contradict themselves.
    case invalid
    /// They are over a limit of `ImageLimits`.
    case tooLarge
    /// There is no memory for it now, or more pictures are waiting than the pool takes on.
    case overloaded
    /// The pool has been stopped.
    case stopped
  }

  package var code: Code
  /// Lower case, no final period; sizes and limits at most, nothing that the picture shows or says.
  package var message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

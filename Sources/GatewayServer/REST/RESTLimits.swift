/// What REST takes in at most.
package enum RESTLimits {
  /// Bytes of a body: the same as a gRPC message may have.
  package static let bodyBytes = GRPCLimits.messageBytes
  /// How long a connection may stay silent.
  package static let idleSeconds: Int64 = 120
}

package enum GRPCLimits {
  /// Bytes of a message: 100 MiB, since images travel inline.
  package static let messageBytes = 100 << 20
}

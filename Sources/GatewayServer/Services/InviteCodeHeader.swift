/// Where an invite's code stands beside an answer: a header over REST, trailing metadata over gRPC.
package enum InviteCodeHeader {
  package static let name = "gavel-invite-code"
}

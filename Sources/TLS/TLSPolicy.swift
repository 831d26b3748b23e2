/// How a server is to speak TLS.
package struct TLSPolicy: Sendable {
  package var profile = Profile.intermediate
  /// The authorities that clients must have a certificate of; `nil`: clients need none.
  package var clientAuthorities: NamedFile?

  package init() {}
}

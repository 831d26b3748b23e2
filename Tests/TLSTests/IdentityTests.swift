import TLS
import TLSTesting
import Testing

@Suite struct IdentityTests {
  let authority = TestAuthority()

  private func reason(_ certificate: [UInt8], _ key: [UInt8]) -> String {
    do throws(TLSError) {
      _ = try Identity(
        certificate: NamedFile(name: "c.pem", bytes: certificate),
        key: NamedFile(name: "k.pem", bytes: key), at: now)
      return "taken"
    } catch {
      return "\(error)"
    }
  }

  @Test("A certificate and its key are taken, with the names in small letters")
  func good() throws {
    let identity = try authority.issue(["A.Example", "*.b.example"]).identity()
    #expect(identity.names == ["a.example", "*.b.example"])
    #expect(identity.warnings.isEmpty)
    #expect(89...90 ~= identity.chain.daysLeft)
  }

  @Test("What is wrong with a pair is said, with the file that it is in")
  func bad() {
    let one = authority.issue(["a.example"])
    let other = authority.issue(["b.example"])
    let expired = authority.issue(["a.example"], days: -9 ... -1)
    let future = authority.issue(["a.example"], days: 1...9)
    let cut = Array(one.certificate.dropLast(60))
    let cases: [([UInt8], [UInt8], String)] = [
      (one.certificate, other.key, "k.pem: the key does not match the certificate c.pem"),
      (expired.certificate, expired.key, "c.pem: certificate 1 (CN=a.example) has expired"),
      (future.certificate, future.key, "c.pem: certificate 1 (CN=a.example) is not valid yet"),
      (
        authority.certificate + one.certificate, one.key,
        "c.pem: certificate 2 is the one of the key k.pem; it must come first"
      ),
      (
        one.certificate + other.certificate, one.key,
        "c.pem: certificate 2 (CN=b.example) did not issue certificate 1 (CN=a.example)"
      ),
      ([], one.key, "c.pem: holds no certificate"), (one.certificate, [], "k.pem: holds no"),
      (Array("x".utf8), one.key, "c.pem: holds no certificate in PEM form"),
      (one.certificate, Array("x".utf8), "k.pem: holds no private key in PEM form"),
      (one.key, one.key, "c.pem: holds no certificate in PEM form"),
      (cut, one.key, "c.pem: certificate 1: "),
    ]
    for (certificate, key, start) in cases {
      let reason = reason(certificate, key)
      #expect(reason.hasPrefix(start), "\(reason)")
    }
  }

  @Test("A chain in order is taken")
  func chain() {
    let one = authority.issue(["a.example"])
    #expect(reason(one.certificate + authority.certificate, one.key) == "taken")
  }

  @Test("A certificate that ends soon, or is for no name, is taken with a warning")
  func warnings() throws {
    let soon = try authority.issue(["a.example"], days: -1...5).identity(named: "soon")
    #expect(soon.warnings.count == 1)
    #expect(soon.warnings.first?.hasPrefix("soon.pem: expires in ") == true)
    let nameless = try authority.issue([]).identity(named: "nameless")
    #expect(nameless.warnings == ["nameless.pem: is for no DNS name (subjectAltName)"])
  }

  @Test("An OCSP response that is none is left out with a warning")
  func ocsp() throws {
    let one = authority.issue(["a.example"])
    let identity = try Identity(
      certificate: NamedFile(name: "c.pem", bytes: one.certificate + authority.certificate),
      key: NamedFile(name: "k.pem", bytes: one.key),
      ocsp: NamedFile(name: "c.pem.ocsp", bytes: [1, 2, 3]), at: now)
    #expect(identity.warnings.count == 1)
    #expect(identity.warnings.first?.hasPrefix("c.pem.ocsp: is no OCSP response") == true)
  }
}

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
    let small = authority.issue(["a.example"], .weak)
    let cut = Array(one.certificate.dropLast(60))
    let cases: [([UInt8], [UInt8], String)] = [
      (one.certificate, other.key, "k.pem: the key does not match the certificate c.pem"),
      (
        small.certificate, small.key,
        "k.pem: has a key of 1,024 bits, which is too small: 2,048 or more are needed (RSA)"
      ),
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

  @Test("One that is not valid, in whichever place of the chain, is taken with a loud warning")
  func invalid() throws {
    let old = TestAuthority("Old authority", days: -9 ... -1)
    let cases: [([UInt8], TestAuthority.Issued, String?)] = [
      ([], authority.issue(["a.example"]), nil),
      (authority.certificate, authority.issue(["a.example"]), nil),
      (
        authority.certificate, authority.issue(["a.example"], days: -9 ... -1),
        "certificate 1 (CN=a.example) has expired, clients refuse it: renew it"
      ),
      (
        [], authority.issue(["a.example"], days: 1...9),
        "certificate 1 (CN=a.example) is not valid yet, clients refuse it: look at this machine's "
          + "clock"
      ),
      (
        old.certificate, old.issue(["a.example"]),
        "certificate 2 (CN=Old authority) has expired, clients refuse it: renew it"
      ),
    ]
    for (rest, issued, reason) in cases {
      let identity = try Identity(
        certificate: NamedFile(name: "c.pem", bytes: issued.certificate + rest),
        key: NamedFile(name: "k.pem", bytes: issued.key), at: now)
      #expect(identity.chain.invalidity == reason)
      #expect(identity.chain.isValid(at: now) == (reason == nil))
      #expect(identity.warnings == (reason.map { ["c.pem: \($0)"] } ?? []))
      // The end is that of whichever certificate ends first.
      let left = identity.chain.endsAt - Int64(now)
      #expect(left >= Int64(identity.chain.daysLeft) * 86_400)
      #expect(left < (Int64(identity.chain.daysLeft) + 1) * 86_400)
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

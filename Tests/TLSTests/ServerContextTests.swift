import TLS
import TLSTesting
import Testing

@Suite struct ServerContextTests {
  let authority = TestAuthority()

  private func connect(
    _ context: ServerContext, _ change: (inout TLSPeer.Wishes) -> Void = { _ in },
    trusting: Bool = false
  ) throws -> Pair {
    var wishes = TLSPeer.Wishes()
    change(&wishes)
    let pair = try Pair(context, TLSPeer(wishes, trusting: trusting ? authority : nil))
    pair.run()
    return pair
  }

  @Test("The name that a client asks for decides: exact, then wildcard, then the first")
  func names() throws {
    let context = try ServerContext.make([
      authority.issue(["first.example"]), authority.issue(["*.wild.example"]),
      authority.issue(["exact.wild.example", "other.example"]),
    ])
    let expected: [(String?, String)] = [
      (nil, "first.example"), ("first.example", "first.example"),
      ("unknown.example", "first.example"), ("a.wild.example", "*.wild.example"),
      ("A.Wild.Example", "*.wild.example"), ("exact.wild.example", "exact.wild.example"),
      ("other.example", "exact.wild.example"), ("wild.example", "first.example"),
      ("a.b.wild.example", "first.example"),
    ]
    for (host, name) in expected {
      let pair = try connect(context) { $0.host = host }
      #expect(pair.client.shown?.name == name, "for \(host ?? "no name")")
    }
  }

  @Test("RSA and ECDSA stand side by side: the client's abilities decide")
  func algorithms() throws {
    let context = try ServerContext.make([
      authority.issue(["a.example"], .rsa), authority.issue(["a.example", "b.example"]),
    ])
    let rsa = "rsa_pss_rsae_sha256:RSA+SHA256"
    for host in ["a.example", nil] {
      #expect(try connect(context) { $0.host = host }.client.shown?.isRSA == false)
      let old = try connect(context) {
        $0.host = host
        $0.signatures = rsa
      }
      #expect(old.client.shown?.isRSA == true)
    }
    #expect(try connect(context) { $0.host = "b.example" }.client.shown?.isRSA == false)
  }

  @Test("A client's list of protocols must hold http/1.1; one without a list is served")
  func protocols() throws {
    let context = try ServerContext.make([authority.issue(["a.example"])])
    #expect(try connect(context).client.chosenProtocol == nil)
    let both = try connect(context) { $0.protocols = ["h2", "http/1.1"] }
    #expect(both.client.chosenProtocol == "http/1.1")
    let neither = try connect(context) { $0.protocols = ["h2", "ftp"] }
    #expect(neither.client.state != .open)
    guard case .failed = neither.server.phase else {
      Issue.record("a protocol that is not spoken was taken")
      return
    }
  }

  @Test("The modern profile refuses TLS 1.2, the intermediate one everything below")
  func profiles() throws {
    let issued = [authority.issue(["a.example"])]
    let modern = try ServerContext.make(issued) { $0.profile = .modern }
    #expect(try connect(modern) { $0.version = TLSPeer.tls12 }.client.state != .open)
    #expect(try connect(modern).client.state == .open)
    let intermediate = try ServerContext.make(issued)
    #expect(try connect(intermediate) { $0.version = TLSPeer.tls12 - 1 }.client.state != .open)
  }

  @Test("Where clients must have a certificate, those of the authority are let in, others not")
  func clientCertificates() throws {
    let context = try ServerContext.make([authority.issue(["a.example"])]) {
      $0.clientAuthorities = NamedFile(name: "ca.pem", bytes: authority.certificate)
    }
    let known = try connect(context) { $0.identity = authority.issue(["client"]) }
    #expect(known.server.phase == .open)
    let stranger = try connect(context) { $0.identity = TestAuthority("Other").issue(["client"]) }
    let nobody = try connect(context)
    for pair in [stranger, nobody] {
      guard case .failed = pair.server.phase else {
        Issue.record("let in")
        continue
      }
    }
  }

  @Test("A client that trusts the authority finds the name in order")
  func verification() throws {
    let context = try ServerContext.make([authority.issue(["a.example"])])
    #expect(try connect(context, { $0.host = "a.example" }, trusting: true).client.state == .open)
    #expect(try connect(context, { $0.host = "b.example" }, trusting: true).client.state != .open)
  }

  @Test("Without a certificate there is no context")
  func nothing() {
    #expect(throws: TLSError.self) { _ = try ServerContext.make([]) }
  }
}

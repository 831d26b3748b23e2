import HTTP
import HTTP1
import Testing

@Suite struct LimitTests {
  @Test("a target of the greatest length is accepted, a longer one answered 414")
  func target() {
    var limits = Limits()
    limits.requestTargetBytesMax = 9
    func request(_ target: String) -> String { "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n" }
    for target in ["/12345678", "/123?5678", "/12345%41", "/?2345%41", "http://ab"] {
      #expect(accepted(request(target), limits: limits)?.target == target)
      for more in ["9", "/", "%", "%41", "\u{0}", "?", "\r"] {
        #expect(refusal(request(target + more), limits: limits) == .targetLength)
      }
    }
    #expect(refusal(request("/123456%41"), limits: limits) == .targetLength)
    #expect(WireError.Reason.targetLength.status == .uriTooLong)
  }

  @Test("the default takes a target of 8,000 bytes, as RFC 9112 asks")
  func longTarget() {
    let path = "/" + String(repeating: "p", count: 7_999)
    var wire = Wire()
    wire.receive(latin1("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n"))
    #expect(wire.isBetweenRequests)
  }

  @Test("a head of the greatest length is accepted, a longer one answered 431")
  func head() {
    let text = get("Accept: b")
    var limits = Limits()
    limits.requestHeadBytesMax = text.utf8.count
    #expect(accepted(text, limits: limits) != nil)
    #expect(accepted("\r\n\r\n" + text, limits: limits) != nil)
    for length in 1..<text.utf8.count {
      limits.requestHeadBytesMax = length
      let reason = refusal(text, limits: limits)
      #expect(reason == (length == 4 || length == 5 ? .targetLength : .headLength))
    }
    #expect(WireError.Reason.headLength.status == .requestHeaderFieldsTooLarge)
  }

  @Test("a head that never ends is refused at the limit, not kept")
  func endless() {
    var limits = Limits()
    limits.requestHeadBytesMax = 200
    for piece in ["X: y\r\n", "n", " ", "é"] {
      let many = String(repeating: piece, count: 300)
      let reason = refusal("GET / HTTP/1.1\r\nHost: a\r\nX:" + many, limits: limits)
      #expect(reason == .headLength)
    }
  }

  @Test("a reader is small, and an idle one holds no parser")
  func size() {
    #expect(MemoryLayout<RequestReader>.size <= 48)
  }
}

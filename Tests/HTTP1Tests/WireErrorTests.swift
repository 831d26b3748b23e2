import HTTP
import HTTP1
import Testing

@Suite struct WireErrorTests {
  @Test(
    "every reason has a status of its own kind and a sentence", arguments: WireError.Reason.allCases
  )
  func complete(reason: WireError.Reason) {
    let allowed: [Status] = [
      .badRequest, .contentTooLarge, .uriTooLong, .expectationFailed, .requestHeaderFieldsTooLarge,
      .notImplemented, .httpVersionNotSupported,
    ]
    #expect(allowed.contains(reason.status))
    #expect("\(reason.detail)".hasSuffix("."))
    let error = WireError(reason, offset: 3)
    #expect(error.status == reason.status)
    #expect("\(error.detail)" == "\(reason.detail)")
  }

  @Test("a refusal tells where the impossible byte stands")
  func offset() {
    func offset(_ text: String) -> Int? {
      var reader = RequestReader()
      let event = reader.next(latin1(text).span, limits: Limits(), parsers: HeadParsers())
      if case .refused(let error) = event { return error.offset }
      return nil
    }
    #expect(offset("\u{0}") == 0)
    #expect(offset("GET /\u{1}") == 5)
    #expect(offset("\r\nGET / HTTP/1.1\r\nA b: c\r\n") == 19)
    #expect(offset("GET / HTTP/1.1\r\nA: b\u{0}") == 20)
  }
}

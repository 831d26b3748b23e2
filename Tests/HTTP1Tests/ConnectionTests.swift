import HTTP
import HTTP1
import Testing

@Suite struct ConnectionTests {
  private func old(_ lines: String...) -> String {
    (["GET / HTTP/1.0"] + lines + ["", ""]).joined(separator: "\r\n")
  }

  @Test("version 1.1 keeps the connection unless close is asked for")
  func version11() {
    #expect(accepted(get())?.option == ConnectionOption.none)
    #expect(accepted(get("Connection: keep-alive"))?.option == ConnectionOption.none)
    #expect(accepted(get("Connection: close"))?.option == .close)
  }

  @Test("version 1.0 closes it unless keep-alive is asked for, and is told of it")
  func version10() {
    #expect(accepted(old())?.option == .close)
    #expect(accepted(old("Connection: keep-alive"))?.option == .keepAlive)
    #expect(accepted(old("Connection: Keep-Alive"))?.persists == true)
    #expect(accepted(old("Connection: close, keep-alive"))?.option == .close)
  }

  @Test(
    "close is found in any case, in lists, between empty members and white space",
    arguments: [
      "close", "Close", "CLOSE", " close ", "\tclose\t", "keep-alive, close", "close,TE", ",close",
      "TE , , close ,", "Upgrade,close",
    ])
  func closeInLists(value: String) {
    #expect(accepted(get("Connection:\(value)"))?.persists == false)
    #expect(accepted(get("Connection: keep-alive", "Connection:\(value)"))?.persists == false)
  }

  @Test(
    "other options, and what is only like close, do not close",
    arguments: [
      "closed", "xclose", "close;x", "\"close\"", "TE", "", ",", "upgrade", "close keep-alive",
    ])
  func otherOptions(value: String) {
    #expect(accepted(get("Connection: \(value)"))?.persists == true)
  }

  @Test("Upgrade is passed over, as are Proxy-Connection and Keep-Alive")
  func upgrade() {
    let head = accepted(
      get("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQ"))
    #expect(head?.persists == true)
    #expect(accepted(get("Upgrade: websocket", "Connection: upgrade, close"))?.persists == false)
    #expect(accepted(get("Proxy-Connection: close"))?.persists == true)
    #expect(accepted(get("Keep-Alive: timeout=5"))?.persists == true)
  }

  @Test("what follows a request that closes the connection is dropped unread")
  func afterClose() {
    let steps = read(get("Connection: close") + "\u{0}garbage")
    #expect(steps.count == 2)
    #expect(read(old() + get()).count == 2)
  }

  @Test("what follows a refused request is dropped unread")
  func afterRefusal() {
    var reader = RequestReader()
    let parsers = HeadParsers()
    let bytes = latin1("\u{0}" + get())
    #expect(
      reader.next(bytes.span, limits: Limits(), parsers: parsers)
        == .refused(WireError(.method, offset: 0)))
    #expect(!reader.persists)
    #expect(
      reader.next(bytes.span, limits: Limits(), parsers: parsers) == .more(bytes: bytes.count))
  }

  @Test("pipelined requests are found one after the other")
  func pipelining() {
    let text =
      get("Accept: 1") + post("Content-Length: 3", content: "abc") + chunked("1\r\nx\r\n0\r\n\r\n")
      + get("Accept: 4")
    let steps = read(text)
    #expect(steps.count == 8)
    let heads = steps.compactMap { if case .head(let head) = $0 { head.method } else { nil } }
    #expect(heads == [.get, .post, .post, .get])
  }

  @Test("the last request that a connection may carry closes it")
  func requestsPerConnection() {
    var limits = Limits()
    limits.requestsPerConnectionMax = 2
    let steps = read(get() + get() + get(), limits: limits)
    #expect(steps.count == 4)
    let options = steps.compactMap { if case .head(let head) = $0 { head.option } else { nil } }
    #expect(options == [.none, .close])
  }

  @Test("100 Continue is awaited by a request of version 1.1 that has content")
  func awaitsContinue() {
    let asked = ["Expect: 100-continue", "Expect: 100-Continue", "expect:,100-CONTINUE ,"]
    for line in asked {
      #expect(
        accepted(post(line, "Content-Length: 1", content: "x"))?.awaitsContinue == true)
      #expect(
        accepted(post(line, "Transfer-Encoding: chunked", content: "0\r\n\r\n"))?.awaitsContinue
          == true)
      #expect(accepted(get(line))?.awaitsContinue == false)
      #expect(accepted(post(line, "Content-Length: 0", content: ""))?.awaitsContinue == false)
      #expect(accepted(old(line, "Content-Length: 0"))?.awaitsContinue == false)
    }
    #expect(
      accepted("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx")?
        .awaitsContinue == false)
    #expect(accepted(post("Expect:", "Content-Length: 1", content: "x"))?.awaitsContinue == false)
  }

  @Test("100 Continue is no longer awaited once the content began to come")
  func contentBegan() {
    var reader = RequestReader()
    let parsers = HeadParsers()
    let limits = Limits()
    let head = latin1(post("Expect: 100-continue", "Content-Length: 2", content: ""))
    let event = reader.next(head.span, limits: limits, parsers: parsers)
    guard case .head(_, head.count) = event else {
      Issue.record("no head")
      return
    }
    #expect(reader.awaitsContinue)
    let nothing: [UInt8] = []
    #expect(reader.next(nothing.span, limits: limits, parsers: parsers) == .more(bytes: 0))
    #expect(reader.awaitsContinue)
    let byte = latin1("x")
    #expect(reader.next(byte.span, limits: limits, parsers: parsers) == .more(bytes: 1))
    #expect(!reader.awaitsContinue)
    #expect(reader.next(byte.span, limits: limits, parsers: parsers) == .end(bytes: 1))
  }

  @Test(
    "any other expectation is answered 417",
    arguments: ["200-ok", "100-continue, x", "x=y", "100-continue;a", "100", "\"100-continue\""])
  func otherExpectation(value: String) {
    #expect(refusal(get("Expect: \(value)")) == .expectation)
    #expect(
      refusal(post("Expect: \(value)", "Content-Length: 1", content: "x")) == .expectation)
    #expect(WireError.Reason.expectation.status == .expectationFailed)
  }
}

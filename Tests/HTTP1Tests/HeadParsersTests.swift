import HTTP
import HTTP1
import Testing

@Suite struct HeadParsersTests {
  @Test("half a head keeps its place while other connections read on the same loop")
  func interleaved() {
    let parsers = HeadParsers()
    let texts = [get("Accept: 1"), post("Content-Length: 2", content: "ab"), get("Range: 3")]
    var wires = texts.map { _ in Wire(parsers: parsers) }
    let longest = texts.map(\.utf8.count).max() ?? 0
    for place in 0..<longest {
      for (index, text) in texts.enumerated() {
        let bytes = latin1(text)
        if place < bytes.count { wires[index].receive([bytes[place]]) }
      }
    }
    for (wire, text) in zip(wires, texts) { #expect(wire.steps == read(text)) }
  }

  @Test("a connection is idle between requests, and only there")
  func idle() {
    var reader = RequestReader()
    let parsers = HeadParsers()
    let limits = Limits()
    #expect(reader.isIdle)
    let bytes = latin1(post("Content-Length: 1", content: "x"))
    _ = reader.next(bytes.span.extracting(first: 9), limits: limits, parsers: parsers)
    #expect(!reader.isIdle)
    let event = reader.next(bytes.span, limits: limits, parsers: parsers)
    guard case .head(_, bytes.count - 1) = event else {
      Issue.record("no head")
      return
    }
    #expect(!reader.isIdle && reader.isWithinRequest)
    _ = reader.next(bytes.span.extracting(last: 1), limits: limits, parsers: parsers)
    #expect(reader.isIdle)
    let lineEnd = latin1("\r\n")
    #expect(
      reader.next(lineEnd.span.extracting(first: 1), limits: limits, parsers: parsers)
        == .more(bytes: 1))
    #expect(!reader.isIdle && !reader.isWithinRequest)
    #expect(
      reader.next(lineEnd.span.extracting(last: 1), limits: limits, parsers: parsers)
        == .more(bytes: 1))
    // An empty line is the beginning of something, though of no request yet.
    #expect(!reader.isIdle && !reader.isWithinRequest)
  }

  @Test("a parser comes back from a connection that goes, and serves the next")
  func release() {
    let parsers = HeadParsers()
    let half = latin1("GET /abandoned?a HTTP/1.1\r\nHost: x\r\nAccept: y\r\nRa")
    for _ in 0..<200 {
      var reader = RequestReader()
      _ = reader.next(half.span, limits: Limits(), parsers: parsers)
      reader.release(to: parsers)
      reader.release(to: parsers)
      var wire = Wire(parsers: parsers)
      wire.receive(latin1(get()))
      #expect(wire.steps == read(get()))
    }
  }

  @Test("a refused head gives its parser back")
  func refusedGivesBack() {
    let parsers = HeadParsers()
    for _ in 0..<3 {
      var wire = Wire(parsers: parsers)
      wire.receive(latin1("GET / HT"))
      wire.receive(latin1("X"))
      #expect(wire.steps == [.refused(.version)])
    }
    var wire = Wire(parsers: parsers)
    wire.receive(latin1(get()))
    #expect(wire.isBetweenRequests)
  }
}

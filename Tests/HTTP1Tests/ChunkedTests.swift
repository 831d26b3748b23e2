import HTTP
import HTTP1
import Testing

@Suite struct ChunkedTests {
  @Test(
    "chunks of any size, in digits of either case, with leading zeros, are read to their end",
    arguments: [
      "0\r\n\r\n", "3\r\nabc\r\n0\r\n\r\n", "A\r\n0123456789\r\n0\r\n\r\n",
      "a\r\n0123456789\r\n00\r\n\r\n", "0003\r\nabc\r\n000000000000000000000000\r\n\r\n",
      "1\r\na\r\n1\r\nb\r\n1\r\n\r\r\n0\r\n\r\n", "2\r\n\r\n\r\n0\r\n\r\n",
      "4\r\n0\r\n\r\r\n0\r\n\r\n",
      "1F\r\n0123456789012345678901234567890\r\n0\r\n\r\n",
    ])
  func sizes(content: String) {
    #expect(accepted(chunked(content)) != nil)
  }

  @Test(
    "a size that is anything but hexadecimal digits is refused",
    arguments: [
      "\r\n", "g\r\n", "-3\r\nabc", "+3\r\nabc", "0x3\r\nabc", "1_0\r\n", " 3\r\nabc", "\t3\r\nabc",
      "3.\r\n", "3,\r\n", "3\u{0}\r\n", "\u{0}", ";a\r\n", "\n", "3\nabc", "3h\r\n", "\u{B2}\r\n",
    ])
  func notASize(content: String) {
    #expect(refusal(chunked(content)) == .chunkSize)
  }

  @Test("a size that overflows is refused")
  func overflow() {
    #expect(refusal(chunked("8000000000000000\r\n")) == .chunkSize)
    #expect(refusal(chunked("10000000000000000\r\n")) == .chunkSize)
    #expect(refusal(chunked("FFFFFFFFFFFFFFFFFFFFFFFF\r\n")) == .chunkSize)
  }

  @Test("chunks above the limit of content are answered 413, one alone and many together")
  func tooMuch() {
    #expect(refusal(chunked("7FFFFFFFFFFFFFFF\r\n")) == .contentTooLarge)
    var limits = Limits()
    limits.requestContentBytesMax = 4
    #expect(accepted(chunked("4\r\nabcd\r\n0\r\n\r\n"), limits: limits) != nil)
    #expect(refusal(chunked("5\r\nabcde\r\n0\r\n\r\n"), limits: limits) == .contentTooLarge)
    #expect(accepted(chunked("2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n"), limits: limits) != nil)
    #expect(
      refusal(chunked("2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n"), limits: limits) == .contentTooLarge)
  }

  @Test(
    "CR and LF stand exactly behind a size and behind the data",
    arguments: [
      ("3\rabc\r\n0\r\n\r\n", WireError.Reason.lineEnd), ("3\r\r\nabc\r\n", .lineEnd),
      ("3\r\nabc\n0\r\n\r\n", .chunkEnd), ("3\r\nabc0\r\n\r\n", .chunkEnd),
      ("3\r\nabcd\r\n0\r\n\r\n", .chunkEnd), ("3\r\nab\r\n0\r\n\r\n", .chunkEnd),
      ("3\r\nabc\r0\r\n\r\n", .chunkEnd), ("3\r\nabc\r\r\n0\r\n\r\n", .chunkEnd),
      ("0\r\n\n", .trailerField), ("0\n\n", .chunkSize), ("0\r\n\r\r", .lineEnd),
      ("3\r\nabc\r\n\r\n", .chunkSize),
    ])
  func lineEnds(content: String, reason: WireError.Reason) {
    #expect(refusal(chunked(content)) == reason)
  }

  @Test(
    "well-formed extensions are accepted and dropped",
    arguments: [
      ";a", ";a=b", ";a=\"b\"", ";a=\"\"", ";a=\"b;c\\\"d\\\\ \t\u{E9}\"", ";a;b=c;d=\"e\"",
      " ; a = b",
      "\t;\ta\t=\t\"b\" ;c", ";a ;b", ";!#$%&'*+-.^_`|~=~", ";a= b", ";a =b",
    ])
  func extensions(text: String) {
    #expect(accepted(chunked("3\(text)\r\nabc\r\n0\(text)\r\n\r\n")) != nil)
  }

  @Test(
    "malformed extensions are refused",
    arguments: [
      ";", ";a;", ";=b", ";a=", ";a= ", ";a=b ", ";a ", ";a=\"b", ";a=\"b\\", ";a=\"b\"c", ";a=b=c",
      ";a b",
      "; ;a", ";a=b\"c\"", ";a\u{0}", ";a=\u{0}", ";a=\"\u{0}\"", ";a=\"\\\u{0}\"", ";a=\"\u{7F}\"",
      ";(",
      ";a=(", ";\u{E9}", ";a,b", " ", " a", ";a\n", ";a=\"b\"\n", ";a=b\n", " \n",
    ])
  func malformedExtensions(text: String) {
    #expect(refusal(chunked("3\(text)\r\nabc\r\n0\r\n\r\n")) == .chunkExtension)
  }

  @Test("a line end inside a quoted extension does not end the line, and is refused")
  func quotedLineEnd() {
    #expect(refusal(chunked("3;a=\"b\r\nabc\r\n0\r\n\r\n")) == .chunkExtension)
    #expect(refusal(chunked("3;a=\"b\nabc\r\n0\r\n\r\n")) == .chunkExtension)
  }

  @Test("a line of size and extensions above the limit is refused")
  func lineLength() {
    let most = Limits().chunkLineBytesMax
    let zeros = String(repeating: "0", count: most)
    #expect(accepted(chunked("\(zeros)\r\n\r\n")) != nil)
    #expect(refusal(chunked("0\(zeros)\r\n\r\n")) == .chunkLineLength)
    let name = String(repeating: "n", count: most - 2)
    #expect(accepted(chunked("0;\(name)\r\n\r\n")) != nil)
    #expect(refusal(chunked("0;\(name)n\r\n\r\n")) == .chunkLineLength)
    #expect(refusal(chunked("0;\(name);\r\n\r\n")) == .chunkLineLength)
  }

  @Test("trailers are read, and change nothing of the request")
  func trailers() throws {
    let head = try #require(
      accepted(chunked("0\r\nX: b\r\nHost: c\r\nContent-Length: 9\r\nConnection: close\r\n\r\n")))
    #expect(head.fields == ["host|Host|a", "transferEncoding|Transfer-Encoding|chunked"])
    #expect(head.persists)
    #expect(accepted(chunked("0\r\nX:\r\nY: \t \u{E9}\r\n\r\n")) != nil)
  }

  @Test(
    "malformed trailers are refused",
    arguments: [
      "X : b\r\n\r\n", ": b\r\n\r\n", " X: b\r\n\r\n", "X: b\r\n c\r\n\r\n", "X\r\n\r\n",
      "X: \u{0}\r\n\r\n",
      "X: b\n\r\n", "(: b\r\n\r\n", "X: \u{7F}\r\n\r\n",
    ])
  func malformedTrailers(text: String) {
    #expect(refusal(chunked("0\r\n" + text)) == .trailerField)
  }

  @Test("trailers above the limit are answered 431")
  func trailerLength() {
    let value = String(repeating: "v", count: Limits().trailerBytesMax - 6)
    #expect(accepted(chunked("0\r\nX:\(value)\r\n\r\n")) != nil)
    #expect(refusal(chunked("0\r\nX:\(value)v\r\n\r\n")) == .trailerLength)
    #expect(WireError.Reason.trailerLength.status == .requestHeaderFieldsTooLarge)
  }
}

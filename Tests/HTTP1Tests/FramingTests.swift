import HTTP
import HTTP1
import Testing

@Suite struct FramingTests {
  @Test("without length and coding a request has no content, whatever its method")
  func noContent() {
    for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"] {
      #expect(accepted("\(method) / HTTP/1.1\r\nHost: a\r\n\r\n") != nil)
    }
  }

  @Test("content by length is read to its end on any method", arguments: ["GET", "HEAD", "POST"])
  func length(method: String) {
    let head = "\(method) / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n"
    #expect(accepted(head + "GET / HTTP/") != nil)
    #expect(read(head + "GET / HTTP") == read(head))
  }

  @Test(
    "a length is decimal digits, with any leading zeros",
    arguments: ["0", "000", "3", "0003", "3 "])
  func digits(length: String) {
    let content = length.contains("3") ? "abc" : ""
    #expect(accepted(post("Content-Length: \(length)", content: content)) != nil)
  }

  @Test(
    "a length that is anything else is refused",
    arguments: [
      "", "-1", "+3", "0x3", "3.0", "3e0", "a", "3 3", "1_0", "3;", "\"3\"", "3,", ",3", "3,,3",
      ",", "3, 3", "3,03", "3, 4",
      "\u{B2}", "9223372036854775808", "18446744073709551619", "99999999999999999999999999",
    ])
  func notALength(length: String) {
    #expect(refusal(post("Content-Length: \(length)", content: "abc")) == .contentLength)
  }

  @Test(
    "a second length is refused, the same or not",
    arguments: [("3", "3"), ("3", "03"), ("3", "4"), ("0", "3"), ("3", "0")])
  func repeatedLength(first: String, second: String) {
    let request = post("Content-Length: \(first)", "content-length: \(second)", content: "abc")
    #expect(refusal(request) == .contentLengthRepeated)
  }

  @Test("a length above the limit is answered 413 before any content comes")
  func tooLong() {
    let most = Limits().requestContentBytesMax
    var wire = Wire()
    wire.receive(latin1(post("Content-Length: \(most)", content: "")))
    #expect(wire.steps.count == 1)
    #expect(refusal(post("Content-Length: \(most + 1)", content: "")) == .contentTooLarge)
    #expect(
      refusal(post("Expect: 100-continue", "Content-Length: \(Int.max)", content: ""))
        == .contentTooLarge)
    #expect(WireError.Reason.contentTooLarge.status == .contentTooLarge)
  }

  @Test(
    "chunked is known in any case of letters, with white space and empty list members around it",
    arguments: [
      "chunked", "Chunked", "CHUNKED", " chunked\t", ",chunked", "chunked, ,", " , chunked",
    ])
  func chunkedCoding(coding: String) {
    #expect(accepted(post("Transfer-Encoding:\(coding)", content: "0\r\n\r\n")) != nil)
    #expect(
      accepted(post("Transfer-Encoding:", "Transfer-Encoding:\(coding)", content: "0\r\n\r\n"))
        != nil)
  }

  @Test(
    "a coding that does not end in chunked, or names it twice, is refused",
    arguments: [
      "", ",", "gzip", "identity", "chunked, gzip", "chunked, identity", "chunked, chunked",
      "chunked;q=1", "chunked;", "chunked chunked", "xchunked", "chunke", "chunkedx", "\"chunked\"",
      "'chunked'", "chunked\u{A0}", "chunked;a=\"b\"", "gzip, chunked, chunked",
      "chunked\t chunked",
    ])
  func notChunked(coding: String) {
    #expect(
      refusal(post("Transfer-Encoding: \(coding)", content: "0\r\n\r\n")) == .transferEncoding)
  }

  @Test("chunked twice over two lines, or not last over two lines, is refused")
  func notChunkedOverLines() {
    #expect(
      refusal(
        post("Transfer-Encoding: chunked", "Transfer-Encoding: chunked", content: "0\r\n\r\n"))
        == .transferEncoding)
    #expect(
      refusal(post("Transfer-Encoding: chunked", "Transfer-Encoding: gzip", content: "0\r\n\r\n"))
        == .transferEncoding)
  }

  @Test(
    "an unknown coding before chunked is answered 501",
    arguments: ["gzip, chunked", "identity,chunked", "x;y=z, Chunked"])
  func unknownCoding(coding: String) {
    #expect(
      refusal(post("Transfer-Encoding: \(coding)", content: "0\r\n\r\n")) == .transferCodingUnknown)
    #expect(
      refusal(post("Transfer-Encoding: gzip", "Transfer-Encoding: chunked", content: "0\r\n\r\n"))
        == .transferCodingUnknown)
    #expect(WireError.Reason.transferCodingUnknown.status == .notImplemented)
  }

  @Test("a transfer coding with a length is refused, in either order")
  func codingAndLength() {
    let reason = WireError.Reason.transferEncodingWithLength
    let content = "0\r\n\r\n"
    #expect(
      refusal(post("Transfer-Encoding: chunked", "Content-Length: 5", content: content)) == reason)
    #expect(
      refusal(post("Content-Length: 5", "Transfer-Encoding: chunked", content: content)) == reason)
    #expect(
      refusal(post("Content-Length: 0", "Transfer-Encoding: gzip", content: content)) == reason)
  }

  @Test("a transfer coding in a request of version 1.0 is refused")
  func codingInOldVersion() {
    #expect(
      refusal("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        == .transferEncodingVersion)
    #expect(
      refusal(
        "POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        == .transferEncodingVersion)
  }

  @Test("names that look like the framing fields are not taken for them")
  func lookalikes() {
    #expect(accepted(get("Content_Length: 5", "X-Transfer-Encoding: chunked")) != nil)
    #expect(accepted(get("Content-Length5: 5", "TransferEncoding: chunked", "TE: chunked")) != nil)
  }
}

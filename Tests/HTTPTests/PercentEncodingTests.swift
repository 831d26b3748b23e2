import HTTP
import Testing

struct PercentEncodingTests {
  @Test(
    "decodes, or refuses what is no percent-encoding",
    arguments: [
      ("", ""), ("abc", "abc"), ("a%20b", "a b"), ("%c3%A9", "é"), ("a+b", "a+b"), ("%2F", "/"),
      ("%", nil), ("%2", nil), ("%zz", nil), ("a%4", nil), ("%%41", nil),
    ])
  func decodes(encoded: String, text: String?) {
    #expect(PercentEncoding.decode(encoded.utf8.span) == text.map { Array($0.utf8) })
  }

  @Test("takes a plus as a space where it is told to")
  func plus() {
    #expect(PercentEncoding.decode("a+b%2B".utf8.span, plusIsSpace: true) == Array("a b+".utf8))
  }

  @Test("encodes everything but unreserved characters")
  func encodes() {
    var output: [UInt8] = []
    PercentEncoding.append("aZ9-._~ /?é".utf8.span, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "aZ9-._~%20%2F%3F%C3%A9")
    output = []
    PercentEncoding.append("a-b".utf8.span, to: &output, keepsHyphen: false)
    #expect(String(decoding: output, as: UTF8.self) == "a%2Db")
  }
}

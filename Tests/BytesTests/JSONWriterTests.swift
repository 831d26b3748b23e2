import Bytes
import Testing

struct JSONWriterTests {
  @Test("puts commas between members and elements, and nowhere else")
  func commas() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    writer.number(1)
    writer.number(-20)
    writer.beginObject()
    writer.endObject()
    writer.beginArray()
    writer.endArray()
    writer.endArray()
    writer.key("b")
    writer.null()
    writer.key("c")
    writer.bool(true)
    writer.key("d")
    writer.string("e")
    writer.endObject()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"a":[1,-20,{},[]],"b":null,"c":true,"d":"e"}"#)
  }

  @Test(
    "escapes what RFC 8259 asks to, and nothing more",
    arguments: [
      ("", #""""#), ("é’\u{2028}/", "\"é’\u{2028}/\""), ("\"\\", #""\"\\""#),
      ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
      ("a\u{0}b\u{1F}\u{7F}", "\"a\\u0000b\\u001f\u{7F}\""),
    ])
  func escapes(text: String, json: String) {
    var writer = JSONWriter()
    writer.string(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }

  @Test("writes the smallest number")
  func smallest() {
    var writer = JSONWriter()
    writer.number(.min)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "-9223372036854775808")
  }
}

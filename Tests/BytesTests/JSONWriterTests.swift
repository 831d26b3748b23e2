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

  @Test("escapes a byte wherever it stands", arguments: [0x00, 0x1F, 0x22, 0x5C] as [UInt8])
  func escapesAnywhere(byte: UInt8) {
    var escaped = JSONWriter()
    escaped.string([byte])
    let inner = escaped.bytes.dropFirst().dropLast()
    for length in 0...20 {
      for place in 0...length {
        var writer = JSONWriter()
        let before = [UInt8](repeating: 0x7F, count: place)
        let after = Array("é".utf8) + [UInt8](repeating: 0x20, count: length - place)
        writer.string(before + [byte] + after)
        #expect(writer.bytes == [0x22] + before + inner + after + [0x22])
      }
    }
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

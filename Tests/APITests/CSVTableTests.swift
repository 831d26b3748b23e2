import Bytes
import Testing

@testable import API

struct CSVTableTests {
  @Test(
    "writes cells that spreadsheets read as text",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), (#"say "hi""#, "\"say \"\"hi\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("a\rb", "\"a\rb\""), ("=1+1", "'=1+1"), ("+1", "'+1"),
      ("-1", "'-1"), ("@A1", "'@A1"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
      (#"="a",1"#, "\"'=\"\"a\"\",1\""), ("", ""), ("\u{1}é", "\u{1}é"), ("a; b", "a; b"),
    ])
  func cells(text: String, cell: String) {
    var table = CSVTable(columns: ["a", "b"])
    table.append([Array(text.utf8), Array("z".utf8)])
    #expect(String(decoding: table.bytes, as: UTF8.self) == "\u{FEFF}a,b\r\n\(cell),z\r\n")
  }
}

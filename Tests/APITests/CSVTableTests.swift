import Testing

@testable import API

struct CSVTableTests {
  @Test(
    "writes cells that spreadsheets read as text",
    arguments: [
      (#""plain""#, "plain"), (#""a,b""#, "\"a,b\""), (#""say \"hi\"""#, "\"say \"\"hi\"\"\""),
      (#""two\nlines""#, "\"two\nlines\""), (#""=1+1""#, "'=1+1"), (#""+1""#, "'+1"),
      (#""-1""#, "'-1"), (#""@A1""#, "'@A1"), (#""\tx""#, "'\tx"),
      (#""=\"a\",1""#, "\"'=\"\"a\"\",1\""),
      ("null", ""), ("12", "12"), ("true", "true"), (#"["a","b"]"#, "a; b"), ("[]", ""),
      (#""\u0001é""#, "\u{1}é"), (#"{"x":1}"#, ""),
    ])
  func cells(json: String, cell: String) {
    var table = CSVTable(columns: ["a"])
    table.append(Array(#"{"a":\#(json)}"#.utf8))
    #expect(String(decoding: table.bytes, as: UTF8.self) == "\u{FEFF}a\r\n\(cell)\r\n")
  }

  @Test("joins what several elements hold under one column")
  func nested() {
    var table = CSVTable(columns: ["a.b", "a.c.d", "e"])
    table.append(Array(#"{"a":[{"b":1,"c":{"d":"x"}},{"b":2,"c":null}],"e":"y"}"#.utf8))
    #expect(String(decoding: table.bytes, as: UTF8.self) == "\u{FEFF}a.b,a.c.d,e\r\n1; 2,x,y\r\n")
  }

  @Test(
    "makes one row of what is no object, of what can be read in it",
    arguments: [
      ("", ""), ("{", ""), ("{\"a\":[}", ""), ("{\"a\"", ""), ("{\"a\":", ""), ("[1", ""),
      ("\"", ""), ("{\"a\":\"\\u0", "\u{0}"),
    ])
  func broken(json: String, cell: String) {
    var table = CSVTable(columns: ["a"])
    table.append(Array(json.utf8))
    #expect(String(decoding: table.bytes, as: UTF8.self) == "\u{FEFF}a\r\n\(cell)\r\n")
    // What comes next is a row like any other.
    table.append(Array(#"{"a":"b"}"#.utf8))
    #expect(String(decoding: table.bytes, as: UTF8.self) == "\u{FEFF}a\r\n\(cell)\r\nb\r\n")
  }
}

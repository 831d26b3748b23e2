import JSON5Testing
import Testing

@testable import JSON5

@Suite struct JSON5Tests {
  /// The value without places, as JSON.
  private func written(_ text: String) throws -> String { try JSON5(Array(text.utf8)).written }

  @Test("What JSON5 adds to JSON is read: comments, bare keys, both quotes, commas at ends")
  func grammar() throws {
    let cases = [
      ("{}", "{}"), ("[]", "[]"), (" null ", "null"), ("true", "true"), ("false", "false"),
      (
        "\u{FEFF}// a\n{ a: 1, /* b\n */ $b_2: [1, 2,], 'c d': 'x', }//",
        #"{"a":1,"$b_2":[1,2],"c d":"x"}"#
      ),
      ("{é:1,\u{A0}\"\":2}", #"{"é":1,"":2}"#),
      (
        "[+1,-2,.5,1.,0x1F,1e3,1E-2,Infinity,-Infinity,NaN,0]",
        "[+1,-2,.5,1.,0x1F,1e3,1E-2,Infinity,-Infinity,NaN,0]"
      ),
      (#"['a\'"b', "a'\"b"]"#, #"["a'\"b","a'\"b"]"#),
      (
        #"'\x41\u00e9\uD83D\uDE00\b\f\n\r\t\v\0\q\/'"#,
        #""Aé😀\u0008\u000c\u000a\u000d\u0009\u000b\u0000q/""#
      ),
      ("'a\\\nb\\\r\nc\\\u{2028}d'", #""abcd""#),
    ]
    for (text, expected) in cases {
      #expect(try written(text) == expected, "\(text)")
    }
  }

  @Test("Whole numbers are told from others")
  func integers() throws {
    let cases: [(String, Int?)] = [
      ("12", 12), ("+12", 12), ("-12", -12), ("0x1f", 31), ("-0X1F", -31), ("1.0", nil),
      ("1e3", nil), ("NaN", nil), ("99999999999999999999", nil), ("0xFFFFFFFFFFFFFFFFF", nil),
      ("'12'", nil),
    ]
    for (text, expected) in cases {
      #expect(try JSON5(Array(text.utf8)).integer == expected, "\(text)")
    }
  }

  @Test("What is no JSON5, or says a thing twice, is refused at its line and column, with its key")
  func refusals() {
    let cases = [
      ("", "1:1: error: the document ends too early; expected is a value"),
      ("{} x", "1:4: error: “x” is not allowed here; expected is the end"),
      ("{\n  a: 1,\n  b 2 }", "3:5: error: b: “2” is not allowed here; expected is “:”"),
      ("{ a: }", "1:6: error: a: “}” is not allowed here; expected is a value"),
      ("{ a: 1 b: 2 }", "1:8: error: a: “b” is not allowed here; expected is “,” or “}”"),
      ("{ a: [1 2] }", "1:9: error: a[1]: “2” is not allowed here; expected is “,” or “]”"),
      ("{ a: { b: 1,\r\n 'b': 2 } }", "2:2: error: a.b: is given twice, at first in line 1"),
      ("{ 1a: 1 }", "1:5: error: “:” is not allowed here; expected is a key"),
      ("{ ,a: 1 }", "1:3: error: “,” is not allowed here; expected is a key"),
      ("[1,,2]", "1:4: error: [2]: “,” is not allowed here; expected is a value"),
      ("{ a", "error: a: the document ends too early; expected is “:”"),
      ("[", "1:2: error: [1]: the document ends too early; expected is a value"),
      ("'é", "1:1: error: this string has no end"),
      ("'a\nb'", "1:3: error: a string ends within its line; end it with '"),
      (#"'\u12'"#, "1:6: error: “'” is not allowed here; expected is a hexadecimal digit"),
      (#"'\uD800'"#, "1:3: error: half of a surrogate pair"),
      (#"'\uDC00'"#, "1:3: error: half of a surrogate pair"),
      (#"'\uD800A'"#, "1:3: error: half of a surrogate pair"),
      (#"'\1'"#, "1:3: error: “1” is not allowed here; expected is an escape"),
      (#"'\01'"#, "1:4: error: “1” is not allowed here; expected is no digit"),
      (#"'\"#, "the document ends too early"),
      ("/* é", "1:1: error: this comment has no end"),
      ("01", "error: a number does not begin with 0"),
      ("1x", "1:2: error: “x” is not allowed here; expected is the end of the number"),
      ("0x", "the document ends too early; expected is a hexadecimal digit"),
      (".", "expected is a digit"), ("1e", "expected is a digit"), ("+a", "expected is a digit"),
      ("tru", "1:1: error: “t” is not allowed here; expected is a value"),
      ("truest", "1:5: error: “s” is not allowed here"),
      (String(repeating: "[", count: 40), "1:33: error: "),
      (String(repeating: "[", count: 40), "too deep; at most 32 levels"),
    ]
    for (text, part) in cases {
      do {
        _ = try JSON5(Array(text.utf8))
        Issue.record("accepted: \(text)")
      } catch {
        #expect(error.line.contains(part), "\(text): \(error.line)")
      }
    }
  }

  @Test("Bytes that are no UTF-8 are refused where they stand")
  func badEncoding() {
    do {
      _ = try JSON5(Array("{\n a: 'é".utf8) + [0xFF] + Array("' }".utf8))
      Issue.record("accepted")
    } catch {
      #expect(error.line == "2:7: error: the text is not UTF-8 here")
    }
  }

  @Test("Any cut or changed byte of a document is read or refused, never a trap")
  func everyMutation() {
    let text = Array(
      "\u{FEFF}{ a: [1, -0x1F, .5e+3], 'b\\u00e9\\x41\\\n': \"c\", /* d */ e: null, // f\n }".utf8)
    for index in text.indices {
      _ = try? JSON5(Array(text[..<index]))
      for byte in [0x00, 0x22, 0x2C, 0x2F, 0x5B, 0x5C, 0x7B, 0x7D, 0xC3, 0xFF] as [UInt8] {
        var changed = text
        changed[index] = byte
        _ = try? JSON5(changed)
      }
    }
  }
}

import Bytes
import Testing

struct VisibleTextTests {
  @Test("what a terminal would obey is shown, everything else is left as it is")
  func shows() {
    #expect(
      VisibleText.of("\u{1B}[31mred\u{7}\n\t\u{0}\u{7F}") == #"\x1b[31mred\x07\x0a\x09\x00\x7f"#)
    #expect(VisibleText.of("\u{9B}31m \u{202E}neet\u{2066}") == #"\u{9b}31m \u{202e}neet\u{2066}"#)
    for text in ["", "plain", "ئۇيغۇر می\u{200C}خواهم", "e\u{301} 中 😀 \u{A0}\u{200E}"] {
      #expect(VisibleText.of(text) == text)
    }
  }
}

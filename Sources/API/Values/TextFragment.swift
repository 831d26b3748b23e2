internal import Markup
internal import Bytes
internal import HTTP
internal import Statements

/// Text directives of URLs (W3C Scroll to Text Fragment): they lead a browser to words on a page.
enum TextFragment {
  /// Stretches of at most this many words are given in full, longer ones by their first and last.
  private static let wordsMax = 8
  private static let edgeWords = 4

  /// `#:~:text=…` for the segments of a quotation, each a directive of its own.
  static func directive(for segments: [TextRange], in text: SourceText) -> String {
    var output = Array("#:~:".utf8)
    for (index, segment) in segments.enumerated() {
      if index > 0 { output.append(0x26) }
      output.append(contentsOf: "text=".utf8)
      append(text.words(in: segment).span, to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    let words = words(text)
    if words.count <= wordsMax {
      append(words[...], of: text, to: &output)
    } else {
      append(words.prefix(edgeWords), of: text, to: &output)
      output.append(0x2C)
      append(words.suffix(edgeWords), of: text, to: &output)
    }
  }

  /// Words with one space between them.
  private static func append(
    _ words: ArraySlice<Range<Int>>, of text: Span<UInt8>, to output: inout [UInt8]
  ) {
    for (place, word) in words.enumerated() {
      if place > 0 { output.append("%20") }
      PercentEncoding.append(text.extracting(word), to: &output, keepsHyphen: false)
    }
  }

  /// What stands between white space.
  private static func words(_ text: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for end in 0...text.count where end == text.count || isSpace(text[end]) {
      if start < end { words.append(start..<end) }
      start = end + 1
    }
    return words
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }
}

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
      append(words: words(text.utf8[segment.utf8Offsets]), to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(words: [ArraySlice<UInt8>], to output: inout [UInt8]) {
    if words.count <= wordsMax {
      append(joined: words[...], to: &output)
    } else {
      append(joined: words.prefix(edgeWords), to: &output)
      output.append(0x2C)
      append(joined: words.suffix(edgeWords), to: &output)
    }
  }

  private static func append(
    joined words: ArraySlice<ArraySlice<UInt8>>, to output: inout [UInt8]
  ) {
    let joined = Array(words.joined(separator: [ASCII.space]))
    PercentEncoding.append(joined.span, to: &output, keepsHyphen: false)
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split { $0 == ASCII.space || (0x09...0x0D).contains($0) }
  }
}

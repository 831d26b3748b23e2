internal import Markup

/// Words that stand beside each other.
struct PDFLine {
  /// In the order in which they are read.
  var words: [PDFPage.PlacedWord]

  var left: Double { words.map(\.left).min() ?? 0 }
  var top: Double { words.map(\.top).min() ?? 0 }
  var bottom: Double { words.map(\.bottom).max() ?? 0 }
  /// That of most of its words.
  var height: Double { Self.median(words.map(\.height)) ?? 0 }
  var text: String { words.map(\.text).joined(separator: " ") }

  /// The lines of a page, from its top down. O(words · log words).
  static func all(of page: PDFPage) -> [PDFLine] {
    var lines: [PDFLine] = []
    for word in page.words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let last = lines.last?.words.last,
        abs(last.middle - word.middle) < min(last.height, word.height) / 2
      {
        lines[lines.count - 1].words.append(word)
      } else {
        lines.append(PDFLine(words: [word]))
      }
    }
    return lines.map { line in
      let isReversed = line.words.count { isRightToLeft($0.text) } * 2 > line.words.count
      return PDFLine(
        words: line.words.sorted { isReversed ? $0.right > $1.right : $0.left < $1.left })
    }
  }

  private static func isRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains { 0x590...0x8FF ~= $0.value || 0xFB1D...0xFEFC ~= $0.value }
  }

  static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }
}

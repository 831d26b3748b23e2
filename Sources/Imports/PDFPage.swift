internal import Bytes
internal import Markup

/// The words of one page, in points from its top left corner.
struct PDFPage {
  struct PlacedWord {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }
  }

  var words: [PlacedWord] = []

  /// No statement has so many.
  private static let wordsMax = 2_000_000

  /// The pages that `pdftotext -bbox` writes: a line for each page and for each word.
  static func all(in bytes: [UInt8]) -> [PDFPage] {
    var pages: [PDFPage] = []
    var count = 0
    for line in bytes.split(separator: ASCII.lineFeed) {
      let line = String(decoding: line, as: UTF8.self)
      if line.contains("<page ") { pages.append(PDFPage()) }
      guard !pages.isEmpty, let word = PlacedWord(line) else { continue }
      count += 1
      if count > wordsMax { break }
      pages[pages.count - 1].words.append(word)
    }
    return pages
  }
}

extension PDFPage.PlacedWord {
  /// `<word xMin="56.8" yMin="40.1" xMax="121.7" yMax="71.3">Joint</word>`
  init?(_ line: String) {
    guard line.contains("<word "), let left = Self.number(line, "xMin"),
      let right = Self.number(line, "xMax"), let top = Self.number(line, "yMin"),
      let bottom = Self.number(line, "yMax"), let start = line.firstIndex(of: ">"),
      let end = line.lastIndex(of: "<"), start < end
    else { return nil }
    var text = String(line[line.index(after: start)..<end])
    for (name, character) in [
      ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("amp", "&"),
    ] {
      text = text.replacing("&\(name);", with: character)
    }
    let utf8 = Array(text.utf8)
    text = Display.string(utf8, 0..<utf8.count)
    guard !text.isEmpty, left.isFinite, right.isFinite, top.isFinite, bottom > top else {
      return nil
    }
    self.init(text: text, left: left, right: right, top: top, bottom: bottom)
  }

  private static func number(_ line: String, _ name: String) -> Double? {
    guard let found = line.firstRange(of: "\(name)=\"") else { return nil }
    let rest = line[found.upperBound...]
    return rest.firstIndex(of: "\"").flatMap { Double(rest[..<$0]) }
  }
}

internal import Bytes

/// A text with marks in it, written block by block.
struct MarkedText {
  /// What is marked of the text.
  struct Highlight {
    /// Bytes of the text.
    var range: Range<Int>
    /// How it looks, as a class of the style.
    var look: String
    /// What is written before it, as a link to where more is told: `label`, to `#target`. The mark
    /// itself is called `at-target`.
    var label: String?
    var target: String?
  }

  private let utf8: [UInt8]
  private let marks: [Highlight]
  private var next = 0
  /// Marks that have begun, and not ended before the last block.
  private var current: [Highlight] = []

  init(_ utf8: [UInt8], _ marks: [Highlight]) {
    self.utf8 = utf8
    self.marks = marks.sorted {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
  }

  /// Writes a block with its marks. Blocks come in the order of the text. O(block × marks in it).
  mutating func write(_ block: Range<Int>, into html: inout HTMLWriter) {
    current.removeAll { $0.range.upperBound <= block.lowerBound }
    while next < marks.count, marks[next].range.lowerBound < block.upperBound {
      if marks[next].range.upperBound > block.lowerBound { current.append(marks[next]) }
      next += 1
    }
    var cuts: Set<Int> = [block.lowerBound, block.upperBound]
    for mark in current {
      for cut in [mark.range.lowerBound, mark.range.upperBound] where block.contains(cut) {
        cuts.insert(cut)
      }
    }
    let sorted = cuts.sorted()
    for (start, end) in zip(sorted, sorted.dropFirst()) {
      for mark in current where mark.range.lowerBound == start {
        Self.writeLabel(mark, into: &html)
      }
      let looks = current.filter { $0.range.lowerBound <= start && end <= $0.range.upperBound }
        .map(\.look)
      let words = VisibleWords.of(utf8[start..<end])
      if looks.isEmpty {
        html.text(words)
      } else {
        html.element("span", ["class": looks.joined(separator: " ")], words)
      }
    }
  }

  private static func writeLabel(_ mark: Highlight, into html: inout HTMLWriter) {
    guard let label = mark.label, let target = mark.target else { return }
    html.element("a", ["class": "tag", "id": "at-\(target)", "href": "#\(target)"], label)
  }

  /// Lines of a corrections file to copy, folded until somebody asks for them.
  static func writeLines(_ lines: [String], of what: String, into html: inout HTMLWriter) {
    html.element("details") { details in
      details.element("summary") { summary in
        summary.text("Correct")
        summary.element("span", ["class": "unseen"], " \(what)")
      }
      details.element("pre") { $0.element("code", lines.joined(separator: "\n")) }
    }
  }
}

/// Words of a text on a page: what nobody sees, or turns their order around, is named.
enum VisibleWords {
  static func of(_ utf8: ArraySlice<UInt8>) -> String {
    let text = String(decoding: utf8, as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.of(String($0.replacing("\t", with: "    ").replacing("\r", with: ""))) }
      .joined(separator: "\n")
  }
}

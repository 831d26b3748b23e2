internal import Markup

/// Words between two marks of the outermost level, in one paragraph.
struct QuotedSpan: Equatable {
  /// The words, without white space at their ends.
  var content: Range<Int>
  /// From the opening mark to behind the closing one.
  var outer: Range<Int>
  /// Whether a closing mark was found in the paragraph.
  var isClosed: Bool
  /// The mark that opened it.
  var mark: UInt32
}

/// The sixth stage: quotation marks of one paragraph paired, outermost level only.
///
/// Marks of another family, and marks that open inside an open quotation, are nested; single marks
/// count only in a text that has no others.
enum QuotationMarks {
  /// Spans beyond so many in one paragraph are left alone.
  static let spansMax = 1000

  /// Pairs the marks of `range`. `carrying` is the mark of one that comes from an earlier
  /// paragraph, 0 when there is none; a mark of its family at the very start then only repeats it.
  static func spans(
    _ utf8: [UInt8], _ range: Range<Int>, singles: Bool = false, carrying: UInt32 = 0
  ) -> [QuotedSpan] {
    var spans: [QuotedSpan] = []
    var open = carrying
    var start = range.lowerBound
    var outerStart = range.lowerBound
    var depth = 0
    var lastClose: Range<Int>?
    var index = range.lowerBound
    while index < range.upperBound, spans.count < spansMax {
      guard utf8[index] > 0xC1 || utf8[index] == 0x22 || (singles && utf8[index] == 0x27) else {
        index += 1
        continue
      }
      let (value, length) = Scalars.decode(utf8, at: index)
      defer { index += length }
      guard let family = Mark.family(value), singles || family != .single,
        open == 0 || Mark.family(open) == family
      else { continue }
      if carrying != 0, index == range.lowerBound, Mark.opens(value) {
        start = index + length
        continue
      }
      switch Mark.act(utf8, at: index, in: range, open: open) {
      case .nothing: break
      case .open where open == 0:
        open = value
        outerStart = index
        start = index + length
        depth = 0
        lastClose = nil
      case .open: depth += 1
      case .close where open == 0: break
      case .close where depth > 0:
        depth -= 1
        lastClose = index..<index + length
      case .close:
        append(utf8, start..<index, outerStart..<index + length, open, to: &spans)
        open = 0
        start = index + length
      }
    }
    guard open != 0 else { return spans }
    if depth > 0 || lastClose != nil, let close = lastClose,
      isNothing(utf8, close.upperBound..<range.upperBound), depth > 0 || endsSpeech(utf8, close)
    {
      append(utf8, start..<close.lowerBound, outerStart..<close.upperBound, open, to: &spans)
    } else {
      let content = Display.trim(utf8, start..<range.upperBound)
      spans.append(
        QuotedSpan(
          content: content, outer: outerStart..<range.upperBound, isClosed: false, mark: open))
    }
    return spans
  }

  private static func append(
    _ utf8: [UInt8], _ content: Range<Int>, _ outer: Range<Int>, _ mark: UInt32,
    to spans: inout [QuotedSpan]
  ) {
    let words = Display.trim(utf8, content)
    guard !words.isEmpty else { return }
    spans.append(QuotedSpan(content: words, outer: outer, isClosed: true, mark: mark))
  }

  private static func endsSpeech(_ utf8: [UInt8], _ close: Range<Int>) -> Bool {
    guard close.lowerBound > 0 else { return false }
    return Sentence.isStop(Scalars.decode(utf8, before: close.lowerBound).value)
  }

  /// Whether only punctuation and white space stand in `range`.
  static func isNothing(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    range.count <= 40
      && Scalars.first(utf8, range, where: { Scalars.isLetter($0) || Scalars.isDigit($0) }) == nil
  }
}

internal import Bytes

/// Looks for what would make the parser slow or deep before it parses: elements nested deeply, and
/// tags with many attributes. O(count).
///
/// An estimate from the tags alone: elements that end by themselves when the next one begins are
/// not counted.
struct HTMLNesting {
  private var open: [ArraySlice<UInt8>: Int] = [:]
  private var depth = 0

  /// Where the text nests too deeply or a tag has too many attributes; `nil` where neither does.
  static func fault(in html: [UInt8]) -> (offset: Int, reason: SourceTextError.Reason)? {
    var nesting = HTMLNesting()
    var index = 0
    while let start = html[index...].firstIndex(of: 0x3C) {
      index = start + 1
      let isEnd = index < html.count && html[index] == 0x2F
      let nameStart = isEnd ? index + 1 : index
      guard nameStart < html.count, ASCII.isLetter(html[nameStart]) else { continue }
      var end = nameStart
      while end < html.count, !isNameEnd(html[end]) { end += 1 }
      let name = ArraySlice(html[nameStart..<end].map(ASCII.lowercased))
      nesting.note(name, isEnd: isEnd)
      if nesting.depth > MarkupLimits.elementDepthMax { return (start, .tooDeep) }
      index = end
      if attributes(html, &index) > MarkupLimits.attributesMax {
        return (start, .tooManyAttributes)
      }
    }
    return nil
  }

  private mutating func note(_ name: ArraySlice<UInt8>, isEnd: Bool) {
    guard !Self.endByThemselves.contains(name) else { return }
    if !isEnd {
      open[name, default: 0] += 1
      depth += 1
    } else if let count = open[name], count > 0 {
      open[name] = count - 1
      depth -= 1
    }
  }

  /// Words between blanks, which are attributes or within the value of one; moves to the tag's end.
  private static func attributes(_ html: [UInt8], _ index: inout Int) -> Int {
    var count = 0
    var quote: UInt8 = 0
    while index < html.count {
      let byte = html[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E || byte == 0x3C {
        break
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if ASCII.isLetter(byte), let last = index > 0 ? html[index - 1] : nil,
        last <= 0x20 || last == 0x2F || last == 0x22 || last == 0x27
      {
        count += 1
      }
      index += 1
    }
    return count
  }

  private static func isNameEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x2F || byte == 0x3E || byte == 0x3C
  }

  /// Elements without content, and those that end where another begins (HTML, 13.1.2.4).
  private static let endByThemselves: Set<ArraySlice<UInt8>> = Set(
    """
    area base br col embed hr img input link meta source track wbr param html head body p li dt dd \
    td th tr tbody thead tfoot colgroup option optgroup rp rt caption
    """.split(separator: " ").map { ArraySlice($0.utf8) })
}

internal import CMD4C

/// The only caller of md4c: turns GitHub-flavoured Markdown into HTML, and tells where in the
/// Markdown each byte of it is from.
///
/// The ends of lines within a paragraph become `<wbr>`: whether lines are one wrapped paragraph or
/// entries of a list shows only once their markup is gone.
final class MarkdownParser {
  private(set) var html: [UInt8] = []
  private(set) var runs: [PlaceMap.Run] = [PlaceMap.Run(text: 0, file: 0)]
  private let bytesMax: Int
  private var nextSource = 0
  /// Where the source lies while it is parsed.
  private var base: UInt = 0
  private var count = 0
  private var tightLists: [Bool] = []
  private var imageDepth = 0

  /// Tables and struck out text, and no code by indentation, which people who are no programmers
  /// do not mean.
  private static let flags = UInt32(
    MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS)

  /// md4c compares some bytes behind the end of its input, as where a comment may end.
  private static let padding = 16

  /// Parses valid UTF-8. Whether the HTML is whole tells `isWhole`.
  init(_ given: consuming [UInt8]) {
    count = given.count
    bytesMax = count * MarkupLimits.growthMax + 65_536
    html.reserveCapacity(count + count / 4)
    given.append(contentsOf: repeatElement(0, count: Self.padding))
    let markdown = given
    var parser = MD_PARSER()
    parser.flags = Self.flags
    unsafe parser.enter_block = { type, detail, me in
      unsafe MarkdownParser.of(me)?.block(type, detail, isEnd: false) ?? 1
    }
    unsafe parser.leave_block = { type, detail, me in
      unsafe MarkdownParser.of(me)?.block(type, detail, isEnd: true) ?? 1
    }
    unsafe parser.enter_span = { type, _, me in
      unsafe MarkdownParser.of(me)?.span(type, isEnd: false) ?? 1
    }
    unsafe parser.leave_span = { type, _, me in
      unsafe MarkdownParser.of(me)?.span(type, isEnd: true) ?? 1
    }
    unsafe parser.text = { type, text, size, me in
      unsafe MarkdownParser.of(me)?.text(type, UnsafeBufferPointer(start: text, count: Int(size)))
        ?? 1
    }
    unsafe markdown.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress, let size = MD_SIZE(exactly: count) else { return }
      base = UInt(bitPattern: start)
      unsafe start.withMemoryRebound(to: MD_CHAR.self, capacity: bytes.count) { characters in
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        isWhole = unsafe md_parse(characters, size, &parser, me) == 0
      }
    }
  }

  /// False where the HTML would be too long.
  private(set) var isWhole = true

  private static func of(_ me: UnsafeMutableRawPointer?) -> MarkdownParser? {
    guard let me = unsafe me else { return nil }
    return unsafe Unmanaged<MarkdownParser>.fromOpaque(me).takeUnretainedValue()
  }

  // MARK: What md4c tells

  private func block(
    _ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?, isEnd: Bool
  ) -> CInt {
    switch type {
    case MD_BLOCK_QUOTE: tag("blockquote", isEnd)
    case MD_BLOCK_UL: tag("ul", isEnd)
    case MD_BLOCK_OL:
      let start =
        unsafe detail?.assumingMemoryBound(to: MD_BLOCK_OL_DETAIL.self).pointee.start ?? 1
      if isEnd { tag("ol", true) } else { emit("<ol start=\"\(start)\">") }
    case MD_BLOCK_LI: tag("li", isEnd)
    case MD_BLOCK_HR: if !isEnd { emit("<hr>") }
    case MD_BLOCK_H:
      let level = unsafe detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1
      tag("h\(level)", isEnd)
    case MD_BLOCK_CODE: tag("pre", isEnd)
    case MD_BLOCK_P: tag("p", isEnd)
    case MD_BLOCK_TABLE: tag("table", isEnd)
    case MD_BLOCK_TR: tag("tr", isEnd)
    case MD_BLOCK_TH, MD_BLOCK_TD: tag("td", isEnd)
    default: break
    }
    return verdict
  }

  private func span(_ type: MD_SPANTYPE, isEnd: Bool) -> CInt {
    switch type {
    case MD_SPAN_DEL: tag("del", isEnd)
    case MD_SPAN_IMG: imageDepth += isEnd ? -1 : 1
    case MD_SPAN_A: tag("a", isEnd)
    default: break
    }
    return verdict
  }

  private func text(_ type: MD_TEXTTYPE, _ bytes: UnsafeBufferPointer<CChar>) -> CInt {
    guard imageDepth == 0 else { return verdict }
    switch type {
    case MD_TEXT_BR: emit("<br>")
    case MD_TEXT_SOFTBR: emit("<wbr>\n")
    case MD_TEXT_NULLCHAR: emit("\u{FFFD}")
    case MD_TEXT_ENTITY, MD_TEXT_HTML: unsafe copy(bytes, isEscaped: false)
    default: unsafe copy(bytes, isEscaped: true)
    }
    return verdict
  }

  /// Anything but 0 ends parsing.
  private var verdict: CInt { html.count > bytesMax ? 1 : 0 }

  // MARK: HTML

  private func tag(_ name: String, _ isEnd: Bool) { emit(isEnd ? "</\(name)>" : "<\(name)>") }

  private func emit(_ markup: String) {
    html += markup.utf8
    nextSource = -1
  }

  /// Text, which mostly lies in the source.
  private func copy(_ bytes: UnsafeBufferPointer<CChar>, isEscaped: Bool) {
    guard let start = bytes.baseAddress else { return }
    let offset = Int(bitPattern: UInt(bitPattern: start) &- base)
    let isOfSource = 0..<max(count, 1) ~= offset
    for index in bytes.indices {
      let byte = UInt8(bitPattern: unsafe bytes[index])
      if isOfSource, offset + index != nextSource {
        runs.append(PlaceMap.Run(text: html.count, file: offset + index))
      }
      switch byte {
      case 0x26 where isEscaped: html += "&amp;".utf8
      case 0x3C where isEscaped: html += "&lt;".utf8
      default: html.append(byte)
      }
      // The byte behind an entity stands in the text where the source's next byte does.
      nextSource = isEscaped && (byte == 0x26 || byte == 0x3C) ? -1 : offset + index + 1
    }
  }
}

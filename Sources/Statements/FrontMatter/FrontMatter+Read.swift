/// The second stage: front matter. It stands at the very start, a line `---`, then lines
/// `key: value`, blank lines and `#` comments, up to a second line `---` (or `...`). Without that
/// second line within `linesMax` lines there is no front matter, and the dashes are text.
extension FrontMatter {
  static let linesMax = 200

  struct Header {
    var frontMatter = FrontMatter()
    /// The byte offset at which the text begins.
    var textStart = 0
    /// Lines before the text.
    var lines = 0
    var diagnostics: [Diagnostic] = []
  }

  /// Reads the front matter of a valid UTF-8 file, if there is any.
  static func read(_ utf8: [UInt8]) -> Header {
    var header = Header()
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if utf8.starts(with: byteOrderMark) { header.textStart = 3 }
    var line = nextLine(utf8, from: header.textStart)
    guard isFence(utf8, line.content, "---") else { return header }
    var found = Header()
    var number = 1
    while number < linesMax, line.next < utf8.count {
      line = nextLine(utf8, from: line.next)
      number += 1
      if isFence(utf8, line.content, "---") || isFence(utf8, line.content, "...") {
        found.textStart = line.next
        found.lines = number
        return found
      }
      found.take(utf8, line.content, number: number)
    }
    return header
  }

  private static func nextLine(_ utf8: [UInt8], from start: Int) -> (
    content: Range<Int>, next: Int
  ) {
    var end = start
    while end < utf8.count, utf8[end] != 0x0A, utf8[end] != 0x0D { end += 1 }
    var next = min(end + 1, utf8.count)
    if end + 1 < utf8.count, utf8[end] == 0x0D, utf8[end + 1] == 0x0A { next = end + 2 }
    return (Display.trim(utf8, start..<end), next)
  }

  private static func isFence(_ utf8: [UInt8], _ content: Range<Int>, _ fence: String) -> Bool {
    utf8[content].elementsEqual(fence.utf8)
  }
}

extension FrontMatter.Header {
  /// Takes one line between the fences.
  fileprivate mutating func take(_ utf8: [UInt8], _ content: Range<Int>, number: Int) {
    guard let first = utf8[content].first, first != 0x23 else { return }
    guard let colon = utf8[content].firstIndex(of: 0x3A) else {
      warn(number, "front matter line is not `key: value`")
      return
    }
    let key = Display.string(utf8, content.lowerBound..<colon)
    let value = unquoted(utf8, Display.trim(utf8, colon + 1..<content.upperBound))
    guard !value.isEmpty else {
      if !set(key, to: value) { warn(number, "unknown front matter key `\(key)`") }
      return
    }
    if key == "publishedOn" {
      frontMatter.publishedOn = CalendarDate(iso: value)
      if frontMatter.publishedOn == nil {
        warn(number, "publishedOn is not a date like 2024-05-17")
      }
    } else if !set(key, to: value) {
      warn(number, "unknown front matter key `\(key)`")
    }
  }

  private mutating func warn(_ line: Int, _ message: String) {
    diagnostics.append(
      Diagnostic(
        severity: .warning, range: nil, place: Place(line: line, column: 1), message: message))
  }

  /// Sets a known key; an empty value leaves it unset. False for an unknown key.
  private mutating func set(_ key: String, to value: String) -> Bool {
    let given = value.isEmpty ? nil : value
    switch key {
    case "id": frontMatter.id = given
    case "title": frontMatter.title = given
    case "publishedOn": frontMatter.publishedOn = nil
    case "language": frontMatter.language = given
    case "source", "sourceName": frontMatter.sourceName = given
    case "sourceURL", "sourceUrl", "url": frontMatter.sourceURL = given
    case "publisher": frontMatter.publisher = given
    case "translationOf": frontMatter.translationOf = given
    case "aliases": frontMatter.aliases = list(value)
    default: return false
    }
    return true
  }

  /// `a, b` or `[a, b]`.
  private func list(_ value: String) -> [String] {
    var text = Substring(value)
    if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
    return text.split(separator: ",").map { part in
      let bytes = Array(part.utf8)
      return unquoted(bytes, Display.trim(bytes, 0..<bytes.count))
    }.filter { !$0.isEmpty }
  }

  /// The value without a pair of quotation marks around it.
  private func unquoted(_ utf8: [UInt8], _ range: Range<Int>) -> String {
    var inner = range
    if range.count >= 2, let mark = utf8[range].first, mark == 0x22 || mark == 0x27,
      utf8[range].last == mark
    {
      inner = range.lowerBound + 1..<range.upperBound - 1
    }
    return String(decoding: utf8[inner], as: UTF8.self)
  }
}

extension CalendarDate {
  /// The date in `text` of the form `2024-05-17`, else `nil`.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.count == 3, parts[0].utf8.count == 4,
      parts[1].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.init(existing: year, month, day)
  }
}

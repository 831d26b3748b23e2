internal import Bytes

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
      let start = line.next
      line = nextLine(utf8, from: start)
      number += 1
      if isFence(utf8, line.content, "---") || isFence(utf8, line.content, "...") {
        found.textStart = line.next
        found.lines = number
        return found
      }
      found.take(utf8, line.content, from: start, number: number)
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
  /// Takes one line between the fences, which begins at `start`.
  fileprivate mutating func take(
    _ utf8: [UInt8], _ content: Range<Int>, from start: Int, number: Int
  ) {
    guard let first = utf8[content].first, first != 0x23 else { return }
    guard let colon = utf8[content].firstIndex(of: 0x3A) else {
      report(.warning, Place(line: number, column: 1), "front matter line is not `key: value`")
      return
    }
    let key = Display.string(utf8, content.lowerBound..<colon)
    let range = Display.trim(utf8, colon + 1..<content.upperBound)
    let value = unquoted(utf8, range)
    let column = utf8[start..<range.lowerBound].count { $0 & 0xC0 != 0x80 } + 1
    if !set(key, to: value, at: Place(line: number, column: column)) {
      report(
        .warning, Place(line: number, column: 1), "unknown front matter key `\(key)`")
    }
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ place: Place, _ message: String
  ) {
    diagnostics.append(
      Diagnostic(severity: severity, place: place, message: message))
  }

  /// Sets a known key; an empty value leaves it unset, and so does one that is no good, which is
  /// reported. False for an unknown key.
  private mutating func set(_ key: String, to value: String, at place: Place) -> Bool {
    let given = value.isEmpty ? nil : value
    switch key {
    case "id":
      // An empty one is reported too: it was meant to be something.
      frontMatter.id = good(value, key, at: place, FrontMatterValue.fault(ofID:))
    case "title": frontMatter.title = given
    case "publishedOn":
      frontMatter.publishedOn = given.map { FrontMatter.Value(key: key, text: $0, place: place) }
    case "language":
      frontMatter.language = given.flatMap {
        good($0, key, at: place, FrontMatterValue.fault(ofLanguage:))
      }
    case "source", "sourceName": frontMatter.sourceName = given
    case "sourceURL", "sourceUrl", "url":
      frontMatter.sourceURL = given.flatMap {
        good($0, key, at: place, FrontMatterValue.fault(ofURL:))
      }
    case "publisher": frontMatter.publisher = given
    case "translationOf":
      frontMatter.translationOf = given.flatMap {
        good($0, key, at: place, FrontMatterValue.fault(ofID:))
      }
    case "aliases":
      frontMatter.aliases = list(value).filter {
        good($0, key, at: place, FrontMatterValue.fault(ofID:)) != nil
      }
    default: return false
    }
    return true
  }

  /// The value, unless it has a fault, which is reported.
  private mutating func good(
    _ value: String, _ key: String, at place: Place, _ fault: (String) -> String?
  ) -> String? {
    guard let reason = fault(value) else { return value }
    report(.error, place, "\(key) \(reason); it is left out")
    return nil
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

internal import Bytes

/// Front matter: YAML at the very start, between a line `---` and another (or `...`), or simple
/// TOML between `+++`; or lines `key: value` without fences, one of them the title. Without
/// that second line within `linesMax` lines there is no front matter, and the dashes are text.
///
/// Each entry is read by itself, so that one that is no YAML spoils no other.
extension FrontMatter {
  static let linesMax = 2_000
  private static let bytesMax = 256 << 10

  struct Header {
    var frontMatter = FrontMatter()
    /// The byte offset at which the text begins.
    var textStart = 0
    var diagnostics: [Diagnostic] = []
  }

  /// A line of the file, without blanks at its ends.
  fileprivate struct Line {
    var number: Int
    var start: Int
    var content: Range<Int>
    var next: Int

    var indent: Int { content.lowerBound - start }
  }

  /// Reads the front matter of a valid UTF-8 file, if there is any.
  static func read(_ utf8: [UInt8]) -> Header {
    let start = UTF8Text.markLength(utf8)
    var header = Header(textStart: start)
    let first = line(utf8, from: start, number: 1)
    for fence in ["---", "+++"] where isFence(utf8, first, fence) {
      guard let (lines, textStart) = fenced(utf8, first, fence) else { return header }
      header.textStart = textStart
      if fence == "+++" {
        header.readTOML(utf8, lines)
      } else {
        header.read(utf8, lines)
      }
      return header
    }
    if let (lines, textStart) = unfenced(utf8, first) {
      header.textStart = textStart
      header.read(utf8, lines)
    }
    return header
  }

  /// The lines between the fences, and where the text behind them begins.
  private static func fenced(_ utf8: [UInt8], _ first: Line, _ fence: String) -> ([Line], Int)? {
    var lines: [Line] = []
    var next = first
    while lines.count < linesMax, next.next < utf8.count, next.next - first.start < bytesMax {
      next = line(utf8, from: next.next, number: next.number + 1)
      if isFence(utf8, next, fence) || (fence == "---" && isFence(utf8, next, "...")) {
        return (lines, next.next)
      }
      lines.append(next)
    }
    return nil
  }

  /// Lines `key: value` up to a blank one, of which one is the title: or the header of a mail.
  private static func unfenced(_ utf8: [UInt8], _ first: Line) -> ([Line], Int)? {
    var lines: [Line] = []
    var keys: Set<String> = []
    var next = first
    while lines.count < 20, !next.content.isEmpty {
      guard let key = key(utf8, next) else { return nil }
      keys.insert(key)
      lines.append(next)
      guard next.next < utf8.count else { return nil }
      next = line(utf8, from: next.next, number: next.number + 1)
    }
    let isHeader = keys.contains("title") || (keys.contains("subject") && keys.contains("from"))
    return isHeader && lines.count > 1 && next.content.isEmpty ? (lines, next.next) : nil
  }

  private static func line(_ utf8: [UInt8], from start: Int, number: Int) -> Line {
    var end = start
    while end < utf8.count, utf8[end] != 0x0A, utf8[end] != 0x0D { end += 1 }
    var next = min(end + 1, utf8.count)
    if end + 1 < utf8.count, utf8[end] == 0x0D, utf8[end + 1] == 0x0A { next = end + 2 }
    return Line(
      number: number, start: start, content: Display.trim(utf8, start..<end), next: next)
  }

  private static func isFence(_ utf8: [UInt8], _ line: Line, _ fence: String) -> Bool {
    utf8[line.content].elementsEqual(fence.utf8)
  }

  /// The key of an entry that begins in this line, in small letters: one word, a colon and a blank.
  private static func key(_ utf8: [UInt8], _ line: Line) -> String? {
    let content = utf8[line.content]
    guard let colon = content.firstIndex(of: 0x3A), line.indent == 0,
      colon + 1 == content.endIndex || utf8[colon + 1] == 0x20 || utf8[colon + 1] == 0x09
    else { return nil }
    let name = content[..<colon]
    guard !name.isEmpty, name.count <= 40,
      name.allSatisfy({ ASCII.isLetter($0) || $0 == 0x5F || $0 == 0x2D })
    else { return nil }
    return String(decoding: name, as: UTF8.self).lowercased()
  }
}

extension FrontMatter.Header {
  /// Reads the entries, each from its first line up to the next that begins another.
  fileprivate mutating func read(_ utf8: [UInt8], _ lines: [FrontMatter.Line]) {
    let starts = lines.indices.filter { Self.mayBegin(utf8, lines[$0]) }
    let indent = starts.first.map { lines[$0].indent } ?? 0
    let entries = starts.filter { lines[$0].indent <= indent }
    for (first, next) in zip(entries, entries.dropFirst() + [lines.count]) {
      take(utf8, lines[first], upTo: lines[next - 1].next)
    }
  }

  /// Reads the lines `key = value` of TOML before its first table: such values are spelled alike in
  /// YAML. Of others only ours would be missed, and those are reported.
  fileprivate mutating func readTOML(_ utf8: [UInt8], _ lines: [FrontMatter.Line]) {
    for line in lines {
      let content = utf8[line.content]
      if content.first == 0x5B { return }
      guard let equals = content.firstIndex(of: 0x3D) else { continue }
      let entry = content[..<equals] + Array(": ".utf8) + content[(equals + 1)...]
      guard case .mapping(let entries)? = try? YAMLParser.value(ArraySlice(entry)) else {
        report(
          Place(line: line.number, column: 1),
          "TOML that is not understood: write it as YAML between two lines ---")
        continue
      }
      for (key, value) in entries { take(key, value, at: place(utf8, line, of: key)) }
    }
  }

  /// Whether an entry can begin in the line: it is no comment and no item of a list.
  private static func mayBegin(_ utf8: [UInt8], _ line: FrontMatter.Line) -> Bool {
    guard let first = utf8[line.content].first else { return false }
    return first != 0x23 && !(first == 0x2D && utf8[line.content].dropFirst().first ?? 0x20 == 0x20)
  }

  private mutating func take(_ utf8: [UInt8], _ first: FrontMatter.Line, upTo end: Int) {
    do throws(YAMLParser.Fault) {
      guard case .mapping(let entries) = try YAMLParser.value(utf8[first.start..<end]) else {
        return report(
          Place(line: first.number, column: 1), "front matter line is not `key: value`")
      }
      for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
        take(key, value, at: place(utf8, first, of: key))
      }
    } catch {
      let count = diagnostics.count
      takeAsItStands(utf8, first)
      guard count == diagnostics.count else { return }
      let place = Place(line: first.number + error.line, column: 1)
      report(place, "front matter is no YAML here: \(error.reason)")
    }
  }

  /// Where the value of `key` begins, if it does on the entry's first line.
  private func place(_ utf8: [UInt8], _ line: FrontMatter.Line, of key: String) -> Place {
    guard let colon = utf8[line.content].firstIndex(of: 0x3A),
      utf8[line.content][..<colon].elementsEqual(key.utf8)
    else { return Place(line: line.number, column: 1) }
    let value = Display.trim(utf8, colon + 1..<line.content.upperBound)
    let column = utf8[line.start..<value.lowerBound].count { $0 & 0xC0 != 0x80 } + 1
    return Place(line: line.number, column: column)
  }

  /// What is no YAML is mostly a value with a colon in it.
  private mutating func takeAsItStands(_ utf8: [UInt8], _ line: FrontMatter.Line) {
    guard let colon = utf8[line.content].firstIndex(of: 0x3A) else { return }
    let key = String(decoding: utf8[line.content][..<colon], as: UTF8.self)
    let value = Display.string(utf8, colon + 1..<line.content.upperBound)
    take(key, .scalar(value), at: place(utf8, line, of: key))
  }

  mutating func report(
    _ place: Place, _ message: String, _ severity: Diagnostic.Severity = .warning
  ) {
    diagnostics.append(Diagnostic(severity: severity, place: place, message: message))
  }
}

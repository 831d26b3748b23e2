internal import Markup

/// An entry of a list cut into its columns, and the country at the end of its name.
struct EntryCells {
  var name: Range<Int>
  var others: [Range<Int>] = []

  init(_ utf8: [UInt8], _ entry: SignatoryList.Entry) {
    let range = Self.clean(utf8, entry.range)
    name = range
    var cells = Self.columns(utf8, range)
    if cells.count > 1, let first = cells.first,
      utf8[first].allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x29 })
    {
      cells.removeFirst()
    }
    guard let first = cells.first else { return }
    name = Self.clean(utf8, first)
    others = cells.dropFirst().map { Self.clean(utf8, $0) }
  }

  init(name: Range<Int>) { self.name = name }

  /// The name in `Name (what it is)`; `nil` where the parentheses hold an acronym.
  func beforeParenthesis(_ utf8: [UInt8]) -> Range<Int>? {
    guard utf8[name].last == 0x29, let open = utf8[name].lastIndex(of: 0x28) else { return nil }
    let inner = utf8[(open + 1)..<name.upperBound - 1]
    let isAcronym =
      inner.count < 16 && !inner.contains(0x20)
      && inner.count { $0 &- 0x41 < 26 } * 2 >= inner.count
    let rest = Display.trim(utf8, name.lowerBound..<open)
    // `Test Society (TS)`, but not `Jane Doe (NY)` or `Mary Doe (MI)`.
    let isOfName =
      utf8[rest].first == inner.first
      && !PersonName.isCertain(utf8, Word.all(utf8, rest, limit: 8)[...])
    return isAcronym && isOfName || rest.isEmpty ? nil : rest
  }

  /// Cells between tabs, between three spaces or more, or between the bars of a table's row.
  private static func columns(_ utf8: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let isRow = utf8[range].first == 0x7C && utf8[range].last == 0x7C
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      var width = 0
      if utf8[index] == 0x09 || (isRow && utf8[index] == 0x7C) { width = 1 }
      if utf8[index] == 0x20 {
        while index + width < range.upperBound, utf8[index + width] == 0x20 { width += 1 }
        let startsLine = index > range.lowerBound && utf8[index - 1] < 0x20
        if width < 3 || startsLine || isPadding(utf8, start..<index, index + width, range) {
          index += width
          continue
        }
      }
      if width > 0 {
        let cell = Display.trim(utf8, start..<index)
        if !cell.isEmpty { cells.append(cell) }
        start = index + width
      }
      index += max(width, 1)
    }
    let last = Display.trim(utf8, start..<range.upperBound)
    if !last.isEmpty { cells.append(last) }
    return cells
  }

  /// Whether blanks part the two characters of a name that is set as wide as others.
  private static func isPadding(
    _ utf8: [UInt8], _ before: Range<Int>, _ next: Int, _ range: Range<Int>
  ) -> Bool {
    func isOne(_ start: Int, _ end: Int) -> Bool {
      let (value, length) = Scalars.decode(utf8, at: start)
      return (0x3400...0x9FFF).contains(value) && start + length == end
    }
    guard !before.isEmpty, next < range.upperBound else { return false }
    let end = utf8[next..<range.upperBound].firstIndex { $0 <= 0x20 } ?? range.upperBound
    return isOne(before.lowerBound, before.upperBound) && isOne(next, end)
  }

  /// The slice without commas, note marks and a web address at its end, and without emphasis and
  /// link brackets around it.
  static func clean(_ utf8: [UInt8], _ given: Range<Int>) -> Range<Int> {
    var range = Display.trim(utf8, given)
    let before: [UInt8] = [0x2A, 0x5F, 0x5B]
    while let first = utf8[range].first, before.contains(first), range.count > 1 {
      if first == 0x5B, let close = utf8[range].firstIndex(of: 0x5D) {
        // `[Re]Claim` is no link.
        let isLink = close + 1 == range.upperBound || utf8[close + 1] == 0x28
        guard isLink || utf8[close + 1] <= 0x20 else { break }
        return clean(utf8, range.lowerBound + 1..<close)
      }
      range = Display.trim(utf8, range.lowerBound + 1..<range.upperBound)
    }
    while let word = Word.last(utf8, range), word.lowerBound > range.lowerBound,
      isAddress(utf8, word)
    { range = Display.trim(utf8, range.lowerBound..<word.lowerBound) }
    while range.count > 1 {
      if let start = noteMark(utf8, range) {
        range = Display.trim(utf8, range.lowerBound..<start)
        continue
      }
      let (value, length) = Scalars.decode(utf8, before: range.upperBound)
      guard isTail(utf8, range, value) else { break }
      range = Display.trim(utf8, range.lowerBound..<range.upperBound - length)
    }
    return range
  }

  /// Where `[12]` begins at the end of the range.
  private static func noteMark(_ utf8: [UInt8], _ range: Range<Int>) -> Int? {
    guard utf8[range].last == 0x5D else { return nil }
    var index = range.upperBound - 1
    while index > range.lowerBound, utf8[index - 1] &- 0x30 < 10 { index -= 1 }
    let digits = index
    if index > range.lowerBound, utf8[index - 1] == 0x5E { index -= 1 }
    guard digits < range.upperBound - 1, index - 1 > range.lowerBound, utf8[index - 1] == 0x5B
    else { return nil }
    return index - 1
  }

  private static func isAddress(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    let word = utf8[range].drop { $0 == 0x28 || $0 == 0x3C }
    if word.first == 0x40, word.count > 2 { return true }
    return word.starts(with: "http".utf8) || word.starts(with: "www.".utf8)
      || word.dropFirst().contains(0x40)
  }

  private static func isTail(_ utf8: [UInt8], _ range: Range<Int>, _ value: UInt32) -> Bool {
    switch value {
    case 0x2C, 0x3B, 0x2A, 0x5F, 0x5C, 0x2020, 0x2021, 0xB9, 0xB2, 0xB3, 0x2070...0x2079, 0x3001,
      0xFF0C, 0xFF1B, 0x3002, 0x060C, 0x2013, 0x2014, 0x3A:
      return true
    case 0x2D: return range.count > 2 && utf8[range.upperBound - 2] == 0x20
    case 0x2E:
      let words = Word.all(utf8, range, limit: 200)
      return words.last.map { $0.end < range.upperBound } ?? false
    default: return false
    }
  }

  /// The lines of `range` but for addresses and telephone numbers, each a part, its last word
  /// followed by a comma.
  static func lines(_ utf8: [UInt8], _ range: Range<Int>) -> [ArraySlice<Word>] {
    var words: [Word] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || utf8[index] == 0x0A || utf8[index] == 0x0D {
      let look = Look(utf8, start..<index)
      var line = look.isContact(utf8) ? [] : look.words
      if !line.isEmpty, line[line.count - 1].trail == .none { line[line.count - 1].trail = .comma }
      words += line
      start = index + 1
    }
    return [words[...]]
  }

  // MARK: - Country at the end

  struct Tail {
    var code: CountryCode
    var stated: Range<Int>
    var name: Range<Int>
  }

  /// `Name (Country)`, `Name, Country`, `Name, City, Country`, `Name – Country`, and with a hyphen
  /// for the dash if the list does so as a rule.
  func tailCountry(_ utf8: [UInt8], takesDash: Bool) -> Tail? {
    if let tail = parenthesized(utf8) ?? afterComma(utf8) { return tail }
    return dashCountry(utf8, alsoHyphen: takesDash)
  }

  private func parenthesized(_ utf8: [UInt8]) -> Tail? {
    let last = Scalars.decode(utf8, before: name.upperBound)
    guard name.count > 3, last.value == 0x29 || last.value == 0xFF09 else { return nil }
    let inner = name.lowerBound..<name.upperBound - last.length
    return Scalars.last(utf8, inner) { $0 == 0x28 || $0 == 0xFF08 }.flatMap { mark in
      tail(utf8, stated: mark.upperBound..<inner.upperBound, nameEnd: mark.lowerBound)
    }
  }

  private func afterComma(_ utf8: [UInt8]) -> Tail? {
    let commas: [UInt32] = [0x2C, 0xFF0C, 0x060C, 0x29]
    guard let comma = Scalars.last(utf8, name, where: commas.contains),
      utf8[comma.lowerBound] != 0x29,
      var tail = tail(utf8, stated: comma.upperBound..<name.upperBound, nameEnd: comma.lowerBound)
    else { return nil }
    tail.name = Self.withoutCity(utf8, tail.name)
    return tail
  }

  /// The name in `Name – Region`.
  func beforeRegion(_ utf8: [UInt8]) -> Range<Int>? {
    guard let (rest, stated) = dashed(utf8, alsoHyphen: true),
      Lexicon.subheadings.contains(Word.all(utf8, stated, limit: 8)[...])
    else { return nil }
    return rest
  }

  /// `Name – Country`, with any dash, or a bar, that has white space on both sides.
  func dashCountry(_ utf8: [UInt8], alsoHyphen: Bool = true) -> Tail? {
    guard let (rest, stated) = dashed(utf8, alsoHyphen: alsoHyphen) else { return nil }
    return tail(utf8, stated: stated, nameEnd: rest.upperBound)
  }

  /// What stands before the last dash with white space on both sides, and behind it.
  private func dashed(_ utf8: [UInt8], alsoHyphen: Bool) -> (Range<Int>, Range<Int>)? {
    var index = name.upperBound
    while index > name.lowerBound {
      let (value, length) = Scalars.decode(utf8, before: index)
      let isDash =
        (value == 0x2D && alsoHyphen) || value == 0x2013 || value == 0x2014 || value == 0x2015
        || value == 0x7C
      if isDash, index < name.upperBound, utf8[index] == 0x20, index - length > name.lowerBound,
        utf8[index - length - 1] == 0x20
      {
        return (
          Display.trim(utf8, name.lowerBound..<index - length),
          Display.trim(utf8, index..<name.upperBound)
        )
      }
      index -= length
    }
    return nil
  }

  private func tail(_ utf8: [UInt8], stated: Range<Int>, nameEnd: Int) -> Tail? {
    let stated = Display.trim(utf8, stated)
    let rest = Display.trim(utf8, name.lowerBound..<nameEnd)
    guard !rest.isEmpty, let code = Countries.whole(utf8, stated) else { return nil }
    return Tail(code: code, stated: stated, name: rest)
  }

  /// Without one capitalized word after the last comma, which is a town.
  private static func withoutCity(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard let comma = utf8[range].lastIndex(of: 0x2C) else { return range }
    let words = Word.all(utf8, comma + 1..<range.upperBound, limit: 3)
    guard words.count == 1, let word = words.first, word.shape == .capital, word.trail == .none,
      !Lexicon.organizations.contains(word), !Lexicon.roles.contains(word),
      !utf8[word.range].dropFirst().contains(where: { $0 &- 0x41 < 26 || $0 == 0x2E })
    else { return range }
    let rest = Display.trim(utf8, range.lowerBound..<comma)
    return rest.isEmpty ? range : rest
  }
}

extension Word {
  /// The last run of bytes without white space.
  static func last(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty else { return nil }
    var start = range.upperBound
    while start > range.lowerBound, utf8[start - 1] > 0x20 { start -= 1 }
    return start..<range.upperBound
  }
}

/// Countries by their names.
package enum Countries {
  /// Names to indexes into `codes`.
  private static let table = read()
  static let names = table.names
  private static let lexicon = table.lexicon
  private static let codes = table.codes

  /// The English short name of a country, as ISO 3166-1 or common use has it. Kosovo has one under
  /// `XK`, the code in common use; texts are not searched for it.
  package static func name(of code: CountryCode) -> String? { names[code] }

  /// The country that the whole slice names; `the` before it is allowed.
  static func whole(_ utf8: [UInt8], _ range: Range<Int>) -> CountryCode? {
    guard range.count >= 2, range.count <= 80 else { return nil }
    return whole(Word.all(utf8, range, limit: lexicon.wordsMax + 2)[...])
  }

  /// The country that the words together name.
  static func whole(_ words: ArraySlice<Word>) -> CountryCode? {
    if let value = lexicon.value(words) { return codes[Int(value)] }
    guard let first = words.first, words.count > 1, Lexicon.the.contains(first) else { return nil }
    return lexicon.value(words.dropFirst()).map { codes[Int($0)] }
  }

  private struct Table {
    var lexicon: Lexicon
    var codes: [CountryCode]
    var names: [CountryCode: String]
  }

  private static func read() -> Table {
    var entries: [([UInt8], UInt16)] = []
    var codes: [CountryCode] = []
    var names: [CountryCode: String] = [:]
    if let kosovo = CountryCode("XK".utf8) { names[kosovo] = "Kosovo" }
    for row in CountryTable.rows.split(separator: "\n") {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count > 1 else { continue }
      if let code = CountryCode(cells[0].utf8) {
        codes.append(code)
        names[code] = String(cells[1])
      }
      for cell in cells.dropFirst() where !codes.isEmpty {
        entries.append((Array(cell.utf8), UInt16(codes.count - 1)))
      }
    }
    return Table(lexicon: Lexicon(entries), codes: codes, names: names)
  }

  // MARK: - Inference

  /// The country that a party's name places it in, where that is plain: at its end
  /// (`… Australia`, `… in Germany`, `… of Canada`), at its start before a body
  /// (`Belgium … Association`), or as `U.K.` or `USA` anywhere.
  static func inferred(_ words: [Word]) -> CountryCode? {
    guard words.count > 1 else { return nil }
    for count in stride(from: min(4, words.count - 1), through: 1, by: -1) {
      let first = words.count - count
      guard words[first].isNamelike, let code = whole(words[first...]) else { continue }
      if Lexicon.ambiguousCountries.contains(words[first...]) { return nil }
      return isCause(words[..<first]) ? nil : code
    }
    for word in words where Lexicon.shortCountries.contains(word) && word.shape == .capital {
      return whole([word])
    }
    guard let last = words.last, Lexicon.countryBodies.contains(last) else { return nil }
    for count in stride(from: min(3, words.count - 1), through: 1, by: -1) {
      guard let code = whole(words[..<count]) else { continue }
      return Lexicon.ambiguousCountries.contains(words[..<count]) ? nil : code
    }
    return nil
  }

  private static func isCause(_ words: ArraySlice<Word>) -> Bool {
    let before = words.last.map(Lexicon.the.contains) ?? false ? words.dropLast() : words
    return before.last.map(Lexicon.countryCauses.contains) ?? false
      || Lexicon.countryCauses.contains(before.suffix(2))
  }
}

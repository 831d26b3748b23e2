internal import Markup

/// A word of a line, without the punctuation around it.
package struct Word: Equatable, Sendable {
  var start: Int
  var end: Int
  /// The hash of its folded letters, see `Lexicon`.
  var hash: UInt64 = 0
  var shape: LetterCase
  /// The punctuation that follows before the next white space.
  var trail: Trail = .none
  /// Whether an opening parenthesis or bracket stands before it.
  var isOpened = false

  enum LetterCase: UInt8, Sendable {
    /// By the first letter; `caseless` is a letter of a script without capitals; `symbol` is
    /// punctuation that stands alone, as a dash or `&` does.
    case capital, lower, digit, caseless, symbol
  }

  enum Trail: UInt8, Sendable { case none, comma, semicolon, colon, stop, close }

  var range: Range<Int> { start..<end }

  /// Whether it can begin or be part of a name.
  var isNamelike: Bool { shape == .capital || shape == .caseless }
}

extension Word {
  /// The words in `range`, at most `limit`. O(range).
  static func all(_ utf8: [UInt8], _ range: Range<Int>, limit: Int = 400) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(min(range.count / 5 + 2, limit))
    var index = range.lowerBound
    var beginsLine = false
    while index < range.upperBound, words.count < limit {
      // The `>` before a line of an answered mail is no word.
      if utf8[index] <= 0x20 || (beginsLine && utf8[index] == 0x3E) {
        beginsLine = beginsLine || utf8[index] == 0x0A
        index += 1
        continue
      }
      if utf8[index] >= 0x80 {
        let (value, length) = Scalars.decode(utf8, at: index)
        if Scalars.isBlank(value) {
          index += length
          continue
        }
      }
      beginsLine = false
      var end = index
      // Behind the words of a Markdown link, up to its address.
      var linked: Int?
      while end < range.upperBound, utf8[end] > 0x20 {
        let byte = utf8[end]
        if byte < 0x80 {
          end += 1
          if byte &- 0x28 < 2 {
            if byte == 0x28, end - 1 > index, utf8[end - 2] == 0x5D { linked = end - 1 }
            if byte == 0x29, linked != nil { break }
          }
          continue
        }
        let (value, length) = Scalars.decode(utf8, at: end)
        if Scalars.isWhiteSpace(value) { break }
        end += length
        // An ideographic comma or stop ends a word though no space follows.
        if (0x3001...0x3002).contains(value) || (0xFF01...0xFF1F).contains(value) { break }
      }
      // What a link leads to is no word.
      if let linked, utf8[end - 1] == 0x29 {
        var text = word(utf8, index..<linked)
        text.trail = .none
        words.append(text)
        index = end
        continue
      }
      // A dash that no space parts from the word behind it stands alone: `—Jane Doe`.
      if utf8[index] == 0xE2, let dash = dash(utf8, index..<end) { end = dash }
      let word = word(utf8, index..<end)
      index = end
      // A mark that a space parts from its word, as the French do, still follows that word.
      if word.shape == .symbol, word.trail != .none, let last = words.last, last.trail == .none {
        words[words.count - 1].trail = word.trail
      } else {
        words.append(word)
      }
    }
    return words
  }

  /// Where a dash ends that a letter follows.
  private static func dash(_ utf8: [UInt8], _ token: Range<Int>) -> Int? {
    let (value, length) = Scalars.decode(utf8, at: token.lowerBound)
    let next = token.lowerBound + length
    guard (0x2013...0x2015).contains(value), next < token.upperBound,
      Scalars.isLetter(Scalars.decode(utf8, at: next).value)
    else { return nil }
    return next
  }

  private static func word(_ utf8: [UInt8], _ token: Range<Int>) -> Word {
    var word = Word(start: token.lowerBound, end: token.upperBound, shape: .symbol)
    while word.start < word.end {
      let (value, length) = Scalars.decode(utf8, at: word.start)
      guard isOpening(value) || Scalars.isInvisible(value) else { break }
      if value == 0x28 || value == 0x5B || value == 0xFF08 { word.isOpened = true }
      word.start += length
    }
    var trail = Trail.none
    while word.end > word.start {
      let (value, length) = Scalars.decode(utf8, before: word.end)
      if value == 0x2E, isAbbreviation(utf8, word.start..<word.end - 1) { break }
      guard let kind = closing(value) else { break }
      if trail == .none || trail == .close { trail = kind == .none ? trail : kind }
      word.end -= length
    }
    word.trail = trail
    guard word.start < word.end else {
      word.start = token.lowerBound
      word.end = token.upperBound
      word.hash = Fold.hash(utf8, word.range)
      return word
    }
    word.shape = shape(utf8, word.range)
    word.hash = hash(utf8, word.range)
    return word
  }

  /// `Sprecher*in`, `Sprecher:innen` and `Sprecher_innen` are `Sprecherin` and `Sprecherinnen`.
  private static func hash(_ utf8: [UInt8], _ range: Range<Int>) -> UInt64 {
    guard range.count > 5,
      let mark = utf8[range].dropFirst().dropLast(2).firstIndex(where: {
        $0 == 0x2A || $0 == 0x3A || $0 == 0x5F
      }), utf8[mark + 1] == 0x69, utf8[mark + 2] == 0x6E
    else { return Fold.hash(utf8, range) }
    let parted = Array(utf8[range.lowerBound..<mark] + utf8[(mark + 1)..<range.upperBound])
    return Fold.hash(parted, 0..<parted.count)
  }

  private static func shape(_ utf8: [UInt8], _ range: Range<Int>) -> LetterCase {
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, length) = Scalars.decode(utf8, at: index)
      if Scalars.isUpper(value) { return .capital }
      if Scalars.isLower(value) {
        // `iWord`, `eWord`: a name that begins small.
        let rest = index + length
        if rest < range.upperBound, Scalars.isUpper(Scalars.decode(utf8, at: rest).value) {
          return .capital
        }
        return .lower
      }
      if Scalars.isDigit(value) { return .digit }
      if Scalars.isLetter(value) { return .caseless }
      index += length
    }
    return .symbol
  }

  /// A stop after these does not end a sentence: `U.K.`, `J.`, `Dr.`.
  private static func isAbbreviation(_ utf8: [UInt8], _ core: Range<Int>) -> Bool {
    guard let first = utf8[core].first, (first | 0x20) &- 0x61 < 26 else { return false }
    if core.count == 1 { return first < 0x61 }
    if core.count <= 12, utf8[core].contains(0x2E),
      utf8[core].allSatisfy({ $0 == 0x2E || $0 &- 0x41 < 26 })
        || utf8[core].split(separator: 0x2E).allSatisfy({ $0.count == 1 })
    {
      return true
    }
    return core.count <= 6 && abbreviations.contains(Fold.hash(utf8, core))
  }

  private static let abbreviations = Set(
    """
    dr mr mrs ms prof st sr jr rev hon gen col sen rep gov inc ltd co corp no art vs etc al dept
    est fr mt mgr msgr adv asst ass assn univ intl approx
    dra dres dras drs profa lic licda ing sra srta srs arq abg mtro mtra mag ma mme mlle mmes mm
    hr mw ir dott dottssa avv bc doc rndr phdr judr mudr ds em emer habil dipl phil nat sc hc soc
    exmo exma ilmo av pr cllr amb eng sig on cav esq
    """.split { $0 == " " || $0.isNewline }.map { Fold.hash(Array($0.utf8), 0..<$0.utf8.count) })

  private static func isOpening(_ value: UInt32) -> Bool {
    switch value {
    case 0x28, 0x5B, 0x22, 0x27, 0x201C, 0x2018, 0x201E, 0x201A, 0xAB, 0x2039, 0x300C, 0x300E,
      0xFF08, 0x300A, 0xBF, 0xA1, 0x2A, 0x5F:
      true
    default: false
    }
  }

  /// The kind of closing punctuation; `.none` for marks that end nothing; `nil` for no punctuation.
  private static func closing(_ value: UInt32) -> Trail? {
    switch value {
    case 0x2C, 0x3001, 0xFF0C, 0x060C: .comma
    case 0x3B, 0xFF1B, 0x061B: .semicolon
    case 0x3A, 0xFF1A: .colon
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x06D4, 0x061F, 0x0F0D: .stop
    case 0x29, 0x5D, 0xFF09: .close
    case 0x22, 0x27, 0x201C, 0x201D, 0x2019, 0xBB, 0x203A, 0x300D, 0x300F, 0x300B, 0x2A, 0x5F:
      Trail.none
    default: Scalars.isInvisible(value) ? Trail.none : nil
    }
  }
}

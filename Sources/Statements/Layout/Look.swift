internal import Markup

/// How a block looks: what the layout stages judge it by.
struct Look {
  /// Its words: at most the first `wordsMax`, and fewer of what is too long to be but a paragraph.
  let words: [Word]
  /// Words, counting about two code points of a script without spaces as one.
  let weight: Int
  let endsSentence: Bool
  let endsColon: Bool
  /// Whether a Tibetan shad comes last, which ends names as well as sentences.
  let endsShad: Bool
  /// Whether an opening quotation mark comes first.
  let opensQuote: Bool
  /// Whether the full stop at its end belongs to its last word: `… e.V.`, `… of the U.K.`
  let endsAbbreviated: Bool

  static let wordsMax = 60
  private static let paragraphBytes = 400

  init(_ utf8: [UInt8], _ block: Block) { self.init(utf8, block.range) }

  init(_ utf8: [UInt8], _ range: Range<Int>) {
    let isLong = range.count > Self.paragraphBytes
    words = Word.all(utf8, range, limit: isLong ? 16 : Self.wordsMax)
    var weight = 0
    for word in words {
      let first = Scalars.decode(utf8, at: word.start).value
      weight += Scalars.isUnspaced(first) ? max(1, (word.end - word.start) / 6) : 1
    }
    if let last = words.last { weight += (range.upperBound - last.end) / 6 }
    self.weight = weight
    endsSentence = Sentence.isEnded(utf8, range)
    var end = range.upperBound
    while end > range.lowerBound, utf8[end - 1] == 0x2A || utf8[end - 1] == 0x5F { end -= 1 }
    let last = end > range.lowerBound ? Scalars.decode(utf8, before: end).value : 0
    endsColon = last == 0x3A || last == 0xFF1A
    endsShad = last == 0x0F0D
    let first = range.isEmpty ? 0 : Scalars.decode(utf8, at: range.lowerBound).value
    opensQuote = Mark.opens(first)
    endsAbbreviated = words.last.map { $0.trail == .none && utf8[$0.range].last == 0x2E } ?? false
  }

  var isEmpty: Bool { words.isEmpty }

  /// Words that begin small, among all that have letters.
  var smallShare: (small: Int, all: Int) {
    var small = 0
    var all = 0
    for word in words where word.shape != .symbol {
      all += 1
      if word.shape == .lower { small += 1 }
    }
    return (small, all)
  }

  /// Whether this is running text: a sentence of five words or more that are not all names, or
  /// very long.
  var isProse: Bool {
    if weight >= 40 || (opensQuote && endsSentence && weight > 1) { return true }
    guard weight >= 5, endsSentence || (opensQuote && weight >= 12) else { return false }
    let (small, all) = smallShare
    if all == 0 { return true }
    let isCaseless = words.contains { $0.shape == .caseless }
    // German writes every noun with a capital.
    if weight >= 9, small >= 3, small * 4 >= all { return true }
    return small * 5 >= all * 2 || (isCaseless && !endsShad) || weight >= 25
  }

  /// Whether it could be a name on a list: short, and no sentence.
  var isNamelike: Bool {
    guard !isEmpty, weight <= 30, !endsColon else { return false }
    return !isProse
  }

  /// Whether its long words begin with capitals, as in names and titles.
  var isCapitalized: Bool {
    var capital = 0
    var small = 0
    for word in words where word.end - word.start > 3 || word.shape == .capital {
      switch word.shape {
      case .capital, .caseless, .digit: capital += 1
      case .lower: small += 1
      case .symbol: break
      }
    }
    return capital > 0 && capital >= small
  }

  func isFound(_ lexicon: Lexicon) -> Bool { lexicon.isFound(in: words[...]) }

  /// Whether the words are together one entry.
  func isWhole(_ lexicon: Lexicon) -> Bool { lexicon.contains(words[...]) }

  /// Whether an entry stands at the start.
  func begins(_ lexicon: Lexicon) -> Bool {
    words.isEmpty ? false : lexicon.match(words[...], at: 0) != nil
  }

  /// `Name, Institution`, `Country`: nothing but what stands over the columns of a list.
  var isOfColumnHeads: Bool {
    weight <= 8 && !isEmpty
      && words.allSatisfy { $0.shape == .symbol || Lexicon.columnHeads.contains($0) }
  }

  /// Whether it holds an address of mail or web.
  func hasAddress(_ utf8: [UInt8]) -> Bool {
    words.contains { word in
      switch utf8[word.start] {
      case 0x68 where word.end - word.start > 7: if isHTTP(utf8, word.start) { return true }
      case 0x77 where word.end - word.start > 4: if isWWW(utf8, word.start) { return true }
      default: break
      }
      for index in word.range where utf8[index] == 0x40 { return true }
      return false
    }
  }

  private func isHTTP(_ utf8: [UInt8], _ start: Int) -> Bool {
    utf8[start + 1] == 0x74 && utf8[start + 2] == 0x74 && utf8[start + 3] == 0x70
  }

  private func isWWW(_ utf8: [UInt8], _ start: Int) -> Bool {
    utf8[start + 1] == 0x77 && utf8[start + 2] == 0x77 && utf8[start + 3] == 0x2E
  }

  /// Whether it holds an address, or as many digits as a telephone number.
  func isContact(_ utf8: [UInt8]) -> Bool { hasAddress(utf8) || digits(utf8) > 5 }

  /// Digits in all, as telephone numbers have.
  func digits(_ utf8: [UInt8]) -> Int {
    words.reduce(0) { sum, word in
      sum + utf8[word.range].reduce(0) { $0 + ($1 &- 0x30 < 10 ? 1 : 0) }
    }
  }
}

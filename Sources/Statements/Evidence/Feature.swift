/// What speaks for or against a label of a block. Each is one fact about the block alone; weights
/// are learned for a block's own features and for those of its neighbours.
enum Feature: UInt8, CaseIterable {
  // Length, in words.
  case words1, words2, words3, words4, words5to6, words7to9, words10to14, words15to24, words25to39
  case words40orMore
  // Letters.
  case allCapitalized, mostCapitalized, someSmall, mostSmall, beginsSmall, caseless, allCapitals
  case hasDigits, manyDigits, beginsWithDigit, endsWithDigit
  // The end.
  case endsSentence, endsColon, endsComma, endsSemicolon, endsBare
  // Separators within.
  case hasComma, manyCommas, hasDash, hasParentheses, hasTab, hasSemicolon, hasBar, hasColonInside
  case hasQuotes, opensQuote, hasAddress
  // What markup and line breaks say.
  case bullet, number, heading, heading1, firstHeading, row, linked, gap0, gap1, gap2orMore, setIn
  // The run of blocks with the same marker, distance and kind that it is in.
  case run1, run2, run3to4, run5to9, run10to19, run20orMore
  case likeAbove, likeBelow
  // Words.
  case organizations, roles, honorific, wholePerson, beginsPerson, givenName, wholeCountry
  case signatoryWord, wholeSignatoryWord, closing, navigation, furnitureHeading, contactHeading
  case noteHeading, kicker, demand, statementWord, subheading, columnHead, listEnd, furnitureStart
  case functionWord, month, salutation, dateline, prose, namelike, attributable
  // Where it stands.
  case isFirst, beforeProse, amongProse, afterProse, firstTenth, lastTenth, lastThird
  // The last heading of a kind above, with nothing but short blocks between.
  case underSignatoryHeading, underOtherHeading, underClosing, textHasSignatoryHeading

  /// Words, from names of cases: `underSignatoryHeading` is “under signatory heading”.
  var title: String {
    String(describing: self).reduce(into: "") { title, character in
      if character.isUppercase { title += " " }
      title += character.lowercased()
    }
  }
}

/// Features of one block.
struct FeatureSet: Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  mutating func insert(_ feature: Feature, if isSo: Bool = true) {
    guard isSo else { return }
    let bit = feature.rawValue
    if bit < 64 { low |= 1 << UInt64(bit) } else { high |= 1 << UInt64(bit - 64) }
  }

  func contains(_ feature: Feature) -> Bool {
    let bit = feature.rawValue
    return (bit < 64 ? low >> UInt64(bit) : high >> UInt64(bit - 64)) & 1 == 1
  }

  /// Calls `body` with the number of each feature.
  func forEach(_ body: (Int) -> Void) {
    for (word, offset) in [(low, 0), (high, 64)] {
      var rest = word
      while rest != 0 {
        body(rest.trailingZeroBitCount + offset)
        rest &= rest - 1
      }
    }
  }
}

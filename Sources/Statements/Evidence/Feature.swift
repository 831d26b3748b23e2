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
  case noteHeading, kicker, demand, statementWord, subheading, columnHead, endOfList, furnitureStart
  case functionWord, month, salutation, dateline, prose, namelike, attributable
  // Where it stands.
  case isFirst, beforeProse, amongProse, afterProse, firstTenth, lastTenth, lastThird
  // The last heading of a kind above, with nothing but short blocks between.
  case underSignatoryHeading, underOtherHeading, underClosing, textHasSignatoryHeading

  // Of the run of three blocks or more that it is in: in how many quarters of them there is what
  // the name says, what leads it, and whether it ends the text. Only a block's own count.
  case listOfPersons0, listOfPersons1, listOfPersons2, listOfPersons3
  case listOfGivenNames0, listOfGivenNames1, listOfGivenNames2, listOfGivenNames3
  case listOfOrganizations0, listOfOrganizations1, listOfOrganizations2, listOfOrganizations3
  case listOfRoles0, listOfRoles1, listOfRoles2, listOfRoles3
  case listOfCommas0, listOfCommas1, listOfCommas2, listOfCommas3
  case listOfCapitals0, listOfCapitals1, listOfCapitals2, listOfCapitals3
  case listOfSmall0, listOfSmall1, listOfSmall2, listOfSmall3
  case listOfSentences0, listOfSentences1, listOfSentences2, listOfSentences3
  case listOfFunctionWords0, listOfFunctionWords1, listOfFunctionWords2, listOfFunctionWords3
  case listOfShort0, listOfShort1, listOfShort2, listOfShort3
  case listUnderSignatoryWord, listUnderWholeSignatoryWord, listUnderColon, listUnderHeading
  case listUnderClosing, listUnderDemand, listUnderProse, listUnderRoles, listUnderColumnHead
  case listUnderFurnitureHeading, listUnderKicker
  case listTwoUnderSignatoryWord, listTwoUnderClosing, listTwoUnderHeading, listTwoUnderProse
  case listAtEnd

  /// Words, from names of cases: `underSignatoryHeading` is “under signatory heading”.
  var title: String {
    String(describing: self).reduce(into: "") { title, character in
      if character.isUppercase { title += " " }
      title += character.lowercased()
    }
  }
}

/// Features of one block.
struct FeatureSet {
  /// How many features there may be.
  static let capacity = 192

  private var words = InlineArray<3, UInt64>(repeating: 0)

  mutating func insert(_ feature: Feature, if isSo: Bool = true) {
    guard isSo else { return }
    words[Int(feature.rawValue >> 6)] |= 1 << UInt64(feature.rawValue & 63)
  }

  func contains(_ feature: Feature) -> Bool {
    words[Int(feature.rawValue >> 6)] >> UInt64(feature.rawValue & 63) & 1 == 1
  }

  mutating func formUnion(_ other: FeatureSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Calls `body` with the number of each feature.
  func forEach(_ body: (Int) -> Void) {
    for index in words.indices {
      var rest = words[index]
      while rest != 0 {
        body(rest.trailingZeroBitCount + index * 64)
        rest &= rest - 1
      }
    }
  }
}

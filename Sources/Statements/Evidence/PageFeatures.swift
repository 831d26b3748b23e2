internal import Markup

/// The features of every block of a page. O(page).
struct PageFeatures {
  private let page: Page
  private(set) var sets: [FeatureSet] = []
  private var isProse: [Bool] = []

  init(_ page: Page) {
    self.page = page
    sets.reserveCapacity(page.blocks.count)
    for index in page.blocks.indices { sets.append(own(index)) }
    isProse = sets.map { $0.contains(.prose) && $0.contains(.endsSentence) }
    addPlaces()
    addRuns()
    addLists()
    addHeadings()
  }

  // MARK: The block alone

  private func own(_ index: Int) -> FeatureSet {
    let look = page.look(index)
    let block = page.blocks[index]
    var set = FeatureSet()
    set.insert(Self.length(look.weight))
    addLetters(look, &set)
    addMarks(look, block, &set)
    addWords(look, &set)
    set.insert(.bullet, if: block.marker == .bullet)
    set.insert(.number, if: block.marker == .number)
    set.insert(.heading, if: block.marker == .hash)
    set.insert(.heading1, if: block.level == 1)
    set.insert(.row, if: block.isRow)
    set.insert(.linked, if: block.isLinked)
    set.insert(block.gap == 0 ? .gap0 : block.gap == 1 ? .gap1 : .gap2orMore)
    set.insert(.setIn, if: block.indent > 0)
    return set
  }

  private static func length(_ weight: Int) -> Feature {
    switch weight {
    case ...1: .words1
    case 2: .words2
    case 3: .words3
    case 4: .words4
    case 5...6: .words5to6
    case 7...9: .words7to9
    case 10...14: .words10to14
    case 15...24: .words15to24
    case 25...39: .words25to39
    default: .words40orMore
    }
  }

  private func addLetters(_ look: Look, _ set: inout FeatureSet) {
    let (small, all) = look.smallShare
    set.insert(.caseless, if: look.words.contains { $0.shape == .caseless })
    set.insert(.allCapitalized, if: small == 0 && all > 0)
    set.insert(.mostCapitalized, if: small > 0 && small * 3 < all)
    set.insert(.someSmall, if: small * 3 >= all && small * 2 < all)
    set.insert(.mostSmall, if: small * 2 >= all && all > 0)
    set.insert(.beginsSmall, if: look.words.first?.shape == .lower)
    set.insert(.allCapitals, if: isShouted(look))
    let digits = look.digits(page.utf8)
    set.insert(.hasDigits, if: digits > 0)
    set.insert(.manyDigits, if: digits > 5)
    set.insert(.endsWithDigit, if: look.words.count > 1 && look.words.last?.shape == .digit)
    set.insert(.beginsWithDigit, if: look.words.first?.shape == .digit)
  }

  /// Whether the letters of the first words are more than six, and all of them capitals.
  private func isShouted(_ look: Look) -> Bool {
    var letters = 0
    for word in look.words.prefix(8) {
      for index in word.range where page.utf8[index] | 0x20 &- 0x61 < 26 {
        if page.utf8[index] >= 0x61 { return false }
        letters += 1
      }
    }
    return letters > 6
  }

  private func addMarks(_ look: Look, _ block: Block, _ set: inout FeatureSet) {
    set.insert(.endsSentence, if: look.endsSentence)
    set.insert(.endsColon, if: look.endsColon)
    let last = look.words.last?.trail ?? .none
    set.insert(.endsComma, if: last == .comma)
    set.insert(.endsSemicolon, if: last == .semicolon)
    set.insert(.endsBare, if: last == .none && !look.endsColon)
    let commas = look.words.dropLast().count { $0.trail == .comma }
    set.insert(.hasComma, if: commas == 1)
    set.insert(.manyCommas, if: commas > 1)
    set.insert(.hasColonInside, if: look.words.dropLast().contains { $0.trail == .colon })
    set.insert(.hasSemicolon, if: look.words.dropLast().contains { $0.trail == .semicolon })
    set.insert(.hasParentheses, if: look.words.contains { $0.isOpened })
    let bytes = page.utf8[block.range.prefix(400)]
    set.insert(.hasTab, if: bytes.contains(0x09))
    set.insert(.hasBar, if: bytes.contains(0x7C))
    set.insert(.hasDash, if: look.words.dropFirst().contains { isDash($0) })
    set.insert(.hasQuotes, if: Mark.hasDouble(page.utf8, block.range))
    set.insert(.opensQuote, if: look.opensQuote)
    set.insert(.hasAddress, if: look.hasAddress(page.utf8))
  }

  private func isDash(_ word: Word) -> Bool {
    guard word.shape == .symbol else { return false }
    let value = Scalars.decode(page.utf8, at: word.start).value
    return value == 0x2D || (0x2010...0x2015).contains(value)
  }

  private func addWords(_ look: Look, _ set: inout FeatureSet) {
    let utf8 = page.utf8
    set.insert(.prose, if: look.isProse)
    set.insert(.namelike, if: look.isNamelike)
    let found = Self.asked.bits(in: look.words[...])
    for (bit, feature) in Self.askedFeatures.enumerated() {
      set.insert(feature, if: found & 1 << UInt16(bit) != 0)
    }
    guard look.weight <= 30 else { return }
    set.insert(.wholeSignatoryWord, if: look.isWhole(.signatoryWords))
    set.insert(.closing, if: look.isWhole(.closings))
    set.insert(.navigation, if: look.isWhole(.navigation))
    set.insert(.furnitureHeading, if: look.isWhole(.furnitureHeadings))
    set.insert(.contactHeading, if: look.begins(.contactHeadings))
    set.insert(.noteHeading, if: look.isWhole(.noteHeadings))
    set.insert(.kicker, if: look.isWhole(.kickers))
    set.insert(.statementWord, if: found & Self.statementBit != 0)
    set.insert(.subheading, if: look.isWhole(.subheadings))
    set.insert(.columnHead, if: look.isOfColumnHeads)
    set.insert(.endOfList, if: look.begins(.listEnds))
    set.insert(.furnitureStart, if: look.begins(.furnitureStarts))
    set.insert(.attributable, if: look.begins(.attributable))
    set.insert(.month, if: found & Self.monthBit != 0)
    set.insert(.salutation, if: Lines.isSalutation(look))
    set.insert(.dateline, if: Lines.isDateline(utf8, look))
    set.insert(.honorific, if: PersonName.hasHonorific(look.words))
    set.insert(.wholePerson, if: PersonName.isWhole(utf8, look.words))
    set.insert(.beginsPerson, if: PersonName.begins(utf8, look.words))
    set.insert(.givenName, if: look.words.first.map(Lexicon.givenNames.contains) ?? false)
    set.insert(.wholeCountry, if: look.weight < 7 && Countries.whole(look.words[...]) != nil)
  }

  /// What is asked of every block, at once; the last two of short ones only.
  private static let asked = Lexicon(union: [
    .demandWords, .functionWords, .organizations, .roles, .signatoryWords, .statementWords, .months,
  ])
  private static let askedFeatures: [Feature] = [
    .demand, .functionWord, .organizations, .roles, .signatoryWord,
  ]
  private static let statementBit: UInt16 = 1 << 5
  private static let monthBit: UInt16 = 1 << 6

  // MARK: Among the others

  private mutating func addPlaces() {
    let first = isProse.firstIndex(of: true) ?? sets.endIndex
    let last = isProse.lastIndex(of: true) ?? -1
    let firstHeading = sets.firstIndex { $0.contains(.heading) }
    for index in sets.indices {
      sets[index].insert(.isFirst, if: index == 0)
      sets[index].insert(.firstHeading, if: index == firstHeading)
      sets[index].insert(.beforeProse, if: index < first)
      sets[index].insert(.amongProse, if: index >= first && index <= last)
      sets[index].insert(.afterProse, if: index > last && last >= 0)
      sets[index].insert(.firstTenth, if: index * 10 < sets.count)
      sets[index].insert(.lastTenth, if: index * 10 >= sets.count * 9)
      sets[index].insert(.lastThird, if: index * 3 >= sets.count * 2)
    }
  }

  private func isAlike(_ index: Int, _ other: Int) -> Bool {
    let (one, two) = (page.blocks[index], page.blocks[other])
    return one.marker == two.marker && one.isRow == two.isRow
      && sets[index].contains(.prose) == sets[other].contains(.prose)
  }

  private mutating func addRuns() {
    var start = 0
    while start < sets.count {
      var end = start + 1
      while end < sets.count, isAlike(end - 1, end),
        page.blocks[end].gap == page.blocks[min(start + 1, sets.count - 1)].gap
      { end += 1 }
      let feature = Self.run(end - start)
      for index in start..<end {
        sets[index].insert(feature)
        sets[index].insert(.likeAbove, if: index > start)
        sets[index].insert(.likeBelow, if: index + 1 < end)
      }
      start = end
    }
  }

  private static func run(_ count: Int) -> Feature {
    switch count {
    case 1: .run1
    case 2: .run2
    case 3...4: .run3to4
    case 5...9: .run5to9
    case 10...19: .run10to19
    default: .run20orMore
    }
  }

  /// What is counted of the blocks of a list, and the feature for less than a quarter of them.
  private static let shares: [([Feature], Feature)] = [
    ([.wholePerson, .beginsPerson, .givenName], .listOfPersons0),
    ([.givenName], .listOfGivenNames0), ([.organizations], .listOfOrganizations0),
    ([.roles], .listOfRoles0), ([.hasComma, .manyCommas], .listOfCommas0),
    ([.allCapitalized, .mostCapitalized], .listOfCapitals0), ([.mostSmall], .listOfSmall0),
    ([.endsSentence], .listOfSentences0), ([.functionWord], .listOfFunctionWords0),
    ([.words1, .words2, .words3, .words4, .words5to6], .listOfShort0),
  ]
  /// What counts of the block above a list, and of the one above that.
  private static let leads: [(Feature, Feature)] = [
    (.signatoryWord, .listUnderSignatoryWord), (.wholeSignatoryWord, .listUnderWholeSignatoryWord),
    (.endsColon, .listUnderColon), (.heading, .listUnderHeading), (.closing, .listUnderClosing),
    (.demand, .listUnderDemand), (.prose, .listUnderProse), (.roles, .listUnderRoles),
    (.columnHead, .listUnderColumnHead), (.furnitureHeading, .listUnderFurnitureHeading),
    (.kicker, .listUnderKicker),
  ]
  private static let leadsOfLeads: [(Feature, Feature)] = [
    (.signatoryWord, .listTwoUnderSignatoryWord), (.closing, .listTwoUnderClosing),
    (.heading, .listTwoUnderHeading), (.prose, .listTwoUnderProse),
  ]

  /// Adds what lists of three blocks or more say of their blocks. A line that leads a list ends
  /// what stands above it.
  private mutating func addLists() {
    var start = 0
    while start < sets.count {
      var end = start + 1
      while end < sets.count, !isLead(end - 1), !isLead(end), isAlike(end - 1, end),
        page.blocks[end].gap == page.blocks[start + 1].gap
      { end += 1 }
      // The first block of a list stands farther from what is above it than from the next.
      if end < sets.count, end - start > 1, page.blocks[end].gap < page.blocks[end - 1].gap {
        end -= 1
      }
      if end - start > 2 { addList(start..<end) }
      start = end
    }
  }

  private func isLead(_ index: Int) -> Bool {
    let set = sets[index]
    return set.contains(.endsColon) || set.contains(.wholeSignatoryWord) || set.contains(.closing)
      || set.contains(.columnHead)
  }

  private mutating func addList(_ list: Range<Int>) {
    var facts = FeatureSet()
    for (features, least) in Self.shares {
      let count = list.count { index in features.contains { sets[index].contains($0) } }
      let quarter = UInt8(min(3, count * 4 / list.count))
      if let feature = Feature(rawValue: least.rawValue + quarter) { facts.insert(feature) }
    }
    for (leads, distance) in [(Self.leads, 1), (Self.leadsOfLeads, 2)]
    where list.lowerBound >= distance {
      let above = sets[list.lowerBound - distance]
      for (lead, feature) in leads { facts.insert(feature, if: above.contains(lead)) }
    }
    facts.insert(.listAtEnd, if: list.upperBound == sets.count)
    for index in list { sets[index].formUnion(facts) }
  }

  private mutating func addHeadings() {
    var over: Feature?
    var hasHeading = false
    for index in sets.indices {
      let set = sets[index]
      if let over { sets[index].insert(over) }
      if set.contains(.closing) {
        over = .underClosing
      } else if set.contains(.signatoryWord) || set.contains(.columnHead), isHeading(set) {
        over = .underSignatoryHeading
        hasHeading = true
      } else if isProse[index] {
        over = nil
      } else if isHeading(set), !set.contains(.subheading), !set.contains(.wholeCountry),
        set.contains(.furnitureHeading) || set.contains(.contactHeading)
          || set.contains(.noteHeading) || set.contains(.endOfList)
          || (over == nil && set.contains(.heading))
      {
        over = .underOtherHeading
      }
    }
    for index in sets.indices { sets[index].insert(.textHasSignatoryHeading, if: hasHeading) }
  }

  private func isHeading(_ set: FeatureSet) -> Bool {
    set.contains(.endsColon) || set.contains(.heading)
      || (!set.contains(.prose) && !set.contains(.words15to24) && !set.contains(.words25to39)
        && !set.contains(.words40orMore))
  }
}

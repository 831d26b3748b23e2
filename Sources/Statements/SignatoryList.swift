/// A list of those who signed, as blocks of a text.
struct SignatoryList {
  /// One entry: the bytes that name a party, the lines below it that belong to it, and the
  /// subheading it stands under.
  struct Entry {
    var range: Range<Int>
    var below: Range<Int>?
    var number: UInt32 = 0
    var subheading: Range<Int>?
  }

  var heading: Range<Int>?
  var entries: [Entry] = []
}

/// The fourth stage, second part: where the lists of signatories are.
///
/// A list stands below a line with a word such as `Signatories`, or below a letter's closing. Only
/// where there is none, a numbered or bulleted run of names after the paragraphs is taken.
enum SignatoryLists {
  /// Marks the blocks of all lists and returns their entries.
  static func find(_ utf8: [UInt8], _ blocks: inout [Block]) -> [SignatoryList] {
    var lists: [SignatoryList] = []
    var index = 0
    while index < blocks.count {
      guard blocks[index].kind != .navigation, blocks[index].kind != .title,
        let heading = heading(utf8, blocks[index])
      else {
        index += 1
        continue
      }
      if let rest = heading.inline {
        let entries = SeriesReader.entries(utf8, rest)
        if entries.count > 1 {
          blocks[index].kind = .signatory
          lists.append(SignatoryList(heading: blocks[index].range, entries: entries))
        }
        index += 1
        continue
      }
      var collector = ListCollector(utf8, blocks, from: index + 1)
      collector.run()
      guard collector.isAccepted(isSure: heading.isSure) else {
        index += 1
        continue
      }
      if !Look(utf8, blocks[index]).isProse { blocks[index].kind = .listHeading }
      lists.append(take(collector, utf8, &blocks, heading: blocks[index].range))
      index = collector.end
    }
    return lists.isEmpty ? headless(utf8, &blocks) : lists
  }

  /// Marks what a collector found.
  private static func take(
    _ collector: ListCollector, _ utf8: [UInt8], _ blocks: inout [Block], heading: Range<Int>?
  ) -> SignatoryList {
    for index in collector.subheadings { blocks[index].kind = .subheading }
    for index in collector.items { blocks[index].kind = .signatory }
    for index in collector.memberLines { blocks[index].kind = .memberLine }
    return SignatoryList(heading: heading, entries: collector.entries())
  }

  /// What makes a block a heading over signatories; `nil` when nothing does.
  private struct Heading {
    /// Whether nothing else can follow.
    var isSure: Bool
    /// The bytes after its colon, when the names stand in the same block.
    var inline: Range<Int>?
  }

  private static func heading(_ utf8: [UInt8], _ block: Block) -> Heading? {
    guard !block.isMarked else { return nil }
    let tail = max(Int(block.body), Int(block.end) - 320)
    var start = tail
    while start < Int(block.end), utf8[start] & 0xC0 == 0x80 { start += 1 }
    let look = Look(utf8, block)
    if let inline = inline(utf8, block, look) { return Heading(isSure: true, inline: inline) }
    if look.isWhole(.closings, utf8) { return Heading(isSure: true) }
    let end = look.weight < Look.wordsMax ? look : Look(utf8, start..<Int(block.end))
    let isNamed = hasSignatoryWord(utf8, end, start..<Int(block.end))
    let isDemand = end.isFound(.demandWords, utf8)
    if end.endsColon {
      if isNamed { return Heading(isSure: !isDemand && end.weight <= 40) }
      return end.isFound(.signatoryPhrases, utf8) ? Heading(isSure: false) : nil
    }
    guard isNamed, !look.isProse, !look.endsSentence, look.weight <= 12, !look.opensQuote else {
      return nil
    }
    return Heading(isSure: !isDemand && look.weight <= 8)
  }

  static func hasSignatoryWord(_ utf8: [UInt8], _ look: Look, _ range: Range<Int>) -> Bool {
    if look.isFound(.signatoryWords, utf8) { return true }
    guard utf8[range].contains(where: { $0 >= 0xD7 }) else { return false }
    return Lexicon.signatoryStems.contains { Search.contains(utf8, range, $0) }
  }

  /// `Signatories: A, B and C`: the bytes after the colon.
  private static func inline(_ utf8: [UInt8], _ block: Block, _ look: Look) -> Range<Int>? {
    guard !look.endsColon,
      let colon = look.words.prefix(9).firstIndex(where: { $0.trail == .colon })
    else { return nil }
    let before = look.words[...colon]
    guard Lexicon.signatoryWords.isFound(utf8, in: before),
      !Lexicon.demandWords.isFound(utf8, in: before), colon + 1 < look.words.count
    else { return nil }
    let rest = look.words[colon + 1].start..<Int(block.end)
    return utf8[rest].contains(0x2C) || utf8[rest].contains(0x3B) ? rest : nil
  }

  /// The longest run of marked names after a paragraph, when no heading tells of any.
  private static func headless(_ utf8: [UInt8], _ blocks: inout [Block]) -> [SignatoryList] {
    var best: ListCollector?
    var prose = 0
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      guard block.isMarked, block.kind == .unknown else {
        if prose == 0, block.kind == .unknown, Look(utf8, block).isProse { prose += 1 }
        index += 1
        continue
      }
      var collector = ListCollector(utf8, blocks, from: index)
      collector.run()
      let isBarred = index > 0 && isFurniture(utf8, blocks[index - 1])
      if prose > 0, !isBarred, collector.isConvincing,
        collector.items.count > best?.items.count ?? 0
      {
        best = collector
      }
      index = max(collector.end, index + 1)
    }
    return best.map { [take($0, utf8, &blocks, heading: nil)] } ?? []
  }

  private static func isFurniture(_ utf8: [UInt8], _ block: Block) -> Bool {
    let look = Look(utf8, block)
    return look.endsColon && !look.isFound(.signatoryPhrases, utf8)
      || look.isWhole(.furnitureHeadings, utf8) || look.isWhole(.noteHeadings, utf8)
      || look.isWhole(.contactHeadings, utf8)
  }
}

/// Searching bytes in bytes.
enum Search {
  /// Whether `needle` stands in the slice. O(slice × needle).
  static func contains(_ utf8: [UInt8], _ range: Range<Int>, _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, needle.count <= range.count else { return false }
    for start in range.lowerBound...range.upperBound - needle.count where utf8[start] == first {
      if utf8[start..<start + needle.count].elementsEqual(needle) { return true }
    }
    return false
  }
}

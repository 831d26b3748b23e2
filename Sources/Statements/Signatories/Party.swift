/// One party of a list of signatories, in bytes of the text.
struct Party: Equatable {
  var name: Range<Int>
  var kind = PartyKind.organization
  var role: Range<Int>?
  var affiliation: Range<Int>?
  var country: CountryCode?
  /// Where the country is stated.
  var countryRange: Range<Int>?
  /// The number that the text gives it, else 0.
  var number: UInt32 = 0
}

/// The fifth stage: from the entries of a list to its parties: name, kind, role, affiliation and
/// stated country.
///
/// A country is stated in a column, in parentheses, after the last comma, after a dash where the
/// list does so as a rule, or in the subheading. A person is told by an honorific, by a role after
/// the name, by a heading that promises persons, or because most entries beside are persons.
enum Parties {
  static func read(_ utf8: [UInt8], _ list: SignatoryList) -> [Party] {
    var list = list
    list.entries = unglued(utf8, list.entries)
    var entries = list.entries.map { EntryCells(utf8, $0) }
    if let parted = columnsParted(utf8, list.entries, entries) {
      list.entries = parted
      entries = parted.map { EntryCells(utf8, $0) }
    }
    let dashed = entries.count { $0.dashCountry(utf8) != nil }
    let takesDash = dashed * 5 >= entries.count * 2
    var readings = zip(list.entries, entries).map { entry, cells in
      reading(utf8, entry, cells, takesDash: takesDash)
    }
    readings.removeAll { $0.words.isEmpty || $0.isRemark }
    var shares: [Range<Int>: Share] = [:]
    for reading in readings { shares[reading.section, default: Share()].count(reading, utf8) }
    let annotated = entries.count { $0.beforeParenthesis(utf8) != nil }
    let isAnnotated = annotated > 2 && annotated * 10 >= entries.count * 6
    let isPersonal = list.heading.map { promisesPersons(utf8, $0) } ?? false
    let paired = readings.count { $0.isNameAndBody(utf8) }
    let isPaired = paired > 1 && paired * 3 >= readings.count * 2
    let led = readings.count { $0.contact(utf8) != nil }
    let isLed = led > 1 && led * 2 >= readings.count
    return readings.map { given in
      var reading = given
      if isAnnotated, reading.country == nil { reading.dropParenthesis(utf8) }
      if isLed, let contact = reading.contact(utf8) {
        reading.words = Array(reading.words[..<contact])
        return party(utf8, reading, isPerson: false)
      }
      let share = shares[reading.section] ?? Share()
      let isExpected =
        isPersonal || reading.isUnderPersons || (isPaired && reading.isNameAndBody(utf8))
        || share.isOfPersons
      let isPerson =
        reading.isPerson || (isExpected && reading.canBePerson(utf8))
        || (share.isOfPersons && reading.isPseudonym(utf8))
        || (share.hasPersonsForm && PersonName.lead(utf8, reading.words) != nil)
      return party(utf8, reading, isPerson: isPerson)
    }
  }

  /// Entries of persons parted where one ends and a name begins that the post of another follows:
  /// a line break was lost between them. A post is what follows the first comma of other entries.
  private static func unglued(_ utf8: [UInt8], _ entries: [SignatoryList.Entry])
    -> [SignatoryList.Entry]
  {
    let parted = entries.count { utf8[$0.range].contains(0x2C) }
    guard parted > 2, parted * 3 >= entries.count * 2 else { return entries }
    let all = entries.map { Word.all(utf8, $0.range, limit: 120) }
    let posts = all.compactMap { words -> UInt64? in
      let comma = words.prefix(5).firstIndex { $0.trail == .comma }
      return comma.flatMap { $0 + 1 < words.count ? words[$0 + 1].hash : nil }
    }
    guard posts.count > 2, posts.count * 3 >= entries.count * 2 else { return entries }
    let known = Set(posts)
    return zip(entries, all).flatMap { entry, words -> [SignatoryList.Entry] in
      var starts = [entry.range.lowerBound]
      for comma in words.indices.dropFirst(3).dropLast()
      where words[comma].trail == .comma && known.contains(words[comma + 1].hash) {
        let before = words[..<comma].lastIndex { !$0.isNamelike || $0.trail != .none } ?? 0
        guard before > 0, words[before].shape == .lower, words[before].trail == .none,
          PersonName.isPlausible(utf8, words[(before + 1)...comma])
        else { continue }
        starts.append(words[before + 1].start)
      }
      return zip(starts, starts.dropFirst() + [entry.range.upperBound]).map { start, end in
        var part = entry
        part.range = starts.count > 1 ? EntryCells.clean(utf8, start..<end) : entry.range
        return part
      }
    }
  }

  /// Entries that stand side by side, each made one: where most lines have plain names of
  /// organizations in all of their columns. `nil` where they have not.
  private static func columnsParted(
    _ utf8: [UInt8], _ entries: [SignatoryList.Entry], _ cells: [EntryCells]
  ) -> [SignatoryList.Entry]? {
    let wide = cells.count { !$0.others.isEmpty }
    guard wide > 1, wide * 3 >= entries.count * 2 else { return nil }
    var parted: [SignatoryList.Entry] = []
    var bodies = 0
    for (entry, cells) in zip(entries, cells) {
      for cell in [cells.name] + cells.others {
        let words = Word.all(utf8, cell, limit: 40)
        if Countries.whole(words[...]) != nil || Lexicon.roles.isFound(in: words[...]) {
          return nil
        }
        if Lexicon.organizations.isFound(in: words[...]) || PersonName.isWhole(utf8, words) {
          bodies += 1
        }
        parted.append(SignatoryList.Entry(range: cell, subheading: entry.subheading))
      }
    }
    return bodies * 3 >= parted.count * 2 ? parted : nil
  }

  /// How many entries of a section are plainly persons, and how many could be.
  private struct Share {
    var persons = 0
    var possible = 0
    var leads = 0
    var posts = 0
    var all = 0

    mutating func count(_ reading: Reading, _ utf8: [UInt8]) {
      all += 1
      if reading.isPerson { persons += 1 }
      if reading.isPerson || reading.canBePerson(utf8) { possible += 1 }
      guard let lead = PersonName.lead(utf8, reading.words) else { return }
      leads += 1
      if PersonName.isUnspaced(utf8, reading.words[lead]) { posts += 1 }
      let rest = reading.words[lead.upperBound...]
      if ([rest] + reading.extra).contains(where: Lexicon.roles.isFound) { posts += 1 }
    }

    /// Half of them are, or some are and nearly all could be.
    var isOfPersons: Bool {
      persons > 0 && (persons * 2 >= all || (possible * 10 >= all * 8 && persons * 10 >= all))
    }

    /// Nearly all begin with what can be a name, and many are persons or have posts: then words
    /// of organizations and posts are surnames.
    var hasPersonsForm: Bool {
      all > 2 && leads * 10 >= all * 8 && (persons * 5 >= all * 2 || posts * 2 >= all)
    }
  }

  /// What was found of an entry before it is known whether it is a person.
  private struct Reading {
    var words: [Word]
    var country: CountryCode?
    var countryRange: Range<Int>?
    var extra: [ArraySlice<Word>] = []
    var isPerson = false
    var isUnderPersons = false
    /// The subheading above, or none.
    var section = 0..<0
    var number: UInt32

    /// Takes a country that is all the range says, if none is known; whether it did.
    mutating func takeCountry(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
      guard country == nil, let code = Countries.whole(utf8, range) else { return false }
      (country, countryRange) = (code, range)
      return true
    }

    /// `(retracted at her request)`: what stands where a name was.
    var isRemark: Bool {
      guard let first = words.first, let last = words.last else { return false }
      return first.isOpened && last.trail == .close
        && !words.dropLast().contains { $0.trail == .close }
    }

    /// `Name (what it is)`, where most of a list says so.
    mutating func dropParenthesis(_ utf8: [UInt8]) {
      guard let first = words.first, let last = words.last else { return }
      var cells = EntryCells(name: first.start..<last.end)
      // The last word is without its bracket.
      while cells.name.upperBound < utf8.count, utf8[cells.name.upperBound] > 0x20 {
        cells.name = cells.name.lowerBound..<cells.name.upperBound + 1
      }
      guard let name = cells.beforeParenthesis(utf8), name.upperBound <= last.end else { return }
      extra.insert(Word.all(utf8, name.upperBound..<last.end, limit: 60)[...], at: 0)
      words.removeAll { $0.start >= name.upperBound }
    }

    func canBePerson(_ utf8: [UInt8]) -> Bool {
      PersonName.isWhole(utf8, words) || PersonName.begins(utf8, words)
    }

    /// `doe`, `littleDoe (Engineer)`: no word of organizations, and one word or two small ones.
    func isPseudonym(_ utf8: [UInt8]) -> Bool {
      let name = words.prefix { !$0.isOpened }
      guard (1...2).contains(name.count), !Lexicon.organizations.isFound(in: name) else {
        return false
      }
      return name.allSatisfy { word in
        guard !utf8[word.range].contains(0x2E) else { return false }
        return word.shape == .lower
          || (name.count == 1 && utf8[word.range].contains { $0 &- 0x61 < 26 })
      } || (name.first?.shape == .lower && name.last?.isNamelike ?? false)
    }

    /// `Jane Doe, Test Society`: what can be a name, then what is plainly an organization.
    func isNameAndBody(_ utf8: [UInt8]) -> Bool {
      guard words.contains(where: { $0.trail == .comma }), PersonName.begins(utf8, words),
        let run = PersonName.run(utf8, words[...]), words[run.upperBound - 1].trail == .comma
      else { return false }
      return Lexicon.organizations.isFound(in: words[run.upperBound...])
    }

    /// `Test Society, Jane Doe, Director`: where the person begins who signs for an organization.
    func contact(_ utf8: [UInt8]) -> Int? {
      guard words.count(where: { $0.trail == .comma }) > 1 else { return nil }
      let parts = words[...].split(after: { $0.trail == .comma })
      guard parts.count > 2, let name = parts.dropFirst().first,
        Lexicon.organizations.isFound(in: parts[0]), !Lexicon.roles.isFound(in: parts[0]),
        PersonName.isWhole(utf8, Array(name)), Lexicon.roles.isFound(in: parts[2])
      else { return nil }
      return name.startIndex
    }
  }

  private static func reading(
    _ utf8: [UInt8], _ entry: SignatoryList.Entry, _ cells: EntryCells, takesDash: Bool
  ) -> Reading {
    var reading = Reading(words: [], number: entry.number)
    var range = cells.name
    for cell in cells.others where !reading.takeCountry(utf8, cell) {
      reading.extra.append(Word.all(utf8, cell, limit: 60)[...])
    }
    if reading.country == nil, let tail = cells.tailCountry(utf8, takesDash: takesDash) {
      reading.country = tail.code
      reading.countryRange = tail.stated
      range = tail.name
    } else if takesDash, reading.country == nil, let name = cells.beforeRegion(utf8) {
      range = name
    }
    if let below = entry.below, !reading.takeCountry(utf8, below) {
      reading.extra += EntryCells.lines(utf8, below)
    }
    if let subheading = entry.subheading {
      reading.isUnderPersons = promisesPersons(utf8, subheading)
      reading.section = subheading
      _ = reading.takeCountry(utf8, EntryCells.clean(utf8, subheading))
    }
    reading.words = Word.all(utf8, range, limit: 60)
    if reading.words.count > 1, let last = reading.words.last, Lexicon.conjunctions.contains(last) {
      reading.words.removeLast()
    }
    reading.isPerson = isPerson(utf8, reading, isGroup: entry.below != nil)
    return reading
  }

  /// Whether the entry alone tells that it is a person.
  private static func isPerson(_ utf8: [UInt8], _ reading: Reading, isGroup: Bool) -> Bool {
    let words = reading.words
    guard let run = PersonName.run(utf8, words[...]) else { return false }
    let isPlausible = PersonName.isPlausible(utf8, words[run])
    if PersonName.hasHonorific(words), isPlausible || run.count == 1 { return true }
    if run.count == 1, PersonName.isGivenNameAlone(words) { return true }
    // `Senator Jane Doe – Test Party`
    if Lexicon.roles.contains(words[run.lowerBound]), run.count > 2,
      PersonName.isPlausible(utf8, words[run.dropFirst()])
    {
      return true
    }
    guard isPlausible else { return false }
    if isGroup, !reading.extra.isEmpty { return true }
    let rest = words[run.upperBound...]
    if Lexicon.onBehalf.match(words[...], at: min(run.upperBound, words.count - 1)) != nil {
      return true
    }
    let isParted = rest.isEmpty || PersonName.begins(utf8, words)
    guard isParted else { return false }
    if PersonName.isCertain(utf8, words[...]) { return true }
    if let first = rest.first, first.isOpened, Lexicon.aliases.contains(first) { return true }
    return ([rest] + reading.extra).contains { part in
      Lexicon.roles.isFound(in: part) || Lexicon.academic.isFound(in: part)
    }
  }

  private static func promisesPersons(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    let look = Look(utf8, range)
    guard look.weight <= 12, look.isFound(.personHeadings) else { return false }
    return !Lexicon.bodiesInPlural.isFound(in: look.words[...])
  }

  private static func party(_ utf8: [UInt8], _ reading: Reading, isPerson: Bool) -> Party {
    let words = reading.words
    var party = Party(
      name: words[0].start..<words[words.count - 1].end, country: reading.country,
      countryRange: reading.countryRange, number: reading.number)
    let lead = PersonName.lead(utf8, words) ?? PersonName.run(utf8, words[...])
    let alias = words.prefix { !$0.isOpened }
    guard isPerson, let run = lead ?? (alias.isEmpty ? nil : alias.indices) else {
      if party.country == nil, let state = Countries.whole(words[...]) {
        (party.country, party.countryRange) = (state, party.name)
      }
      if party.country == nil { party.country = Countries.inferred(words) }
      party.name = Spans.closed(utf8, Spans.opened(utf8, party.name))
      return party
    }
    party.kind = .person
    party.name = words[run.lowerBound].start..<words[run.upperBound - 1].end
    var rest = words[run.upperBound...]
    var title: Range<Int>?
    while let first = rest.first, first.shape == .symbol || Lexicon.nameSuffixes.contains(first) {
      if Lexicon.roles.contains(first) { title = first.range }
      rest = rest.dropFirst()
    }
    var apposition = Apposition(utf8, rest)
    for extra in reading.extra where apposition.role == nil || apposition.affiliation == nil {
      let more = Apposition(utf8, extra)
      apposition.role = apposition.role ?? more.role
      apposition.affiliation =
        apposition.affiliation ?? more.affiliation
        ?? (more.role == nil ? Apposition.span(extra) : nil)
    }
    party.role = (apposition.role ?? title).map { Spans.closed(utf8, $0) }
    party.affiliation = apposition.affiliation.map { Spans.closed(utf8, $0) }
    return party
  }
}

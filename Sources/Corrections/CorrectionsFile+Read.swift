internal import Bytes
package import JSON5
internal import Statements

/// The members of the file, each read strictly: what is not known is told with its line.
extension CorrectionsFile {
  package init(_ bytes: [UInt8]) throws(JSON5.DocumentError) {
    guard bytes.count <= Self.bytesMax else {
      throw JSON5.DocumentError(
        place: Place(line: 1, column: 1), key: "",
        reason: "corrections have at most \(Self.bytesMax) bytes")
    }
    let entry = Entry(value: try JSON5(bytes), key: "")
    let members = try entry.members([
      "title", "publishedOn", "inLanguage", "signatories", "quotations", "paragraphs",
    ])
    title = try members["title"]?.words()
    publishedOn = try members["publishedOn"].dateOrNothing()
    places["publishedOn"] = members["publishedOn"]?.value.place
    inLanguage = try members["inLanguage"]?.language()
    try readSignatories(members["signatories"])
    try readQuotations(members["quotations"])
    try readParagraphs(members["paragraphs"])
  }

  private mutating func readSignatories(_ entry: Entry?) throws(JSON5.DocumentError) {
    guard let entry else { return }
    let members = try entry.members(["kind", "remove", "change", "add", "addedLater"])
    kind = try members["kind"]?.kind()
    places["kind"] = members["kind"]?.value.place
    removed = try members["remove"]?.choices("name") ?? []
    for (name, change) in try members["change"]?.changes() ?? [] {
      let given = try change.members(["occurrence", "name"] + Self.partyKeys)
      var party = try Self.party(given)
      party.name = try given["name"]?.words()
      changed.append((Choice(words: name, occurrence: try given["occurrence"]?.number()), party))
    }
    added =
      try members["add"]?.each { (entry) throws(JSON5.DocumentError) in
        try Self.added(entry, ["after", "occurrence"])
      } ?? []
    addedLater =
      try members["addedLater"]?.each { (entry) throws(JSON5.DocumentError) in
        try Self.added(entry, [])
      } ?? []
  }

  private static let partyKeys = [
    "kind", "role", "affiliation", "country", "signedOn", "withdrawnOn", "note",
  ]

  private static func party(_ given: [String: Entry]) throws(JSON5.DocumentError) -> PartyChange {
    var party = PartyChange()
    party.kind = try given["kind"]?.kind()
    party.role = try given["role"].wordsOrNothing()
    party.affiliation = try given["affiliation"].wordsOrNothing()
    party.country =
      try given["country"]?.change { (entry) throws(JSON5.DocumentError) in
        try entry.country()
      } ?? .stays
    party.signedOn = try given["signedOn"].dateOrNothing()
    party.withdrawnOn = try given["withdrawnOn"].dateOrNothing()
    party.note =
      try given["note"]?.change { (entry) throws(JSON5.DocumentError) in
        try entry.words().text
      } ?? .stays
    return party
  }

  /// A name alone, or with what is said of it.
  private static func added(_ entry: Entry, _ keys: [String]) throws(JSON5.DocumentError)
    -> AddedParty
  {
    if case .string = entry.value.content {
      return AddedParty(name: try entry.words(), party: PartyChange())
    }
    let given = try entry.members(["name"] + partyKeys + keys)
    return AddedParty(
      name: try entry.needed("name", given).words(), party: try party(given),
      after: try given["after"]?.words(), occurrence: try given["occurrence"]?.number())
  }

  private mutating func readQuotations(_ entry: Entry?) throws(JSON5.DocumentError) {
    guard let entry else { return }
    let members = try entry.members(["remove", "change", "add"])
    removedQuotations = try members["remove"]?.choices("exact") ?? []
    for (words, change) in try members["change"]?.changes() ?? [] {
      let given = try change.members(["occurrence"] + Self.speechKeys)
      changedQuotations.append(
        (
          Choice(words: words, occurrence: try given["occurrence"]?.number()),
          try Self.speech(given)
        ))
    }
    addedQuotations =
      try members["add"]?.each { (entry) throws(JSON5.DocumentError) in
        let given = try entry.members(["exact", "occurrence", "attribution"] + Self.speechKeys)
        let exact = try entry.needed("exact", given)
        var words: [Words] = []
        if case .array = exact.value.content {
          words = try exact.each { (entry) throws(JSON5.DocumentError) in try entry.words() }
        } else {
          words = [try exact.words()]
        }
        guard !words.isEmpty else { throw exact.value.problem(exact.key, isNot: "words") }
        return AddedQuotation(
          exact: words, occurrence: try given["occurrence"]?.number(),
          speech: try Self.speech(given), attribution: try given["attribution"]?.words())
      } ?? []
  }

  private static let speechKeys = ["speaker", "kind", "role", "affiliation"]

  private static func speech(_ given: [String: Entry]) throws(JSON5.DocumentError) -> SpeakerChange
  {
    SpeakerChange(
      speaker: try given["speaker"].wordsOrNothing(), kind: try given["kind"]?.kind(),
      role: try given["role"].wordsOrNothing(),
      affiliation: try given["affiliation"].wordsOrNothing())
  }

  private mutating func readParagraphs(_ entry: Entry?) throws(JSON5.DocumentError) {
    guard let entry else { return }
    let members = try entry.members(["remove", "merge", "add"])
    removedParagraphs = try members["remove"]?.choices("from") ?? []
    mergedParagraphs = try members["merge"]?.choices("from") ?? []
    addedParagraphs =
      try members["add"]?.each { (entry) throws(JSON5.DocumentError) in
        if case .string = entry.value.content { return AddedParagraph(from: try entry.words()) }
        let given = try entry.members(["from", "to"])
        return AddedParagraph(
          from: try entry.needed("from", given).words(), to: try given["to"]?.words())
      } ?? []
  }
}

/// A value, and the dotted path to it, for messages.
private struct Entry {
  var value: JSON5
  var key: String

  func members(_ known: [String]) throws(JSON5.DocumentError) -> [String: Entry] {
    try value.members(among: known, at: key.isEmpty ? "corrections" : key)
      .reduce(into: [:]) { entries, member in
        entries[member.key] = Entry(value: member.value, key: path(member.key))
      }
  }

  private func path(_ member: String) -> String { key.isEmpty ? member : "\(key).\(member)" }

  func needed(_ member: String, _ given: [String: Entry]) throws(JSON5.DocumentError) -> Entry {
    guard let entry = given[member] else {
      throw JSON5.DocumentError(
        place: value.place, key: key, reason: "has no \(member), which it must")
    }
    return entry
  }

  func each<Element>(_ read: (Entry) throws(JSON5.DocumentError) -> Element)
    throws(JSON5.DocumentError) -> [Element]
  {
    var elements: [Element] = []
    for (index, element) in try value.elements(at: key).enumerated() {
      elements.append(try read(Entry(value: element, key: "\(key)[\(index + 1)]")))
    }
    return elements
  }

  /// The members of an object of changes: a name as it was read, and one change, or one for each of
  /// several that have it.
  func changes() throws(JSON5.DocumentError) -> [(CorrectionsFile.Words, Entry)] {
    guard case .object(let members) = value.content else {
      throw value.problem(key, isNot: "an object of what was read to what it is")
    }
    var changes: [(CorrectionsFile.Words, Entry)] = []
    for member in members {
      let words = try Self.words(member.key, member.place, key)
      let entry = Entry(value: member.value, key: "\(key).\(JSON5.quoted(member.key))")
      if case .array = member.value.content {
        for change in try entry.each({ (entry) throws(JSON5.DocumentError) in entry }) {
          changes.append((words, change))
        }
      } else {
        changes.append((words, entry))
      }
    }
    return changes
  }

  /// Words alone, or as the member `name` of an object with `occurrence`.
  func choices(_ name: String) throws(JSON5.DocumentError) -> [CorrectionsFile.Choice] {
    try each { (entry) throws(JSON5.DocumentError) in
      if case .string = entry.value.content { return .init(words: try entry.words()) }
      let given = try entry.members([name, "occurrence"])
      return CorrectionsFile.Choice(
        words: try entry.needed(name, given).words(),
        occurrence: try given["occurrence"]?.number())
    }
  }

  func words() throws(JSON5.DocumentError) -> CorrectionsFile.Words {
    try Self.words(try value.string(at: key), value.place, key)
  }

  /// Words with one space where there is white space.
  private static func words(_ text: String, _ place: Place, _ key: String)
    throws(JSON5.DocumentError) -> CorrectionsFile.Words
  {
    let shown = TextFinder.normalized(text)
    guard !shown.isEmpty else {
      throw JSON5.DocumentError(place: place, key: key, reason: "“\(text)” has no words")
    }
    return CorrectionsFile.Words(text: shown, place: place)
  }

  func change<Value>(_ read: (Entry) throws(JSON5.DocumentError) -> Value)
    throws(JSON5.DocumentError) -> CorrectionsFile.Change<Value>
  {
    if case .null = value.content { return .nothing }
    return .to(try read(self))
  }

  func number() throws(JSON5.DocumentError) -> Int {
    guard let number = value.integer, 1...1_000_000 ~= number else {
      throw value.problem(key, isNot: "a number from 1 on")
    }
    return number
  }

  func kind() throws(JSON5.DocumentError) -> PartyKind {
    guard let kind = PartyKind(rawValue: try value.string(at: key)) else {
      throw value.problem(key, isNot: "“organization” or “person”")
    }
    return kind
  }

  func date() throws(JSON5.DocumentError) -> CalendarDate {
    guard let date = CalendarDate(iso: try value.string(at: key)) else {
      throw value.problem(key, isNot: "a day like 2024-05-17")
    }
    return date
  }

  func language() throws(JSON5.DocumentError) -> CorrectionsFile.Words {
    let tag = try words()
    guard LanguageTag.isWellFormed(tag.text), tag.text.utf8.count > 1
    else { throw value.problem(key, isNot: "a language tag (BCP 47), as en or zh-Hant") }
    return tag
  }

  /// A code alone, or with the words of the text that state it.
  func country() throws(JSON5.DocumentError) -> CorrectionsFile.StatedCountry {
    var code = self
    var stated: CorrectionsFile.Words?
    if case .object = value.content {
      let given = try members(["code", "asStated"])
      code = try needed("code", given)
      stated = try given["asStated"]?.words()
    }
    let letters = try code.value.string(at: code.key)
    guard let country = CountryCode(letters.utf8), Countries.name(of: country) != nil else {
      throw code.value.problem(code.key, isNot: "an ISO 3166-1 alpha-2 code such as CH")
    }
    return CorrectionsFile.StatedCountry(code: country, asStated: stated)
  }
}

extension Entry? {
  /// Words, or `null` for none.
  fileprivate func wordsOrNothing() throws(JSON5.DocumentError)
    -> CorrectionsFile.Change<CorrectionsFile.Words>
  {
    guard let entry = self else { return .stays }
    return try entry.change { (entry) throws(JSON5.DocumentError) in try entry.words() }
  }

  /// A day, or `null` for none.
  fileprivate func dateOrNothing() throws(JSON5.DocumentError)
    -> CorrectionsFile.Change<CalendarDate>
  {
    guard let entry = self else { return .stays }
    return try entry.change { (entry) throws(JSON5.DocumentError) in try entry.date() }
  }
}

internal import Markup

/// What is said of a person beside the name: `President of Test Society`, `Director, Test Society`,
/// `Test Society Chair`: parted into role and affiliation.
struct Apposition: Equatable {
  var role: Range<Int>?
  var affiliation: Range<Int>?

  init(role: Range<Int>? = nil, affiliation: Range<Int>? = nil) {
    self.role = role
    self.affiliation = affiliation
  }

  var isEmpty: Bool { role == nil && affiliation == nil }

  /// Takes what is not known yet.
  mutating func fill(from other: Apposition) {
    role = role ?? other.role
    affiliation = affiliation ?? other.affiliation
  }

  /// Reads the words after a name.
  init(_ utf8: [UInt8], _ given: ArraySlice<Word>) {
    let words = Self.cut(
      utf8,
      Elision.parted(utf8, given.drop { Lexicon.articles.contains($0) }).drop {
        Lexicon.articles.contains($0)
      })
    var pieces = words.split(after: { $0.trail != .none && $0.trail != .close })
    pieces.removeAll { piece in piece.allSatisfy { $0.shape == .digit || $0.shape == .symbol } }
    Self.joinNames(&pieces, words)
    defer { role = role.map { Self.withoutArticle(utf8, $0) } }
    guard let first = pieces.first else { return }
    let next = pieces.dropFirst().first
    if let link = first.first, Lexicon.placeLinks.contains(link), Self.isLink(first) {
      affiliation = Self.organization(utf8, first)
      return
    }
    if let role = Self.lastRole(utf8, first) {
      if readParts(utf8, pieces) { return }
      read(utf8, first, role: role, next: next)
      return
    }
    if let second = next, let role = Self.lastRole(utf8, second), !Self.isLink(first) {
      // `Test Society, Chair`
      affiliation = Self.organization(utf8, first)
      self.role = Self.span(Self.wholeRole(second, role) ?? second)
      return
    }
    if let at = first.indices.dropFirst().first(where: { Lexicon.at.contains(first[$0]) }),
      Self.isOrganization(utf8, first[(at + 1)...])
    {
      // `Public Affairs at Test Society`
      role = Self.span(first[..<at])
      affiliation = Self.organization(utf8, first[(at + 1)...])
    } else if let second = next, let last = first.last, Lexicon.partsOfBodies.contains(last),
      Self.isAffiliation(utf8, second)
    {
      // `Forests Program, Test Society`
      role = Self.span(first)
      affiliation = Self.organization(utf8, second)
    } else if Self.isLink(first) || Self.isOrganization(utf8, first) {
      affiliation = Self.organization(utf8, first)
    } else if let small = first.first, small.shape == .lower,
      !utf8[small.range].suffix(3).elementsEqual("ing".utf8)
    {
      role = Self.span(first)
    }
  }

  /// `Test Works, Inc.` and `Institute for Peace, Justice and Reform` are one piece each.
  private static func joinNames(_ pieces: inout [ArraySlice<Word>], _ words: ArraySlice<Word>) {
    for index in pieces.indices.dropFirst().reversed()
    where Lexicon.legalForms.contains(pieces[index])
      && pieces[index - 1].contains(where: \.isNamelike)
      || isSeries(pieces[index - 1], pieces[index])
    {
      pieces[index - 1] = words[pieces[index - 1].startIndex..<pieces[index].endIndex]
      pieces.remove(at: index)
    }
  }

  /// `Chair of the Institute for Peace,` and `Justice and Reform`.
  private static func isSeries(_ piece: ArraySlice<Word>, _ next: ArraySlice<Word>) -> Bool {
    guard next.count == 3, next.dropFirst().first.map(Lexicon.conjunctions.contains) ?? false,
      next.first?.isNamelike ?? false, next.last?.isNamelike ?? false, piece.last?.trail == .comma,
      let link = piece.dropLast().last, link.shape == .lower, Lexicon.links.contains(link),
      let held = piece.firstIndex(where: { $0.shape == .lower && Lexicon.links.contains($0) })
    else { return false }
    return piece[held..<(piece.endIndex - 2)].contains(where: \.isNamelike)
  }

  /// `Vice President, Justice and Equity, Test Society`: a post, its field, and what it is held in.
  private mutating func readParts(_ utf8: [UInt8], _ pieces: [ArraySlice<Word>]) -> Bool {
    guard pieces.count > 2, let post = pieces.first, let last = pieces.last,
      !post.contains(where: { Lexicon.placeLinks.contains($0) || Lexicon.ofs.contains($0) }),
      !pieces[1].contains(where: { Lexicon.bodies.contains($0) }),
      pieces.dropFirst().allSatisfy({ Self.lastRole(utf8, $0) == nil }),
      Self.isAffiliation(utf8, last), let start = post.first?.start,
      let end = pieces[pieces.count - 2].last?.end
    else { return false }
    role = start..<end
    affiliation = Self.organization(utf8, last)
    return true
  }

  /// Whether the words can name an organization where one is to be expected.
  private static func isAffiliation(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Bool {
    if isOrganization(utf8, words) { return true }
    let named = words.drop { isOf($0) || Lexicon.articles.contains($0) }
    guard named.count == 1, let only = named.first, only.shape == .capital else { return false }
    return Countries.whole(named) == nil && !Lexicon.functionWords.contains(only)
      && !Lexicon.months.contains(only)
  }

  /// A piece that holds a role: the role, and what it is held in.
  private mutating func read(
    _ utf8: [UInt8], _ piece: ArraySlice<Word>, role: Int, next: ArraySlice<Word>?
  ) {
    if let owner = Self.owner(utf8, piece) {
      let held = piece[(owner.last + 1)...]
      affiliation = Self.organization(utf8, piece[...owner.last])
      self.role = Self.span(held)
      return
    }
    let noun = Self.firstRole(utf8, piece) ?? role
    let after = noun + 1..<piece.endIndex
    let of = after.first { Lexicon.ofs.contains(piece[$0]) }
    if let at = after.first(where: { Lexicon.placeLinks.contains(piece[$0]) }),
      of.map({
        $0 > at
          || Lexicon.at.contains(piece[at])
            && !piece[$0..<at].contains(where: { Lexicon.bodies.contains($0) })
          || Self.isField(piece[($0 + 1)..<at]) || Lexicon.fields.contains(piece[at - 1])
      }) ?? true
    {
      self.role = Self.span(piece[..<at])
      let home = piece[(at + 1)...]
      // `a librarian from Exampleton` is of no organization.
      if !Lexicon.from.contains(piece[at]) || Self.isOrganization(utf8, home) {
        affiliation = Self.organization(utf8, home)
      }
      return
    }
    if let of {
      readOf(utf8, piece, of, next: next)
      return
    }
    let whole = Self.wholeRole(piece, role) ?? piece
    let before = piece[..<whole.startIndex]
    let behind = piece[whole.endIndex...]
    self.role = Self.span(piece)
    if behind.isEmpty, let joint = before.lastIndex(where: { Lexicon.conjunctions.contains($0) }),
      Self.lastRole(utf8, before[..<joint]) != nil
    {
      // `Test State Senator and Water Committee Chair`
      self.role = Self.span(piece)
    } else if let next, Self.lastRole(utf8, next) == nil, Self.isOrganization(utf8, next),
      !(before + behind).isEmpty,
      before.count + behind.count == 1
        || !(before + behind).contains(where: { Lexicon.bodies.contains($0) })
    {
      // `Forest Policy Researcher, Test Society`
      affiliation = Self.organization(utf8, next)
    } else if behind.isEmpty, Lexicon.offices.contains(piece[role]),
      before.contains(where: \.isNamelike)
    {
      // `New York State Senator`
      self.role = Self.span(piece)
    } else if Self.isOrganization(utf8, before), behind.isEmpty {
      self.role = Self.span(whole)
      affiliation = Self.organization(utf8, before)
    } else if Self.isAffiliation(utf8, behind) {
      self.role = Self.span(piece[..<whole.endIndex])
      affiliation = Self.organization(utf8, behind)
    } else if let next, Self.isAffiliation(utf8, next) {
      affiliation = Self.organization(utf8, next)
    }
  }

  /// `Director of …`: a field, a country or an organization follows.
  private mutating func readOf(
    _ utf8: [UInt8], _ piece: ArraySlice<Word>, _ of: Int, next: ArraySlice<Word>?
  ) {
    let object = piece[(of + 1)...]
    if piece.first.map({ Lexicon.aspirants.contains($0) }) ?? false, next == nil {
      role = Self.span(piece)
      return
    }
    // `Director of Operations of the Test Society`, `chair of the policy committee of Test Society`
    if let link = object.indices.dropFirst().first(where: {
      Lexicon.ofs.contains(piece[$0]) || Lexicon.placeLinks.contains(piece[$0])
    }), Self.isField(object[..<link].drop { Lexicon.articles.contains($0) }),
      Self.isOrganization(utf8, piece[(link + 1)...])
    {
      role = Self.span(piece[..<link])
      affiliation = Self.organization(utf8, piece[(link + 1)...])
      return
    }
    let hasBody = object.contains { Lexicon.bodies.contains($0) }
    let following = next.flatMap { next in
      Self.isOrganization(utf8, next) && Self.lastRole(utf8, next) == nil ? next : nil
    }
    let isField = Self.isField(object) || Self.isPlace(object)
    if let following, isField || !hasBody || object.last.map(Lexicon.fields.contains) ?? false {
      role = Self.span(piece)
      affiliation = Self.organization(utf8, following)
    } else if isField {
      role = Self.span(piece)
    } else {
      role = Self.span(piece[..<of])
      affiliation = Self.organization(utf8, object)
    }
  }

  /// The word after which the role begins in `Test Society’s executive director`.
  private static func owner(_ utf8: [UInt8], _ piece: ArraySlice<Word>) -> (last: Int, end: Int)? {
    for index in piece.indices.dropLast() {
      guard let end = Possessive.end(utf8, piece[index]) else { continue }
      let held = piece[(index + 1)...]
      guard let role = firstRole(utf8, held), isAffiliation(utf8, piece[...index]),
        wholeRole(held, role)?.startIndex == held.startIndex
      else { continue }
      return (index, end)
    }
    return nil
  }

  private static func withoutArticle(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let words = Word.all(utf8, range, limit: 3)
    guard words.count > 1, Lexicon.articles.contains(words[0]) else { return range }
    return words[1].start..<range.upperBound
  }

  /// The words before the first that begins something else.
  private static func cut(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> ArraySlice<Word> {
    if let first = words.first, Lexicon.clauses.contains(first) { return [] }
    // `Chair of Test Society called for help and`
    if let last = words.last, last.shape == .lower, Lexicon.conjunctions.contains(last),
      let name = words.lastIndex(where: { $0.shape != .lower }), name + 3 < words.endIndex
    {
      return cut(utf8, words[...name])
    }
    for index in words.indices where index > words.startIndex {
      if words[index].shape == .lower, Lexicon.appositionEnds.match(words, at: index) != nil {
        return words[..<index]
      }
      if words[index - 1].trail == .stop { return words[..<index] }
      // `Chair of Test Society and author of …`
      if Lexicon.conjunctions.contains(words[index]), index + 1 < words.endIndex,
        Lexicon.roles.contains(words[index + 1]), words[..<index].contains(where: { isOf($0) })
      {
        return words[..<index]
      }
      if words[index].shape == .symbol, words[index].range.count > 1 { return words[..<index] }
    }
    return words
  }

  private static func firstRole(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Int? {
    words.indices.first { Lexicon.isRole(utf8, words[$0]) }
  }

  private static func lastRole(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Int? {
    words.indices.last { Lexicon.isRole(utf8, words[$0]) }
  }

  /// The role noun at `role` with its modifiers, and further role nouns after `and` or `&`. `nil`
  /// when nothing can be parted, as in names of prizes.
  private static func wholeRole(_ piece: ArraySlice<Word>, _ role: Int) -> ArraySlice<Word>? {
    if piece.contains(where: { Lexicon.prizes.contains($0) }) { return nil }
    var start = role
    while start > piece.startIndex {
      let word = piece[start - 1]
      let belongs =
        word.shape == .lower || word.shape == .symbol || Lexicon.roleModifiers.contains(word)
        || Lexicon.roles.contains(word)
      guard belongs else { break }
      start -= 1
    }
    while start < role, piece[start].shape == .symbol || isOf(piece[start]) { start += 1 }
    return piece[start...role]
  }

  static func isOf(_ word: Word) -> Bool { word.shape == .lower && Lexicon.links.contains(word) }

  private static func isLink(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first, words.count > 1 else { return false }
    return first.shape == .lower && Lexicon.links.match(words, at: words.startIndex) != nil
  }

  private static func isField(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first, let last = words.last else { return true }
    let hasCapital = words.contains { $0.isNamelike }
    if first.shape == .lower, !Lexicon.functionWords.contains(first), !hasCapital { return true }
    let hasBody = words.contains { Lexicon.bodies.contains($0) }
    guard !hasBody, Lexicon.fields.contains(last) else { return false }
    return words.dropLast().allSatisfy { word in
      !word.isNamelike || Lexicon.fields.contains(word) || Lexicon.roleModifiers.contains(word)
        || Lexicon.fieldModifiers.contains(word)
    }
  }
}

extension ArraySlice {
  /// The slices that end with an element for which `ends` is true.
  func split(after ends: (Element) -> Bool) -> [ArraySlice<Element>] {
    var parts: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices where ends(self[index]) {
      parts.append(self[start...index])
      start = index + 1
    }
    if start < endIndex { parts.append(self[start...]) }
    return parts
  }
}

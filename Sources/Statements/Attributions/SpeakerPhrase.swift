/// Who speaks, read from the words on the one or the other side of a verb of speaking.
enum SpeakerPhrase {
  /// After a verb: `Jane Doe, Chair of Test Society`, `Test Society Chair Jane Doe`, `she`.
  static func afterVerb(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Attribution? {
    guard let first = words.first else { return nil }
    if Lexicon.pronouns.contains(first) { return Attribution(range: first.range, isPronoun: true) }
    guard let run = PersonName.run(utf8, words) else {
      if let found = presented(utf8, words) { return found }
      return introduced(utf8, words) ?? holder(utf8, words) ?? described(utf8, words)
    }
    if let found = givenNameOf(words) ?? titled(utf8, words, run) { return found }
    guard var found = named(utf8, words[run]) else { return nil }
    var end = words[run.upperBound - 1].end
    let rest = words[run.upperBound...].drop { Lexicon.titlesBehind.contains($0) }
    let isTold =
      rest.startIndex > words.startIndex && words[rest.startIndex - 1].trail == .comma
      || rest.first.map { isLinkOrOpen($0) } ?? false
    if isTold, found.told.role == nil || found.told.affiliation == nil, !rest.isEmpty {
      let apposition = Apposition(utf8, rest)
      found.told.fill(from: apposition)
      end = max(end, apposition.role?.upperBound ?? 0, apposition.affiliation?.upperBound ?? 0)
    }
    found.range = words[run.lowerBound].start..<end
    if found.kind == .organization { found.told.role = nil }
    return found
  }

  /// `Jane von Test Society`: a given name alone, and where that person is from.
  private static func givenNameOf(_ words: ArraySlice<Word>) -> Attribution? {
    let end = words.firstIndex { $0.trail != .none }.map { $0 + 1 } ?? words.endIndex
    let piece = words[..<end]
    guard PersonName.isGivenNameAlone(Array(piece)), let first = piece.first,
      case let home = piece.dropFirst(2).drop(while: Lexicon.particles.contains),
      home.count(where: \.isNamelike) > 1, let body = Apposition.span(home)
    else { return nil }
    return Attribution(
      range: first.start..<body.upperBound, name: first.range, told: Apposition(affiliation: body))
  }

  /// `säger ministern Jane Doe`: a post in a few small words, whatever its language calls it, and a
  /// name that ends the sentence.
  private static func holder(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Attribution? {
    let post = words.prefix { $0.shape == .lower && $0.trail == .none }
    let name = words[post.endIndex...]
    guard (1...5).contains(post.count), let last = post.last, !Lexicon.speakerLinks.contains(last),
      !Lexicon.functionWords.contains(last), !Lexicon.particles.contains(last),
      !Lexicon.speechFillers.contains(last), name.count < 5, PersonName.isWhole(utf8, Array(name)),
      let told = Apposition.span(name), let start = post.first?.start
    else { return nil }
    let role = post.drop { Lexicon.functionWords.contains($0) }
    return Attribution(
      range: start..<told.upperBound, name: told, told: Apposition(role: Apposition.span(role)))
  }

  /// `spokesperson Jane Doe`, `the director Jane Doe`: small words with a role, then a name.
  private static func introduced(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Attribution? {
    guard let start = words.indices.first(where: { words[$0].isNamelike }),
      start - words.startIndex < 6, start > words.startIndex,
      words[..<start].allSatisfy({ $0.trail == .none }), Lexicon.roles.isFound(in: words[..<start]),
      !isLinked(words[..<start])
    else { return nil }
    if let found = namedLast(utf8, words) { return found }
    guard var found = afterVerb(utf8, words[start...]) else { return nil }
    let told = words[..<start].drop { Lexicon.functionWords.contains($0) }
    found.told.role = found.told.role ?? Apposition(utf8, told).role
    found.range = words[words.startIndex].start..<found.range.upperBound
    return found
  }

  /// `director of the Test Society Jane Doe`: the name after small words that end its affiliation.
  private static func namedLast(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Attribution? {
    let end = words.firstIndex { $0.trail != .none }.map { $0 + 1 } ?? words.endIndex
    let piece = words[..<end]
    var start = end
    while start > words.startIndex, piece[start - 1].isNamelike { start -= 1 }
    guard start > words.startIndex + 1, piece[start - 1].shape == .lower,
      !Lexicon.functionWords.contains(piece[start - 1]),
      !Lexicon.speakerLinks.contains(piece[start - 1]), !Lexicon.roles.contains(piece[start - 1]),
      PersonName.isPlausible(utf8, piece[start...]), let name = Apposition.span(piece[start...]),
      let first = piece.first
    else { return nil }
    let told = Apposition(utf8, piece[..<start])
    guard told.affiliation != nil else { return nil }
    return Attribution(range: first.start..<name.upperBound, name: name, told: told)
  }

  /// Before a verb, or a line by itself: `In Paris, Jane Doe, Chair of Test Society,`,
  /// `defense lawyer Jane Doe`, `Jane Doe from the Test Society`, `the Test Society`, `she`.
  static func beforeVerb(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Attribution? {
    guard let last = words.last else { return nil }
    if Lexicon.pronouns.contains(last) {
      if words.count == 1, Lexicon.documents.contains(last) {
        return Attribution(range: last.range, isDocument: true)
      }
      return Attribution(range: last.range, isPronoun: true)
    }
    if let found = parenthesized(utf8, words) { return found }
    let pieces = words.split(after: { $0.trail == .comma || $0.trail == .semicolon })
    for index in pieces.indices {
      if let found = whole(utf8, words, pieces, index) { return found }
    }
    if let found = surname(utf8, pieces) { return found }
    guard let piece = pieces.last else { return nil }
    return trailing(utf8, piece)
  }

  /// `Jane Doe (Test Society)`: what the parenthesis says is told where nothing else is.
  private static func parenthesized(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Attribution? {
    guard let last = words.last, last.end < utf8.count, utf8[last.end] == 0x29,
      let open = words.lastIndex(where: { $0.isOpened }), open > words.startIndex,
      var found = beforeVerb(utf8, words[..<open]), found.kind == .person
    else { return nil }
    found.range = found.range.lowerBound..<last.end
    guard found.name != nil else { return found }
    let told = Apposition(utf8, words[open...])
    found.told.fill(from: told)
    return found
  }

  /// `Doe, who …,` and `Doe, the chair,`: one word, then more of that person.
  private static func surname(_ utf8: [UInt8], _ pieces: [ArraySlice<Word>]) -> Attribution? {
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      guard piece.count == 1, let name = piece.first, name.isNamelike,
        !Lexicon.functionWords.contains(name), next.first?.shape == .lower
      else { continue }
      let apposition = Apposition(utf8, next)
      return Attribution(range: name.range, name: name.range, told: apposition)
    }
    return nil
  }

  /// A piece that is a name, or begins with one that `of` or `from` follows.
  private static func whole(
    _ utf8: [UInt8], _ words: ArraySlice<Word>, _ pieces: [ArraySlice<Word>], _ index: Int
  ) -> Attribution? {
    let piece = pieces[index]
    // `Senator Jane Doe of Testshire`
    if let first = piece.first, Lexicon.isRole(utf8, first), first.trail == .none,
      piece.contains(where: { $0.shape == .lower && Lexicon.speakerLinks.contains($0) }),
      var found = whole(utf8, words, [piece.dropFirst()], 0)
    {
      found.told.role = found.told.role ?? first.range
      return found
    }
    guard let run = PersonName.run(utf8, piece), PersonName.isPlausible(utf8, piece[run]),
      let name = Apposition.span(piece[run]), let start = piece.first?.start
    else { return nil }
    let rest = piece[run.upperBound...].drop { Lexicon.nameSuffixes.contains($0) }
    guard rest.isEmpty || rest.first.map({ isLinkOrOpen($0) }) ?? false else { return nil }
    let tail = words[rest.startIndex...]
    var apposition = Apposition(utf8, tail)
    if apposition.isEmpty, index > 0, tail.isEmpty, let before = pieces[..<index].last,
      Lexicon.roles.isFound(in: before)
    {
      apposition = Apposition(utf8, before)
    }
    return Attribution(
      range: start..<(tail.last?.end ?? name.upperBound), name: name, told: apposition)
  }

  private static func isLinkOrOpen(_ word: Word) -> Bool {
    word.isOpened || (word.shape == .lower && Lexicon.speakerLinks.contains(word))
  }

  /// `Article 3 of the … Act`, `the Convention on …`: what is quoted is no speech.
  private static func isInstrument(_ words: ArraySlice<Word>) -> Bool {
    let core = words.drop { Lexicon.functionWords.contains($0) }
    guard let first = core.first, let last = core.last else { return false }
    if Lexicon.instruments.contains(last) { return true }
    guard Lexicon.documents.contains(first), let next = core.dropFirst().first else { return false }
    return (next.shape == .lower && Lexicon.speakerLinks.contains(next))
      || Lexicon.functionWords.contains(next) || (next.shape == .digit && core.count > 2)
  }

  /// The name at the end of a piece, with the role before it.
  private static func trailing(_ utf8: [UInt8], _ piece: ArraySlice<Word>) -> Attribution? {
    if isInstrument(piece), let all = Apposition.span(piece) {
      return Attribution(range: all, isDocument: true)
    }
    var start = piece.endIndex
    while start > piece.startIndex {
      let word = piece[start - 1]
      let isParticle =
        word.shape == .lower && start < piece.endIndex && start - 1 > piece.startIndex
        && piece[start - 2].isNamelike && Lexicon.particles.contains(word)
      guard word.isNamelike || isParticle else { break }
      start -= 1
    }
    while start < piece.endIndex, Lexicon.functionWords.contains(piece[start]) { start += 1 }
    guard start < piece.endIndex else { return described(utf8, piece) }
    let prefix = piece[..<start]
    if let last = prefix.last, last.shape == .digit { return described(utf8, piece) }
    if start > piece.startIndex, Lexicon.roles.isFound(in: prefix), isLinked(prefix) {
      return described(utf8, piece)
    }
    guard var found = named(utf8, piece[start...]) else { return described(utf8, piece) }
    if found.kind == .person, found.told.role == nil, Lexicon.roles.isFound(in: prefix) {
      let told = prefix.drop { Lexicon.functionWords.contains($0) }
      let apposition = Apposition(utf8, told)
      found.told.fill(from: apposition)
      if let first = told.first { found.range = first.start..<found.range.upperBound }
    } else if let name = found.name, found.told.role != nil, let told = titles(utf8, piece, name) {
      found.told = told
    }
    return found
  }

  /// Whether the words end with `of`, `for`, `of the`: what follows is no speaker.
  private static func isLinked(_ words: ArraySlice<Word>) -> Bool {
    var words = words
    while let last = words.last, Lexicon.functionWords.contains(last),
      !Lexicon.speakerLinks.contains(last)
    { words = words.dropLast() }
    return words.last.map { Lexicon.speakerLinks.contains($0) } ?? false
  }

  /// A run of names: a person, a role and a person, or an organization.
  private static func named(_ utf8: [UInt8], _ run: ArraySlice<Word>) -> Attribution? {
    var words = run
    while words.count > 1, let count = Lexicon.honorifics.match(words, at: words.startIndex),
      count < words.count
    { words = words.dropFirst(count) }
    guard let all = Apposition.span(words) else { return nil }
    if let found = possessed(utf8, words) { return found }
    let role = words.indices.last { Lexicon.isRole(utf8, words[$0]) }
    if let role, role + 1 < words.endIndex {
      let name = words[(role + 1)...]
      let apposition = Apposition(utf8, words[...role])
      return Attribution(range: all, name: Apposition.span(name), told: apposition)
    }
    if words.count == 1, Lexicon.documents.contains(words) || isInstrument(words) {
      return Attribution(range: all, isDocument: true)
    }
    var found = Attribution(range: all, name: all)
    let isAcronym =
      words.count == 1 && all.count > 1 && all.count < 9
      && utf8[all].dropFirst().contains { $0 &- 0x41 < 26 }
    if isAcronym || Lexicon.organizations.isFound(in: words) { found.kind = .organization }
    return found
  }

  /// `Test Society’s Jane Doe`, `Test Society’s Director Jane Doe`.
  private static func possessed(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Attribution? {
    for index in words.indices.dropLast() {
      guard let end = Possessive.end(utf8, words[index]) else { continue }
      let rest = words[(index + 1)...]
      let role = rest.indices.last { Lexicon.roles.contains(rest[$0]) }
      let name = rest[(role.map { $0 + 1 } ?? rest.startIndex)...]
      guard PersonName.isPlausible(utf8, name), let first = words.first, let last = words.last
      else { continue }
      return Attribution(
        range: first.start..<last.end, name: Apposition.span(name),
        told: Apposition(
          role: role.flatMap { Apposition.span(rest[...$0]) }, affiliation: first.start..<end))
    }
    return nil
  }

  /// `the group`, `a spokesperson for Test Society`, `the letter`.
  private static func described(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Attribution? {
    guard let all = Apposition.span(words) else { return nil }
    let core = words.drop { Lexicon.functionWords.contains($0) }
    if Lexicon.documents.isFound(in: core), !Lexicon.roles.isFound(in: core) {
      return Attribution(range: all, isDocument: true)
    }
    if Lexicon.roles.isFound(in: core) {
      let apposition = Apposition(utf8, core)
      return Attribution(range: all, told: apposition)
    }
    if Lexicon.somebody.isFound(in: core.prefix(4)), !core.contains(where: { $0.isNamelike }) {
      return Attribution(range: all, isSomebody: true)
    }
    guard let run = PersonName.run(utf8, core), run.upperBound == core.endIndex,
      let name = Apposition.span(core)
    else { return nil }
    return Attribution(range: all, name: name, kind: .organization)
  }
}

/// Speakers with a title before their name.
extension SpeakerPhrase {
  /// `the chair of Test Society, Jane Doe,`, `one of the conveners, Jane Doe`: what the person is,
  /// a comma, the name.
  static func presented(_ utf8: [UInt8], _ words: ArraySlice<Word>) -> Attribution? {
    let pieces = words.split(after: { $0.trail != .none })
    guard pieces.count > 1, let told = pieces.first, told.last?.trail == .comma,
      case let isRole = Lexicon.roles.isFound(in: told),
      isRole || (told.count < 9 && !told.contains(where: \.isNamelike)),
      PersonName.isWhole(utf8, Array(pieces[1])), let run = PersonName.run(utf8, pieces[1]),
      let name = Apposition.span(pieces[1][run]), let first = told.first
    else { return nil }
    let post = told.drop { Lexicon.functionWords.contains($0) }
    return Attribution(
      range: first.start..<name.upperBound, name: name,
      told: isRole ? Apposition(utf8, post) : Apposition())
  }

  /// `Test Society spokesperson Jane Doe`, `Test Society President and CEO Jane Doe`: a name after
  /// a role that goes on behind the capitalized words of `run`.
  static func titled(_ utf8: [UInt8], _ words: ArraySlice<Word>, _ run: Range<Int>) -> Attribution?
  {
    var index = run.upperBound
    guard words[index - 1].trail == .none else { return nil }
    while index < words.endIndex, words[index].trail == .none, isOfTitle(words, index) {
      index += 1
    }
    guard index > run.upperBound, Lexicon.roles.isFound(in: words[run.lowerBound..<index]),
      Lexicon.roles.contains(words[index - 1]) || Lexicon.conjunctions.contains(words[index - 1]),
      index < words.endIndex, let name = PersonName.run(utf8, words[index...]),
      PersonName.isPlausible(utf8, words[name]), let span = Apposition.span(words[name])
    else { return nil }
    let told = Apposition(utf8, words[run.lowerBound..<index])
    return Attribution(range: words[run.lowerBound].start..<span.upperBound, name: span, told: told)
  }

  /// Whether a word belongs to a role before a name.
  private static func isOfTitle(_ words: ArraySlice<Word>, _ index: Int) -> Bool {
    let word = words[index]
    if Lexicon.roles.contains(word) { return true }
    return word.shape == .lower
      && (Lexicon.roleModifiers.contains(word) || Lexicon.conjunctions.contains(word))
  }

  /// The role before `name` in a piece that ends with a name: `President and CEO Jane Doe`.
  static func titles(_ utf8: [UInt8], _ piece: ArraySlice<Word>, _ name: Range<Int>) -> Apposition?
  {
    guard let end = piece.firstIndex(where: { $0.start >= name.lowerBound }),
      let joint = piece[..<end].lastIndex(where: { Lexicon.conjunctions.contains($0) }),
      joint > piece.startIndex, Lexicon.roles.contains(piece[joint - 1])
    else { return nil }
    return Apposition(utf8, piece[..<end].drop { Lexicon.functionWords.contains($0) })
  }
}

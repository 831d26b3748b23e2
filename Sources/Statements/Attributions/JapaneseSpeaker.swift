internal import Markup

/// Who speaks, in Japanese: the topic before `は`, the verb at the end:
/// `図書協会の山田花子代表は「…」と述べた`, `「…」と図書協会は述べた`.
enum JapaneseSpeaker {
  /// A clause of more bytes names no speaker.
  private static let clauseMax = 240

  /// The words behind a closing mark, which begin with `と`: the speaker where they name one.
  static func after(_ utf8: [UInt8], _ sentence: Range<Int>) -> Attribution? {
    let all = Display.trim(
      utf8, sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + clauseMax))
    guard utf8[all].starts(with: "と".utf8) else { return nil }
    let start = all.lowerBound + 3
    guard let verb = UnspacedLexicon.japaneseVerbs.first(utf8, start..<all.upperBound) else {
      return nil
    }
    return topic(utf8, start..<verb.lowerBound).map { found in
      var found = found
      found.range = all.lowerBound..<verb.upperBound
      return found
    }
  }

  /// Whether words behind a closing mark only say that they are speech: `と述べた`.
  static func isTold(_ utf8: [UInt8], _ sentence: Range<Int>) -> Bool {
    let all = Display.trim(utf8, sentence)
    guard utf8[all].starts(with: "と".utf8) else { return false }
    return UnspacedLexicon.japaneseVerbs.first(
      utf8, all.lowerBound..<min(all.upperBound, all.lowerBound + 60)) != nil
  }

  /// The words before an opening mark, which end with `は` or `が`.
  static func before(_ utf8: [UInt8], _ sentence: Range<Int>) -> Attribution? {
    let start = max(sentence.lowerBound, sentence.upperBound - clauseMax)
    guard
      let end = Scalars.last(
        utf8, start..<sentence.upperBound, where: { $0 != 0x3001 && !Scalars.isBlank($0) })
    else { return nil }
    return topic(utf8, boundary(utf8, start, end.upperBound)..<end.upperBound)
  }

  /// Where the clause begins that ends at `end`.
  private static func boundary(_ utf8: [UInt8], _ start: Int, _ end: Int) -> Int {
    Scalars.last(utf8, start..<end) { $0 == 0x3001 || Sentence.isStop($0) }?.upperBound ?? start
  }

  /// The last words before `は` or `が`.
  private static func topic(_ utf8: [UInt8], _ range: Range<Int>) -> Attribution? {
    guard let mark = UnspacedLexicon.japaneseTopics.last(utf8, range) else { return nil }
    let start = boundary(utf8, range.lowerBound, mark.lowerBound)
    return speaker(utf8, Display.trim(utf8, start..<mark.lowerBound))
  }

  /// `団体の氏名役職`, `団体役職の氏名`, `団体`.
  private static func speaker(_ utf8: [UInt8], _ given: Range<Int>) -> Attribution? {
    guard !given.isEmpty, given.count < clauseMax else { return nil }
    var subject = given
    if let start = UnspacedLexicon.japaneseHonorifics.ending(utf8, subject),
      start > subject.lowerBound
    {
      subject = subject.lowerBound..<start
    }
    var found = Attribution(range: given)
    var name = subject
    if let of = UnspacedLexicon.japaneseLinks.last(utf8, subject) {
      let holder = subject.lowerBound..<of.lowerBound
      name = of.upperBound..<subject.upperBound
      if let role = UnspacedLexicon.japaneseRoles.ending(utf8, holder) {
        found.told.role = role..<holder.upperBound
        if role > holder.lowerBound { found.told.affiliation = holder.lowerBound..<role }
      } else {
        found.told.affiliation = holder
      }
    }
    if found.told.role == nil, let role = UnspacedLexicon.japaneseRoles.ending(utf8, name) {
      found.told.role = role..<name.upperBound
      name = name.lowerBound..<role
      if name.isEmpty { return found }
    }
    if UnspacedLexicon.japaneseBodies.ending(utf8, name) != nil, found.told.role == nil {
      return Attribution(range: given, name: subject, kind: .organization)
    }
    let count = utf8[name].count { $0 & 0xC0 != 0x80 }
    guard (2...12).contains(count),
      found.told.role != nil || found.told.affiliation != nil || count > 3
    else { return nil }
    found.name = name
    return found
  }
}

internal import Markup

/// Who speaks, in Chinese, which has no spaces between an organization, a role, a name and a verb:
/// `河流之友主席王明说`.
enum UnspacedSpeaker {
  /// A clause of more bytes names no speaker.
  private static let clauseMax = 150

  /// The clause after a closing mark, up to its comma or stop.
  static func after(_ utf8: [UInt8], _ sentence: Range<Int>) -> Attribution? {
    guard let start = Scalars.first(utf8, sentence, where: { !isPause($0) && !Scalars.isBlank($0) })
    else { return nil }
    let near = start.lowerBound..<min(sentence.upperBound, start.upperBound + clauseMax)
    let end = Scalars.first(utf8, near, where: isPause)
    return clause(utf8, near.lowerBound..<(end?.lowerBound ?? near.upperBound))
  }

  /// The clause before an opening mark, from the comma or stop before it.
  static func before(_ utf8: [UInt8], _ sentence: Range<Int>) -> Attribution? {
    guard let end = Scalars.last(utf8, sentence, where: { !isPause($0) && !Scalars.isBlank($0) })
    else { return nil }
    let near = max(sentence.lowerBound, end.lowerBound - clauseMax)..<end.upperBound
    let start = Scalars.last(utf8, near, where: isPause)
    return clause(utf8, (start?.upperBound ?? near.lowerBound)..<near.upperBound)
  }

  private static func isHan(_ value: UInt32) -> Bool { (0x3400...0x9FFF).contains(value) }

  private static func isPause(_ value: UInt32) -> Bool {
    switch value {
    case 0x2C, 0x3A, 0x3B, 0xFF0C, 0xFF1A, 0xFF1B, 0x3001: true
    default: Sentence.isStop(value)
    }
  }

  /// Speaker and verb, and nothing else.
  private static func clause(_ utf8: [UInt8], _ given: Range<Int>) -> Attribution? {
    let all = Display.trim(utf8, given)
    guard all.count <= clauseMax, !all.isEmpty,
      isHan(Scalars.decode(utf8, at: all.lowerBound).value),
      let verb = UnspacedLexicon.chineseVerbs.ending(utf8, all)
    else { return nil }
    let subject = withoutCircumstance(utf8, all.lowerBound..<verb)
    guard !subject.isEmpty else { return nil }
    if UnspacedLexicon.chinesePronouns.contains(utf8, subject) {
      return Attribution(range: all, isPronoun: true)
    }
    if UnspacedLexicon.chineseDocuments.ending(utf8, subject) != nil {
      return Attribution(range: all, isDocument: true)
    }
    var found = Attribution(range: all)
    var name = subject
    var told: Range<Int>?
    if let inner = parenthesis(utf8, name) {
      told = inner
      name = Display.trim(utf8, name.lowerBound..<inner.lowerBound - 3)
    }
    if let start = UnspacedLexicon.chineseHonorifics.ending(utf8, name), start > name.lowerBound {
      name = name.lowerBound..<start
    }
    if let role = UnspacedLexicon.chineseRoles.last(utf8, name) {
      found.told.role = role
      let holder = name.lowerBound..<role.lowerBound
      let end = UnspacedLexicon.chineseLinks.ending(utf8, holder) ?? role.lowerBound
      if characters(utf8, holder.lowerBound..<end) > 1 {
        found.told.affiliation = holder.lowerBound..<end
      }
      name = role.upperBound..<name.upperBound
      if name.isEmpty { return found }
    }
    if UnspacedLexicon.chineseBodies.ending(utf8, name) != nil, found.told.role == nil {
      found.kind = .organization
    } else if !isPerson(utf8, name) {
      return nil
    }
    found.name = name
    if let told, found.told.role == nil, found.kind == .person { tell(utf8, told, &found) }
    return found
  }

  /// What stands between the parentheses at the end of a subject.
  private static func parenthesis(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let close = UnspacedLexicon.chineseClosing.ending(utf8, range),
      let open = UnspacedLexicon.chineseOpening.last(utf8, range.lowerBound..<close)
    else { return nil }
    return open.upperBound..<close
  }

  /// `王明（河流之友主席）`: role and affiliation from the parenthesis.
  private static func tell(_ utf8: [UInt8], _ told: Range<Int>, _ found: inout Attribution) {
    if let role = UnspacedLexicon.chineseRoles.last(utf8, told), role.upperBound == told.upperBound
    {
      found.told.role = role
      if characters(utf8, told.lowerBound..<role.lowerBound) > 1 {
        found.told.affiliation = told.lowerBound..<role.lowerBound
      }
    } else if UnspacedLexicon.chineseBodies.ending(utf8, told) != nil {
      found.told.affiliation = told
    }
  }

  /// Two to four characters, or parts of a foreign name with dots between.
  private static func isPerson(_ utf8: [UInt8], _ name: Range<Int>) -> Bool {
    let count = characters(utf8, name)
    return UnspacedLexicon.chineseGroups.ending(utf8, name) == nil
      && ((2...4).contains(count)
        || (count < 20 && UnspacedLexicon.chineseDots.first(utf8, name) != nil))
  }

  private static func characters(_ utf8: [UInt8], _ range: Range<Int>) -> Int {
    utf8[range].count { $0 & 0xC0 != 0x80 }
  }

  /// `王明在声明中`, `王明对记者`, `王明今天`: without what follows the name.
  private static func withoutCircumstance(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while let told = UnspacedLexicon.chineseCircumstances.first(utf8, start..<range.upperBound) {
      if characters(utf8, range.lowerBound..<told.lowerBound) > 1 {
        return range.lowerBound..<told.lowerBound
      }
      start = told.upperBound
    }
    return range
  }
}

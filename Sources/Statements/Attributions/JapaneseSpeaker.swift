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
    guard let verb = first(verbs, utf8, start..<all.upperBound) else { return nil }
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
    return first(verbs, utf8, all.lowerBound..<min(all.upperBound, all.lowerBound + 60)) != nil
  }

  /// The words before an opening mark, which end with `は` or `が`.
  static func before(_ utf8: [UInt8], _ sentence: Range<Int>) -> Attribution? {
    let start = max(sentence.lowerBound, sentence.upperBound - clauseMax)
    var end = sentence.upperBound
    while end > start {
      let (value, length) = Scalars.decode(utf8, before: end)
      guard value == 0x3001 || Scalars.isBlank(value) else { break }
      end -= length
    }
    return topic(utf8, boundary(utf8, start, end)..<end)
  }

  /// Where the clause begins that ends at `end`.
  private static func boundary(_ utf8: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = end
    while index > start {
      let (value, length) = Scalars.decode(utf8, before: index)
      if value == 0x3001 || Sentence.isStop(value) { return index }
      index -= length
    }
    return index
  }

  /// The last words before `は` or `が`.
  private static func topic(_ utf8: [UInt8], _ range: Range<Int>) -> Attribution? {
    var index = range.upperBound
    while index > range.lowerBound {
      let (value, length) = Scalars.decode(utf8, before: index)
      index -= length
      if value == 0x306F || value == 0x304C {
        return speaker(utf8, Display.trim(utf8, boundary(utf8, range.lowerBound, index)..<index))
      }
    }
    return nil
  }

  /// `団体の氏名役職`, `団体役職の氏名`, `団体`.
  private static func speaker(_ utf8: [UInt8], _ given: Range<Int>) -> Attribution? {
    guard !given.isEmpty, given.count < clauseMax else { return nil }
    var subject = given
    if let start = ending(honorifics, utf8, subject), start > subject.lowerBound {
      subject = subject.lowerBound..<start
    }
    var found = Attribution(range: given)
    var name = subject
    if let of = last("の", utf8, subject) {
      let holder = subject.lowerBound..<of.lowerBound
      name = of.upperBound..<subject.upperBound
      if let role = ending(roles, utf8, holder) {
        found.role = role..<holder.upperBound
        if role > holder.lowerBound { found.affiliation = holder.lowerBound..<role }
      } else {
        found.affiliation = holder
      }
    }
    if found.role == nil, let role = ending(roles, utf8, name) {
      found.role = role..<name.upperBound
      name = name.lowerBound..<role
      if name.isEmpty { return found }
    }
    if ending(bodies, utf8, name) != nil, found.role == nil {
      return Attribution(range: given, name: subject, kind: .organization)
    }
    let count = utf8[name].count { $0 & 0xC0 != 0x80 }
    guard (2...12).contains(count), found.role != nil || found.affiliation != nil || count > 3
    else {
      return nil
    }
    found.name = name
    return found
  }

  // MARK: - Searching

  private static func first(_ words: [[UInt8]], _ utf8: [UInt8], _ range: Range<Int>) -> Range<Int>?
  {
    range.lazy.compactMap { index in
      words.first { utf8[index..<range.upperBound].starts(with: $0) }.map {
        index..<index + $0.count
      }
    }.first
  }

  private static func last(_ word: String, _ utf8: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let bytes = Array(word.utf8)
    return range.reversed().first { utf8[$0..<range.upperBound].starts(with: bytes) }
      .map { $0..<$0 + bytes.count }
  }

  /// Where the longest of the endings begins that the range has.
  private static func ending(_ endings: [[UInt8]], _ utf8: [UInt8], _ range: Range<Int>) -> Int? {
    endings.filter { utf8[range].suffix($0.count).elementsEqual($0) }.map(\.count).max()
      .map { range.upperBound - $0 }
  }

  private static func list(_ words: String) -> [[UInt8]] {
    words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map(Array.init)
  }

  private static let verbs = list(
    """
    述べ 語っ 話し 話す 強調し 指摘し 訴え 批判し 表明し コメントし 主張し 言っ 説明し 警告し 呼びかけ
    付け加え 発言し 語る 述べる 訴える 求め
    """)
  private static let roles = list(
    """
    代表 会長 副会長 理事長 理事 事務局長 事務局次長 共同代表 弁護士 教授 准教授 代表理事 専務理事 委員長
    副委員長 広報担当 広報官 議員 研究員 所長 部長 局長 編集長 記者 創設者 顧問 上級研究員 日本代表
    """)
  private static let honorifics = list("氏 さん 様")
  private static let bodies = list(
    "会 協会 団体 機構 連盟 連合 ネットワーク センター 組合 財団 基金 委員会 フォーラム 大学 研究所 学会")
}

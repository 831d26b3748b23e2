internal import Markup

/// Who speaks, in Chinese, which has no spaces between an organization, a role, a name and a verb:
/// `河流之友主席王明说`.
enum UnspacedSpeaker {
  /// A clause of more bytes names no speaker.
  private static let clauseMax = 150

  /// The clause after a closing mark, up to its comma or stop.
  static func after(_ utf8: [UInt8], _ sentence: Range<Int>) -> Attribution? {
    var start = sentence.lowerBound
    while start < sentence.upperBound {
      let (value, length) = Scalars.decode(utf8, at: start)
      if isHan(value) { break }
      guard isPause(value) || Scalars.isBlank(value) else { return nil }
      start += length
    }
    var end = start
    while end < sentence.upperBound, end - start <= clauseMax {
      let (value, length) = Scalars.decode(utf8, at: end)
      if isPause(value) { break }
      end += length
    }
    return clause(utf8, start..<end)
  }

  /// The clause before an opening mark, from the comma or stop before it.
  static func before(_ utf8: [UInt8], _ sentence: Range<Int>) -> Attribution? {
    var end = sentence.upperBound
    while end > sentence.lowerBound {
      let (value, length) = Scalars.decode(utf8, before: end)
      guard isPause(value) || Scalars.isBlank(value) else { break }
      end -= length
    }
    var start = end
    while start > sentence.lowerBound, end - start <= clauseMax {
      let (value, length) = Scalars.decode(utf8, before: start)
      if isPause(value) { break }
      start -= length
    }
    return clause(utf8, start..<end)
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
      let verb = suffix(utf8, all, of: verbs)
    else { return nil }
    let subject = withoutCircumstance(utf8, all.lowerBound..<verb)
    guard !subject.isEmpty else { return nil }
    if pronouns.contains(where: { utf8[subject].elementsEqual($0) }) {
      return Attribution(range: all, isPronoun: true)
    }
    if suffix(utf8, subject, of: documents) != nil {
      return Attribution(range: all, isDocument: true)
    }
    var found = Attribution(range: all)
    var name = subject
    var told: Range<Int>?
    if let inner = parenthesis(utf8, name) {
      told = inner
      name = Display.trim(utf8, name.lowerBound..<inner.lowerBound - 3)
    }
    if let start = suffix(utf8, name, of: honorifics), start > name.lowerBound {
      name = name.lowerBound..<start
    }
    if let role = lastRole(utf8, name) {
      found.role = role
      let holder =
        name
        .lowerBound..<(suffix(utf8, name.lowerBound..<role.lowerBound, of: ["的"])
        ?? role.lowerBound)
      if characters(utf8, holder) > 1 { found.affiliation = holder }
      name = role.upperBound..<name.upperBound
      if name.isEmpty { return found }
    }
    if suffix(utf8, name, of: bodies) != nil, found.role == nil {
      found.kind = .organization
    } else if !isPerson(utf8, name) {
      return nil
    }
    found.name = name
    if let told, found.role == nil, found.kind == .person { tell(utf8, told, &found) }
    return found
  }

  /// What stands between the parentheses at the end of a subject.
  private static func parenthesis(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let close = suffix(utf8, range, of: ["）"]) else { return nil }
    var index = close
    while index > range.lowerBound {
      let (value, length) = Scalars.decode(utf8, before: index)
      if value == 0xFF08 { return index..<close }
      index -= length
    }
    return nil
  }

  /// `王明（河流之友主席）`: role and affiliation from the parenthesis.
  private static func tell(_ utf8: [UInt8], _ told: Range<Int>, _ found: inout Attribution) {
    if let role = lastRole(utf8, told), role.upperBound == told.upperBound {
      found.role = role
      if characters(utf8, told.lowerBound..<role.lowerBound) > 1 {
        found.affiliation = told.lowerBound..<role.lowerBound
      }
    } else if suffix(utf8, told, of: bodies) != nil {
      found.affiliation = told
    }
  }

  /// Two to four characters, or parts of a foreign name with dots between.
  private static func isPerson(_ utf8: [UInt8], _ name: Range<Int>) -> Bool {
    let count = characters(utf8, name)
    return suffix(utf8, name, of: ["们", "們", "人士"]) == nil
      && ((2...4).contains(count) || (count < 20 && utf8[name].contains(sequence: "·")))
  }

  private static func characters(_ utf8: [UInt8], _ range: Range<Int>) -> Int {
    utf8[range].count { $0 & 0xC0 != 0x80 }
  }

  /// The role that ends last, as long as it can be.
  private static func lastRole(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var end = range.upperBound
    while end > range.lowerBound {
      if let start = suffix(utf8, range.lowerBound..<end, of: roles) { return start..<end }
      end -= Scalars.decode(utf8, before: end).length
    }
    return nil
  }

  /// `王明在声明中`, `王明对记者`, `王明今天`: without what follows the name.
  private static func withoutCircumstance(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var index = range.lowerBound
    while index < range.upperBound {
      let length = Scalars.decode(utf8, at: index).length
      let isTold = circumstances.contains { utf8[index..<range.upperBound].starts(with: $0) }
      if isTold, characters(utf8, range.lowerBound..<index) > 1 { return range.lowerBound..<index }
      index += length
    }
    return range
  }

  /// Where the longest of the endings begins that the slice ends with.
  private static func suffix(_ utf8: [UInt8], _ range: Range<Int>, of endings: [String]) -> Int? {
    suffix(utf8, range, of: endings.map { Array($0.utf8) })
  }

  private static func suffix(_ utf8: [UInt8], _ range: Range<Int>, of endings: [[UInt8]]) -> Int? {
    endings.filter { utf8[range].suffix($0.count).elementsEqual($0) }.map(\.count).max()
      .map { range.upperBound - $0 }
  }

  private static func list(_ words: String) -> [[UInt8]] {
    words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map(Array.init)
  }

  private static let verbs = list(
    """
    说 說 说道 說道 表示 指出 强调 強調 称 稱 认为 認為 写道 寫道 补充 補充 补充说 補充說 补充道 補充道
    呼吁 呼籲 警告 解释说 解釋說 回应说 回應說 告诉记者 还说 還說
    """)
  private static let roles = list(
    """
    主席 副主席 联合主席 聯合主席 会长 會長 副会长 副會長 秘书长 秘書長 主任 副主任 执行主任 執行主任
    总干事 總幹事 干事 幹事 发言人 發言人 新闻发言人 新聞發言人 创始人 創始人 创办人 創辦人 联合创始人
    负责人 負責人 代表 研究员 研究員 高级研究员 高級研究員 理事长 理事長 理事 总监 總監 经理 經理
    协调员 協調員 教授 律师 律師 主编 主編 记者 記者 总裁 總裁 总统 總統 总理 總理 部长 部長 议员 議員
    """)
  private static let honorifics = list("先生 女士 小姐 博士 教授 律师 律師")
  private static let bodies = list(
    """
    会 會 组织 組織 联盟 聯盟 中心 网络 網絡 社 之友 机构 機構 学院 學院 大学 大學 团体 團體 联合国 聯合國
    委员会 委員會 观察 觀察 局 党 黨 政府 工会 研究所
    """)
  private static let documents = list("声明 聲明 报告 報告 公开信 公開信 信中 文件 决议 決議 条约 條約")
  private static let pronouns = list("他 她 他们 他們 她们 她們")
  private static let circumstances = list(
    "在 对 對 向 今天 昨天 今日 昨日 周一 周二 周三 周四 周五 周六 周日 星期 还 還 也 进一步 进而")
}

extension ArraySlice<UInt8> {
  /// Whether the bytes of `text` stand in the slice. O(count × text).
  fileprivate func contains(sequence text: String) -> Bool {
    let needle = Array(text.utf8)
    return indices.contains { self[$0...].starts(with: needle) }
  }
}

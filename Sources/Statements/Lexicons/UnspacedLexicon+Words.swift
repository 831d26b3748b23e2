/// What is asked for beside quotations in Chinese and Japanese. Data, not rules.
extension UnspacedLexicon {
  static let chineseVerbs = UnspacedLexicon(
    """
    说 說 说道 說道 表示 指出 强调 強調 称 稱 认为 認為 写道 寫道 补充 補充 补充说 補充說 补充道 補充道
    呼吁 呼籲 警告 解释说 解釋說 回应说 回應說 告诉记者 还说 還說
    """)
  static let chineseRoles = UnspacedLexicon(
    """
    主席 副主席 联合主席 聯合主席 会长 會長 副会长 副會長 秘书长 秘書長 主任 副主任 执行主任 執行主任
    总干事 總幹事 干事 幹事 发言人 發言人 新闻发言人 新聞發言人 创始人 創始人 创办人 創辦人 联合创始人
    负责人 負責人 代表 研究员 研究員 高级研究员 高級研究員 理事长 理事長 理事 总监 總監 经理 經理
    协调员 協調員 教授 律师 律師 主编 主編 记者 記者 总裁 總裁 总统 總統 总理 總理 部长 部長 议员 議員
    """)
  static let chineseHonorifics = UnspacedLexicon("先生 女士 小姐 博士 教授 律师 律師")
  static let chineseBodies = UnspacedLexicon(
    """
    会 會 组织 組織 联盟 聯盟 中心 网络 網絡 社 之友 机构 機構 学院 學院 大学 大學 团体 團體 联合国 聯合國
    委员会 委員會 观察 觀察 局 党 黨 政府 工会 研究所
    """)
  static let chineseDocuments = UnspacedLexicon("声明 聲明 报告 報告 公开信 公開信 信中 文件 决议 決議 条约 條約")
  static let chinesePronouns = UnspacedLexicon("他 她 他们 他們 她们 她們")
  static let chineseCircumstances = UnspacedLexicon(
    "在 对 對 向 今天 昨天 今日 昨日 周一 周二 周三 周四 周五 周六 周日 星期 还 還 也 进一步 进而")
  static let japaneseVerbs = UnspacedLexicon(
    """
    述べ 語っ 話し 話す 強調し 指摘し 訴え 批判し 表明し コメントし 主張し 言っ 説明し 警告し 呼びかけ
    付け加え 発言し 語る 述べる 訴える 求め
    """)
  static let japaneseRoles = UnspacedLexicon(
    """
    代表 会長 副会長 理事長 理事 事務局長 事務局次長 共同代表 弁護士 教授 准教授 代表理事 専務理事 委員長
    副委員長 広報担当 広報官 議員 研究員 所長 部長 局長 編集長 記者 創設者 顧問 上級研究員 日本代表
    """)
  static let japaneseHonorifics = UnspacedLexicon("氏 さん 様")
  static let japaneseBodies = UnspacedLexicon(
    "会 協会 団体 機構 連盟 連合 ネットワーク センター 組合 財団 基金 委員会 フォーラム 大学 研究所 学会")
  static let chineseLinks = UnspacedLexicon("的")
  static let chineseOpening = UnspacedLexicon("（")
  static let chineseClosing = UnspacedLexicon("）")
  static let chineseDots = UnspacedLexicon("·")
  static let japaneseLinks = UnspacedLexicon("の")
  static let japaneseTopics = UnspacedLexicon("は が")
  static let chineseGroups = UnspacedLexicon("们 們 人士")
}

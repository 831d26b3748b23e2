internal import Markup

/// The language and direction of a text, told from its script and, for Latin letters, from its
/// commonest small words; `nil` where that is not plain.
enum Language {
  /// Only the first so many bytes of text are looked at.
  static let sampleBytes = 1500

  struct Found: Equatable {
    var tag: String?
    var direction: TextDirection
  }

  static func detect(_ utf8: [UInt8], _ blocks: [Block]) -> Found {
    var counts = ScriptCounts()
    var words: [Int] = [Int](repeating: 0, count: Lexicon.languages.count)
    var wordCount = 0
    var sampled = 0
    for block in blocks where block.kind == .paragraph || block.kind == .title {
      guard sampled < sampleBytes else { break }
      var end = min(Int(block.end), Int(block.body) + sampleBytes - sampled)
      while end < Int(block.end), end > Int(block.body), utf8[end] & 0xC0 == 0x80 { end -= 1 }
      sampled += end - Int(block.body)
      counts.add(utf8, Int(block.body)..<end)
      for word in Word.all(utf8, Int(block.body)..<end, limit: 300) where word.shape == .lower {
        wordCount += 1
        guard let bits = Lexicon.smallWords.value(word) else { continue }
        var rest = bits
        while rest != 0 {
          words[rest.trailingZeroBitCount] += 1
          rest &= rest - 1
        }
      }
    }
    if let found = counts.found { return found }
    return Found(tag: latin(words, of: wordCount), direction: .leftToRight)
  }

  /// The language whose small words are a fifth of all, and half as many again as any other's.
  private static func latin(_ counts: [Int], of all: Int) -> String? {
    guard all >= 10, let best = counts.indices.max(by: { counts[$0] < counts[$1] }) else {
      return nil
    }
    let second = counts.indices.filter { $0 != best }.map { counts[$0] }.max() ?? 0
    guard counts[best] * 5 >= all, counts[best] * 2 >= second * 3 else { return nil }
    return Lexicon.languages[best]
  }
}

/// Letters by script.
struct ScriptCounts {
  private var latin = 0
  private var cyrillic = 0
  private var ukrainian = 0
  private var russian = 0
  private var arabic = 0
  private var uyghur = 0
  private var persian = 0
  private var hebrew = 0
  private var han = 0
  private var kana = 0
  private var hangul = 0
  private var tibetan = 0

  mutating func add(_ utf8: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, length) = Scalars.decode(utf8, at: index)
      index += length
      switch value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
      case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491: ukrainian += 1
      case 0x42B, 0x44B, 0x44D, 0x42D, 0x451: russian += 1
      case 0x400...0x52F: cyrillic += 1
      case 0x590...0x5FF: hebrew += 1
      case 0x6D0, 0x6C6, 0x6C8, 0x6CB, 0x6D5, 0x6AD, 0x6C7: uyghur += 1
      case 0x6CC, 0x6A9, 0x6AF, 0x67E, 0x686: persian += 1
      case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFE: arabic += 1
      case 0x3400...0x9FFF: han += 1
      case 0x3040...0x30FF: kana += 1
      case 0xAC00...0xD7AF: hangul += 1
      case 0xF00...0xFFF: tibetan += 1
      default: break
      }
    }
  }

  /// The answer where the script gives it; `nil` for Latin letters, and for none at all.
  var found: Language.Found? {
    let cyrillic = cyrillic + ukrainian + russian
    let arabic = arabic + uyghur + persian
    let all = latin + cyrillic + arabic + hebrew + han + kana + hangul + tibetan
    guard all > 0, latin * 2 <= all else { return nil }
    if arabic * 2 > all {
      let isUyghur = uyghur * 10 > arabic
      let isPersian = persian * 20 > arabic
      return Language.Found(tag: isUyghur ? "ug" : isPersian ? nil : "ar", direction: .rightToLeft)
    }
    if hebrew * 2 > all { return Language.Found(tag: "he", direction: .rightToLeft) }
    var tag: String?
    if tibetan * 2 > all { tag = "bo" }
    if hangul * 2 > all { tag = "ko" }
    if (han + kana) * 2 > all { tag = kana * 10 > han ? "ja" : "zh" }
    if cyrillic * 2 > all {
      tag = ukrainian > 0 && russian == 0 ? "uk" : russian > 0 && ukrainian == 0 ? "ru" : nil
    }
    return Language.Found(tag: tag, direction: .leftToRight)
  }
}

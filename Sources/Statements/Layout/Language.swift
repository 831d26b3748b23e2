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
    var words: [Int] = [Int](repeating: 0, count: tags.count)
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
        guard let bits = smallWords.value(word) else { continue }
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
    return tags[best]
  }

  private static let tags = ["en", "fr", "es", "de", "it", "pt", "nl", "tr", "sv", "pl"]

  private static let lists = [
    "the,of,and,to,in,is,that,for,we,our,are,this,with,on,by,be,it,as,has,have,from,not,their,a,an",
    "le,la,les,des,et,de,du,un,une,que,qui,dans,nous,est,sont,au,aux,ce,cette,par,sur,pas,à,en",
    "el,la,los,las,de,y,que,en,un,una,por,para,con,del,se,es,son,al,su,sus,nuestra,como,no,lo",
    "der,die,das,und,von,zu,den,dem,des,ein,eine,ist,sind,wir,für,mit,auf,nicht,im,werden,sich,bei",
    "il,lo,la,i,gli,le,di,e,che,un,una,per,con,del,della,dei,non,sono,nel,alla,è,in,delle,si,da",
    "o,a,os,as,de,e,que,um,uma,para,com,do,da,dos,das,não,em,no,na,se,por,são,ao,como,é,mais",
    "de,het,een,en,van,in,dat,is,op,te,voor,met,zijn,wij,niet,aan,door,worden,om,onze,ook,die,deze",
    "ve,bir,bu,için,ile,da,de,olarak,olan,çok,gibi,biz,daha,en,tüm,her,ne,kadar,bizim,değil,ya",
    "och,att,det,som,en,av,för,är,den,till,på,med,vi,inte,har,om,ett,de,från,kan,vår,i,alla",
    "i,w,na,do,z,że,się,nie,to,jest,o,oraz,przez,dla,od,po,jak,są,które,ich,za,a,tym",
  ]

  /// Small words to the set of languages that use them, a bit each.
  private static let smallWords: Lexicon = {
    var sets: [String: UInt16] = [:]
    for (tag, list) in lists.enumerated() {
      for word in list.split(separator: ",") { sets[String(word), default: 0] |= 1 << UInt16(tag) }
    }
    var folded: [[UInt8]: UInt16] = [:]
    for (word, bits) in sets {
      var key: [UInt8] = []
      let bytes = Array(word.utf8)
      Fold.each(bytes, 0..<bytes.count) { key.append($0) }
      folded[key, default: 0] |= bits
    }
    return Lexicon(folded.map { ($0.key, $0.value) })
  }()
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
      case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491:
        ukrainian += 1;
        cyrillic += 1
      case 0x42B, 0x44B, 0x44D, 0x42D, 0x451:
        russian += 1;
        cyrillic += 1
      case 0x400...0x52F: cyrillic += 1
      case 0x590...0x5FF: hebrew += 1
      case 0x6D0, 0x6C6, 0x6C8, 0x6CB, 0x6D5, 0x6AD, 0x6C7:
        uyghur += 1;
        arabic += 1
      case 0x6CC, 0x6A9, 0x6AF, 0x67E, 0x686:
        persian += 1;
        arabic += 1
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

internal import Markup

import Bytes

/// Words that differ from one used often in the same text only by two neighbouring letters that
/// changed places. Other differences of one letter are as often plural, grammar or another
/// spelling, so they are not reported.
struct Misspellings {
  /// A word must stand so often to correct another.
  static let usesMin = 3
  /// Only so many different sets of letters, and so many words that share one, are compared.
  static let setsMax = 1 << 14
  static let pairsMax = 100

  /// A capitalized word of five letters or more, by the letters it has, in whatever order.
  private struct Use {
    var letters: UInt64 = 0
    var spelling: UInt64 = 0
    var start: UInt32 = 0
    var length: UInt32 = 0
    var count: UInt32 = 0
  }

  private let utf8: [UInt8]
  /// The first spelling of each set of letters; open addressing, a power of two long.
  private var first: [Use]
  private var sets = 0
  /// Other spellings of those sets.
  private var others: [Use] = []

  /// The misspellings of a text in the order of the text. O(count).
  static func find(_ utf8: [UInt8]) -> [Finding] {
    var words = Misspellings(utf8: utf8)
    words.collect()
    return words.findings()
  }

  private init(utf8: [UInt8]) {
    self.utf8 = utf8
    var size = 64
    while size < utf8.count / 8, size < Self.setsMax * 2 { size *= 2 }
    first = [Use](repeating: Use(), count: size)
  }

  private mutating func collect() {
    var index = 0
    var before: UInt8 = 0x20
    while index < utf8.count {
      let byte = utf8[index]
      guard byte &- 0x41 < 26, !isLetter(before) else {
        before = byte
        index += 1
        continue
      }
      let start = index
      var use = Use(spelling: Fold.hashStart, start: UInt32(start), count: 1)
      while index < utf8.count, isLetter(utf8[index]), index - start < 40 {
        let letter = ASCII.lowercased(utf8[index])
        Fold.hash(&use.spelling, letter)
        use.letters &+= (UInt64(letter) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(letter) << 40)
        index += 1
      }
      before = 0x41
      use.length = UInt32(index - start)
      if use.length >= 5 { add(use) }
    }
  }

  private mutating func add(_ use: Use) {
    let mask = first.count - 1
    var slot = Int(truncatingIfNeeded: use.letters ^ use.letters >> 29) & mask
    while first[slot].count > 0, first[slot].letters != use.letters { slot = (slot + 1) & mask }
    if first[slot].count == 0 {
      guard sets * 4 < first.count * 3 else { return }
      sets += 1
      first[slot] = use
    } else if first[slot].spelling == use.spelling {
      first[slot].count += 1
    } else if let other = others.firstIndex(where: { $0.spelling == use.spelling }) {
      others[other].count += 1
    } else if others.count < Self.pairsMax {
      others.append(use)
    }
  }

  private func findings() -> [Finding] {
    guard !others.isEmpty else { return [] }
    var findings: [Finding] = []
    for other in others {
      guard let one = first.first(where: { $0.count > 0 && $0.letters == other.letters }) else {
        continue
      }
      let (rare, usual) = other.count == 1 ? (other, one) : (one, other)
      guard rare.count == 1, usual.count >= Self.usesMin, isSwap(rare, usual) else { continue }
      let wrong = Display.string(utf8, range(rare))
      let right = Display.string(utf8, range(usual))
      findings.append(Finding(range: range(rare), message: "`\(wrong)` is probably `\(right)`"))
    }
    return findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func range(_ use: Use) -> Range<Int> { Int(use.start)..<Int(use.start + use.length) }

  /// Whether two neighbouring letters, not the first, changed places and nothing else did.
  private func isSwap(_ left: Use, _ right: Use) -> Bool {
    guard left.length == right.length else { return false }
    let one = utf8[range(left)].map(ASCII.lowercased)
    let two = utf8[range(right)].map(ASCII.lowercased)
    let differing = one.indices.filter { one[$0] != two[$0] }
    guard differing.count == 2, differing[0] > 0, differing[1] == differing[0] + 1 else {
      return false
    }
    return one[differing[0]] == two[differing[1]] && one[differing[1]] == two[differing[0]]
  }

  private func isLetter(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || byte >= 0x80 }
}

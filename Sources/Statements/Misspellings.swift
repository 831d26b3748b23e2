import Bytes

/// Words that differ from one used often in the same text only by two neighbouring letters that
/// changed places. Other differences of one letter are as often plural, grammar or another
/// spelling, so they are not reported.
enum Misspellings {
  /// A word must stand so often to correct another.
  static let usesMin = 3
  /// Only so many different words are compared.
  static let wordsMax = 20_000

  private struct Use {
    var range: Range<Int>
    var count = 1
  }

  static func find(_ utf8: [UInt8]) -> [Checks.Finding] {
    var uses: [UInt64: Use] = [:]
    var index = 0
    while index < utf8.count, uses.count < wordsMax {
      guard utf8[index] &- 0x41 < 26, index == 0 || !isLetter(utf8[index - 1]) else {
        index += 1
        continue
      }
      let start = index
      var hash = Fold.hashStart
      while index < utf8.count, isLetter(utf8[index]), index - start < 40 {
        Fold.hash(&hash, ASCII.lowercased(utf8[index]))
        index += 1
      }
      guard index - start >= 5 else { continue }
      uses[hash, default: Use(range: start..<index, count: 0)].count += 1
    }
    var findings: [Checks.Finding] = []
    for use in uses.values where use.count == 1 {
      guard let other = partner(utf8, use.range, uses) else { continue }
      let right = Display.string(utf8, other)
      findings.append(
        Checks.Finding(
          range: use.range,
          message: "`\(Display.string(utf8, use.range))` is probably `\(right)`"))
    }
    return findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The often used word that `range` becomes when two neighbouring letters change places.
  private static func partner(_ utf8: [UInt8], _ range: Range<Int>, _ uses: [UInt64: Use])
    -> Range<Int>?
  {
    let letters = utf8[range].map(ASCII.lowercased)
    for swap in 1..<letters.count - 1 where letters[swap] != letters[swap + 1] {
      var hash = Fold.hashStart
      for index in letters.indices {
        let from = index == swap ? swap + 1 : index == swap + 1 ? swap : index
        Fold.hash(&hash, letters[from])
      }
      if let use = uses[hash], use.count >= usesMin, use.range.count == letters.count {
        return use.range
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || byte >= 0x80 }
}

/// Words of a plain text that the ends of lines part, as in text from PDF.
enum LineHyphens {
  /// The hyphen at the end of a line, the word that it parts going on in the next.
  struct Join: Equatable, Sendable {
    /// The byte where the hyphen begins.
    var offset: UInt32
    /// Whether the word has the hyphen wherever it stands: `well-known`.
    var isKept: Bool
  }

  private struct Parting {
    var before: Range<Int>
    var hyphen: Range<Int>
    var after: Range<Int>
  }

  /// All of them, in order. A hyphen goes where the text has the word without it elsewhere, and
  /// stays where it has the word with it; where it has neither, it goes if most others go.
  ///
  /// O(count).
  static func find(_ utf8: [UInt8]) -> [Join] {
    var partings: [Parting] = []
    let bytes = utf8.span
    for index in bytes.indices.dropFirst() where bytes[index] == 0x0A || bytes[index] == 0x0D {
      guard [0x2D, 0x20, 0x90, 0xAD].contains(bytes[index - 1]) else { continue }
      if let parting = parting(utf8, index) { partings.append(parting) }
    }
    guard !partings.isEmpty else { return [] }
    var isFound: [UInt64: Bool] = [:]
    for parting in partings {
      isFound[joined(utf8, parting)] = false
      isFound[hyphenated(utf8, parting)] = false
    }
    var start = 0
    while start < utf8.count {
      let end = max(start + 1, wordEnd(utf8, start, takesHyphens: true))
      let key = hash(utf8, start..<end)
      if isFound[key] == false { isFound[key] = true }
      start = end
    }
    let known = partings.map { parting -> Bool? in
      if utf8[parting.hyphen.lowerBound] == 0xC2 || isFound[joined(utf8, parting)] == true {
        return false
      }
      return isFound[hyphenated(utf8, parting)] == true ? true : nil
    }
    let isUsuallyKept = known.count { $0 == false } <= known.count { $0 == true }
    return zip(partings, known).map { parting, isKept in
      Join(offset: UInt32(parting.hyphen.lowerBound), isKept: isKept ?? isUsuallyKept)
    }
  }

  /// The word that the line break at `index` parts; `nil` where it parts none.
  private static func parting(_ utf8: [UInt8], _ index: Int) -> Parting? {
    var end = index
    while end > 0, utf8[end - 1] == 0x20 { end -= 1 }
    guard end > 1 else { return nil }
    // A hyphen-minus, a hyphen or a soft hyphen, before it a letter.
    let (value, length) = Scalars.decode(utf8, before: end)
    guard [0x2D, 0x2010, 0xAD].contains(value), end > length else { return nil }
    let hyphen = end - length..<end
    var start = hyphen.lowerBound
    while start > 0, hyphen.lowerBound - start < wordMax {
      let (value, length) = Scalars.decode(utf8, before: start)
      guard Scalars.isLetter(value) else { break }
      start -= length
    }
    var next = index + 1
    if utf8[index] == 0x0D, next < utf8.count, utf8[next] == 0x0A { next += 1 }
    while next < utf8.count, [0x20, 0x09, 0x3E].contains(utf8[next]) { next += 1 }
    let after = next..<wordEnd(utf8, next, takesHyphens: false)
    guard start < hyphen.lowerBound, let first = after.first,
      Scalars.isLower(Scalars.decode(utf8, at: first).value),
      !conjunctions.contains(String(decoding: utf8[after], as: UTF8.self))
    else { return nil }
    return Parting(before: start..<hyphen.lowerBound, hyphen: hyphen, after: after)
  }

  /// Between words that share their end: `pre- and post-war`.
  private static let conjunctions: Set = [
    "and", "or", "to", "und", "oder", "bzw", "bis", "et", "ou", "y", "o", "e", "en", "of", "och",
    "og", "i", "a", "ve",
  ]

  /// The bytes of a word are looked at no further.
  private static let wordMax = 80

  private static func wordEnd(_ utf8: [UInt8], _ start: Int, takesHyphens: Bool) -> Int {
    var end = start
    while end < utf8.count, end - start < wordMax {
      let (value, length) = Scalars.decode(utf8, at: end)
      guard Scalars.isLetter(value) || (takesHyphens && value == 0x2D && end > start) else { break }
      end += length
    }
    return end
  }

  private static func joined(_ utf8: [UInt8], _ parting: Parting) -> UInt64 {
    hash(utf8, parting.after, after: hash(utf8, parting.before))
  }

  private static func hyphenated(_ utf8: [UInt8], _ parting: Parting) -> UInt64 {
    hash(utf8, parting.after, after: hash([0x2D], 0..<1, after: hash(utf8, parting.before)))
  }

  /// FNV-1a of the bytes, capitals of ASCII made small.
  private static func hash(
    _ utf8: [UInt8], _ range: Range<Int>, after start: UInt64 = 0xCBF2_9CE4_8422_2325
  ) -> UInt64 {
    utf8[range].reduce(start) { hash, byte in
      (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01B3
    }
  }
}

/// Words that own what follows: `Society’s`, `Readers’`.
enum Possessive {
  /// Where the name ends to which the ending of a possessive is added; `nil` when the word is none.
  static func end(_ utf8: [UInt8], _ word: Word) -> Int? {
    guard word.end - word.start > 2 else { return nil }
    guard utf8[word.end - 1] == 0x73 else { return nil }
    return stem(utf8, word) ?? (apostrophe(utf8, at: word.end) ? word.end : nil)
  }

  /// Where the name ends that an apostrophe and an `s` are added to.
  static func stem(_ utf8: [UInt8], _ word: Word) -> Int? {
    utf8[word.end - 1] == 0x73 ? apostrophe(utf8, before: word.end - 1, after: word.start) : nil
  }

  /// Where an apostrophe begins that ends at `end`.
  private static func apostrophe(_ utf8: [UInt8], before end: Int, after start: Int) -> Int? {
    if end - 1 > start, utf8[end - 1] == 0x27 { return end - 1 }
    guard end - 3 > start, apostrophe(utf8, at: end - 3), utf8[end - 3] != 0x27 else { return nil }
    return end - 3
  }

  private static func apostrophe(_ utf8: [UInt8], at index: Int) -> Bool {
    guard index < utf8.count else { return false }
    if utf8[index] == 0x27 { return true }
    return index + 2 < utf8.count && utf8[index] == 0xE2 && utf8[index + 1] == 0x80
      && utf8[index + 2] == 0x99
  }
}

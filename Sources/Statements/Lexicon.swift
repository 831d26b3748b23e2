import Bytes

/// A set of words and phrases, looked up in a text without making strings of it: letters are
/// compared without case, without the accents of Latin letters and without full stops; every
/// apostrophe is `'`, and every white space one space.
package struct Lexicon: Sendable {
  private let entries: [[UInt8]]
  private let values: [UInt16]
  /// Open addressing: indexes into `entries`, `UInt16.max` where free; a power of two long.
  private var slots: [UInt16]
  /// Words in the longest entry.
  package let wordsMax: Int

  /// Entries are separated by commas or line breaks; all get the value 0.
  package init(_ list: String) {
    let entries = list.split { $0 == "," || $0.isNewline }.map { (Array($0.utf8), UInt16(0)) }
    self.init(entries)
  }

  package init(_ given: [([UInt8], UInt16)]) {
    var entries: [[UInt8]] = []
    var values: [UInt16] = []
    var longest = 1
    for (name, value) in given {
      var folded: [UInt8] = []
      Fold.each(name, Display.trim(name, 0..<name.count)) { folded.append($0) }
      guard !folded.isEmpty else { continue }
      longest = max(longest, folded.split(separator: 0x20).count)
      entries.append(folded)
      values.append(value)
    }
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    slots = [UInt16](repeating: .max, count: size)
    self.entries = entries
    self.values = values
    wordsMax = longest
    for (index, entry) in entries.enumerated() {
      var hash = Fold.hashStart
      for byte in entry { Fold.hash(&hash, byte) }
      var slot = Fold.slot(hash, size)
      while slots[slot] != .max { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(truncatingIfNeeded: index)
    }
  }

  package func contains(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    value(utf8, range) != nil
  }

  /// The value of the entry that `range` spells, if any. O(range).
  package func value(_ utf8: [UInt8], _ range: Range<Int>) -> UInt16? {
    guard range.count <= 80 else { return nil }
    var hash = Fold.hashStart
    Fold.each(utf8, range) { Fold.hash(&hash, $0) }
    let mask = slots.count - 1
    var slot = Fold.slot(hash, slots.count)
    while slots[slot] != .max {
      let index = Int(slots[slot])
      if matches(entries[index], utf8, range) { return values[index] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func matches(_ entry: [UInt8], _ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    var index = 0
    var same = true
    Fold.each(utf8, range) { byte in
      if index >= entry.count || entry[index] != byte { same = false }
      index += 1
    }
    return same && index == entry.count
  }

  /// The longest entry that begins at word `index`, as the number of its words.
  package func match(_ utf8: [UInt8], _ words: ArraySlice<Word>, at index: Int) -> Int? {
    var count = min(wordsMax, words.endIndex - index)
    while count > 0 {
      if contains(utf8, words[index].start..<words[index + count - 1].end) { return count }
      count -= 1
    }
    return nil
  }

  /// The first word at which an entry stands.
  package func firstIndex(_ utf8: [UInt8], in words: ArraySlice<Word>) -> Int? {
    words.indices.first { match(utf8, words, at: $0) != nil }
  }

  package func isFound(_ utf8: [UInt8], in words: ArraySlice<Word>) -> Bool {
    firstIndex(utf8, in: words) != nil
  }
}

/// The folding behind `Lexicon`.
enum Fold {
  static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

  static func hash(_ hash: inout UInt64, _ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  static func slot(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(size - 1))
  }

  /// Calls `body` with each byte of the folded slice.
  @inline(__always)
  static func each(_ utf8: [UInt8], _ range: Range<Int>, _ body: (UInt8) -> Void) {
    var index = range.lowerBound
    var spaced = false
    while index < range.upperBound {
      let byte = utf8[index]
      if byte < 0x80 {
        index += 1
        if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
          spaced = true
          continue
        }
        if byte == 0x2E { continue }
        if spaced { body(0x20) }
        spaced = false
        body(ASCII.lowercased(byte))
        continue
      }
      let (value, length) = Scalars.decode(utf8, at: index)
      index += length
      if Scalars.isInvisible(value) { continue }
      if Scalars.isWhiteSpace(value) {
        spaced = true
        continue
      }
      if spaced { body(0x20) }
      spaced = false
      fold(value, body)
    }
  }

  @inline(never)
  private static func fold(_ value: UInt32, _ body: (UInt8) -> Void) {
    if value == 0x2019 || value == 0x2018 || value == 0x02BC { return body(0x27) }
    if value >= 0xC0, value < 0x180 {
      let base = latin[Int(value - 0xC0)]
      if base != 0x2E { return body(base) }
    }
    var small = value
    if (0x0410...0x042F).contains(value) || (0x0391...0x03A9).contains(value) { small += 0x20 }
    if (0x0400...0x040F).contains(value) { small += 0x50 }
    for byte in String(Unicode.Scalar(small) ?? "?").utf8 { body(byte) }
  }

  /// The base letters of U+00C0 to U+017F; `.` where there is no single one.
  private static let latin: [UInt8] = Array(
    ("aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll."
      + ".llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.").utf8)
}

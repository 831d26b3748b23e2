/// A set of words and phrases that a text is asked for. Words are compared by the 64-bit hash of
/// their letters without case, without the accents of Latin letters and without full stops (see
/// `Fold`), which every `Word` carries, so that asking costs one probe.
package struct Lexicon: Sendable {
  /// Open addressing, a power of two long; 0 is free.
  private var keys: [UInt64]
  private var values: [UInt16]
  /// First words of the phrases of two words or more.
  private var starts: [UInt64]
  /// Words in the longest entry.
  private(set) var wordsMax: Int

  /// Entries are separated by commas or line breaks; all get the value 0.
  init(_ list: String) {
    self.init(list.utf8.split { $0 == 0x2C || $0 == 0x0A }.map { (Array($0), UInt16(0)) })
  }

  init(_ entries: [([UInt8], UInt16)]) {
    var size = 16
    while size < entries.count * 3 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt16](repeating: 0, count: size)
    starts = [UInt64](repeating: 0, count: size)
    var longest = 1
    for (name, value) in entries {
      let words = Word.all(name, 0..<name.count, limit: 40)
      guard let first = words.first else { continue }
      longest = max(longest, words.count)
      let slot = Self.slot(Self.key(words[...]), in: keys)
      keys[slot] = Self.key(words[...])
      values[slot] = value
      if words.count > 1 { starts[Self.slot(first.hash, in: starts)] = first.hash }
    }
    wordsMax = longest
  }

  /// The entries of all of these together; the value tells by a bit for each which of them have it.
  init(union lexicons: [Lexicon]) {
    self.init([])
    var bits: [UInt64: UInt16] = [:]
    var first: Set<UInt64> = []
    for (index, lexicon) in lexicons.enumerated() {
      for key in lexicon.keys where key != 0 { bits[key, default: 0] |= 1 << UInt16(index) }
      first.formUnion(lexicon.starts.filter { $0 != 0 })
    }
    var size = 16
    while size < bits.count * 3 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt16](repeating: 0, count: size)
    starts = [UInt64](repeating: 0, count: size)
    for (key, value) in bits {
      let slot = Self.slot(key, in: keys)
      (keys[slot], values[slot]) = (key, value)
    }
    for hash in first { starts[Self.slot(hash, in: starts)] = hash }
    wordsMax = lexicons.map(\.wordsMax).max() ?? 1
  }

  /// The values of all entries that stand anywhere among the words, as one set of bits.
  func bits(in words: ArraySlice<Word>) -> UInt16 {
    var found: UInt16 = 0
    for index in words.indices {
      found |= value(words[index]) ?? 0
      guard wordsMax > 1, starts[Self.slot(words[index].hash, in: starts)] != 0 else { continue }
      for end in index + 1..<min(index + wordsMax, words.endIndex) {
        found |= value(words[index...end]) ?? 0
      }
    }
    return found
  }

  /// Where `key` is, or the free place where it would be.
  private static func slot(_ key: UInt64, in keys: [UInt64]) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 31) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The hash of a phrase; that of a word is its own.
  private static func key(_ words: ArraySlice<Word>) -> UInt64 {
    var key: UInt64 = 0
    for word in words { key = (key << 7 ^ key >> 13) ^ word.hash }
    return key
  }

  func contains(_ word: Word) -> Bool { contains(hash: word.hash) }

  func contains(hash: UInt64) -> Bool { keys[Self.slot(hash, in: keys)] != 0 }

  func value(_ word: Word) -> UInt16? {
    let slot = Self.slot(word.hash, in: keys)
    return keys[slot] == 0 ? nil : values[slot]
  }

  /// The value of the entry that the words are together.
  func value(_ words: ArraySlice<Word>) -> UInt16? {
    guard !words.isEmpty, words.count <= wordsMax else { return nil }
    let slot = Self.slot(Self.key(words), in: keys)
    return keys[slot] == 0 ? nil : values[slot]
  }

  /// Whether the words are together one entry.
  func contains(_ words: ArraySlice<Word>) -> Bool { value(words) != nil }

  /// The longest entry that begins at word `index`, as the number of its words.
  func match(_ words: ArraySlice<Word>, at index: Int) -> Int? {
    guard index < words.endIndex else { return nil }
    if wordsMax > 1, starts[Self.slot(words[index].hash, in: starts)] != 0 {
      var count = min(wordsMax, words.endIndex - index)
      while count > 1 {
        if contains(words[index..<index + count]) { return count }
        count -= 1
      }
    }
    return contains(words[index]) ? 1 : nil
  }

  /// Whether an entry stands anywhere among the words.
  func isFound(in words: ArraySlice<Word>) -> Bool {
    words.indices.contains { match(words, at: $0) != nil }
  }
}

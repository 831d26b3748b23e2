/// Words of a script that has no spaces between them.
struct UnspacedLexicon: Sendable {
  private let words: [[UInt8]]

  /// Words are separated by blanks or line breaks.
  init(_ list: String) { words = list.utf8.split { $0 == 0x20 || $0 == 0x0A }.map(Array.init) }

  /// Where the longest word begins that ends the slice.
  func ending(_ utf8: [UInt8], _ range: Range<Int>) -> Int? {
    words.filter { utf8[range].suffix($0.count).elementsEqual($0) }.map(\.count).max().map {
      range.upperBound - $0
    }
  }

  /// The first word in the slice.
  func first(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    range.lazy.compactMap { index in
      words.first { utf8[index..<range.upperBound].starts(with: $0) }.map {
        index..<index + $0.count
      }
    }.first
  }

  /// The word that ends last in the slice, as long as it can be.
  func last(_ utf8: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    (range.lowerBound..<range.upperBound).lazy.reversed().compactMap { end in
      ending(utf8, range.lowerBound..<end + 1).map { $0..<end + 1 }
    }.first
  }

  func contains(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    words.contains { utf8[range].elementsEqual($0) }
  }
}

internal import Markup

/// The folding behind `Lexicon` and behind comparing names: letters without case, Latin letters
/// without accents, every apostrophe `'`, every run of white space one space, full stops and
/// invisible characters left out.
enum Fold {
  static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always) static func hash(_ hash: inout UInt64, _ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The hash of the folded slice, never 0. O(range).
  static func hash(_ utf8: [UInt8], _ range: Range<Int>) -> UInt64 {
    var value = hashStart
    each(utf8, range) { hash(&value, $0) }
    return value == 0 ? 1 : value
  }

  /// Calls `body` with each byte of the folded slice.
  @inline(__always) static func each(_ utf8: [UInt8], _ range: Range<Int>, _ body: (UInt8) -> Void)
  {
    var index = range.lowerBound
    var spaced = false
    while index < range.upperBound {
      let byte = utf8[index]
      if byte < 0x80 {
        index += 1
        if byte <= 0x20 {
          spaced = true
          continue
        }
        if byte == 0x2E { continue }
        if spaced { body(0x20) }
        spaced = false
        body(byte &- 0x41 < 26 ? byte | 0x20 : byte)
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

  @inline(never) private static func fold(_ value: UInt32, _ body: (UInt8) -> Void) {
    if value == 0x2019 || value == 0x2018 || value == 0x02BC { return body(0x27) }
    if value >= 0xC0, value < 0x180 {
      let base = latin[Int(value - 0xC0)]
      if base != 0x2E { return body(base) }
    }
    var small = value
    if (0x0410...0x042F).contains(value) || (0x0391...0x03A9).contains(value) { small += 0x20 }
    if (0x0400...0x040F).contains(value) { small += 0x50 }
    guard let scalar = Unicode.Scalar(small) else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { body(byte) }
  }

  /// The base letters of U+00C0 to U+017F; `.` where there is no single one.
  private static let latin: [UInt8] = Array(
    ("aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll."
      + ".llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.").utf8)
}

internal import Markup

/// What belongs to a page and not to a statement: rules, end marks, footers, notes, contacts.
enum Furniture {
  /// A line of nothing but punctuation: `###`, `* * *`, `-----`.
  static func isRule(_ utf8: [UInt8], _ block: Block) -> Bool {
    let range = Int(block.start)..<Int(block.end)
    return range.count <= 400
      && Scalars.first(utf8, range, where: { Scalars.isDigit($0) || Scalars.isLetter($0) }) == nil
  }

  /// A note: `[12] …`.
  static func isNote(_ utf8: [UInt8], _ block: Block) -> Bool {
    var index = Int(block.body) + 1
    guard utf8[index - 1] == 0x5B else { return false }
    while index < Int(block.end), utf8[index] &- 0x30 < 10 { index += 1 }
    return index > Int(block.body) + 1 && index < Int(block.end) && utf8[index] == 0x5D
  }
}

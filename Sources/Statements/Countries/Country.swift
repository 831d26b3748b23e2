package import Markup

/// A country that a party belongs to.
package struct Country: Hashable, Sendable {
  package var code: CountryCode
  /// Where the text states it; `nil` when it was inferred from the party's name.
  package var asStated: TextRange?

  package init(code: CountryCode, asStated: TextRange?) {
    self.code = code
    self.asStated = asStated
  }
}

/// An ISO 3166-1 alpha-2 code, in two bytes.
package struct CountryCode: Hashable, Sendable, CustomStringConvertible {
  private let first: UInt8
  private let second: UInt8

  /// The code written in two ASCII capitals, else `nil`.
  package init?(_ letters: some Collection<UInt8>) {
    guard letters.count == 2, letters.allSatisfy({ (0x41...0x5A).contains($0) }),
      let first = letters.first, let second = letters.dropFirst().first
    else { return nil }
    self.first = first
    self.second = second
  }

  /// Codes are numbered from 0 in the order of their letters, below this.
  package static let count = 26 * 26

  package var number: Int { Int(first - 0x41) * 26 + Int(second - 0x41) }

  /// The code of a number, in two capitals.
  package static func text(_ number: Int) -> String {
    let letters = [number / 26, number % 26].map { 0x41 + UInt8(truncatingIfNeeded: $0) }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Two capitals, as in `CH`.
  package var description: String { String(decoding: [first, second], as: UTF8.self) }
}

/// The name of a file, by its bytes: two names that look the same, as `é` in one character or in
/// two, are two names to Linux, though one `String`.
package struct FileName: Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let bytes: [UInt8]

  package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
  package init(_ text: String) { bytes = Array(text.utf8) }
  package init(stringLiteral text: String) { self.init(text) }

  /// The name as text; `nil` where its bytes are no UTF-8.
  package var text: String? { String(validating: bytes, as: UTF8.self) }

  /// The name as text; bytes that are none as `\xFF`.
  package var description: String {
    text
      ?? bytes.map { byte in
        if byte < 0x80 { return String(UnicodeScalar(byte)) }
        return "\\x" + String(byte, radix: 16, uppercase: true)
      }.joined()
  }

  package func hasSuffix(_ suffix: String) -> Bool {
    bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

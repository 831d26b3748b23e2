/// Words of others on a line that a person reads: what a terminal would obey is shown instead.
package enum VisibleText {
  /// `text` with its control characters, line breaks among them, written as `\x1b`, and what turns
  /// the order of a line around as `\u{202e}`.
  package static func of(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00...0x1F, 0x7F: visible += (scalar.value < 0x10 ? "\\x0" : "\\x") + hex(scalar)
      case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069: visible += "\\u{\(hex(scalar))}"
      default: visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }
}

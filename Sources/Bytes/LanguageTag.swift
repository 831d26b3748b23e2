/// Tags of languages (BCP 47), as `en` or `zh-Hant`.
package enum LanguageTag {
  /// The longest one, in bytes (RFC 5646 §4.4.1).
  package static let bytesMax = 35

  /// Whether the text has the form of a tag, or of the beginning of one: parts of one to eight
  /// letters and digits, joined by hyphens.
  package static func isWellFormed(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    return text.utf8.count <= bytesMax
      && parts.allSatisfy { part in
        1...8 ~= part.count && part.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) }
      }
  }
}

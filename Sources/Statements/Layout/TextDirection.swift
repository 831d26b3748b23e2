/// The way a script runs.
package enum TextDirection: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"
}

extension TextDirection {
  /// The direction of a language's usual script; `nil` without a language.
  init?(of language: String?) {
    guard let language else { return nil }
    let subtags = language.lowercased().split(separator: "-")
    if subtags.contains("arab") || subtags.contains("hebr") {
      self = .rightToLeft
    } else if subtags.contains("latn") || subtags.contains("cyrl") {
      self = .leftToRight
    } else {
      let rightToLeft: [Substring] = ["ar", "fa", "he", "ug", "ur", "ps", "ckb", "yi", "dv", "sd"]
      self = subtags.first.map(rightToLeft.contains) ?? false ? .rightToLeft : .leftToRight
    }
  }
}

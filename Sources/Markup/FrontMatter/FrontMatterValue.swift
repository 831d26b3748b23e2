internal import Bytes

/// What the values of front matter may be. A value that is no good is reported and left out, so
/// that it reaches no address, link or header field.
package enum FrontMatterValue {
  /// The longest id, in bytes. Percent-encoded it is up to three times as long, which every client,
  /// proxy and log still takes; file names end at 255.
  package static let idBytesMax = 200
  /// The longest address, in bytes: what browsers and proxies take everywhere.
  static let urlBytesMax = 2_000

  /// Why `id` cannot be a segment of a URL's path; `nil` where it can.
  package static func fault(ofID id: String) -> String? {
    if id.isEmpty { return "is empty" }
    // Clients take these segments out of a path before they send it (RFC 3986 §5.2.4).
    if id == "." || id == ".." { return "is a step in a path" }
    guard id.utf8.count <= idBytesMax else {
      return "has \(id.utf8.count) bytes, more than \(idBytesMax)"
    }
    return hidden(in: id).map { "has the \(HiddenCharacters.name(of: $0))" }
  }

  /// Why `url` cannot be a link on a page; `nil` where it can. `javascript:` and its like run as a
  /// program of the page that shows them.
  static func fault(ofURL url: String) -> String? {
    let lowercased = url.prefix(8).lowercased()
    guard let scheme = ["https://", "http://"].first(where: lowercased.hasPrefix) else {
      return "does not begin with https:// or http://"
    }
    guard url.utf8.count <= urlBytesMax else {
      return "has \(url.utf8.count) bytes, more than \(urlBytesMax)"
    }
    let authority = url.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    guard let first = authority.first, first != ":", !authority.contains("@") else {
      return "does not name a host"
    }
    guard !url.utf8.contains(where: isExcluded) else {
      return "has a space or a character that no URL has"
    }
    return hidden(in: url).map { "has the \(HiddenCharacters.name(of: $0))" }
  }

  /// Why `tag` names no language; `nil` where it is formed as BCP 47 asks: subtags of one to eight
  /// letters or digits, the first of letters alone.
  static func fault(ofLanguage tag: String) -> String? {
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isFormed = subtags.enumerated().allSatisfy { index, subtag in
      1...8 ~= subtag.utf8.count
        && subtag.utf8.allSatisfy { ASCII.isLetter($0) || (index > 0 && ASCII.isDigit($0)) }
    }
    return isFormed && tag.utf8.count <= 64 ? nil : "is not a language tag like en or zh-Hant"
  }

  private static func hidden(in value: String) -> Unicode.Scalar? {
    value.unicodeScalars.first(where: HiddenCharacters.contains)
  }

  /// Characters that a URL never has as they are (RFC 3986 §2), and that end one in HTML.
  private static func isExcluded(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\"<>\\^`{|}".utf8.contains(byte)
  }
}

internal import Bytes

/// The keys of front matter: ours, and those that site generators write.
extension FrontMatter.Header {
  /// Our own keys, as they are spelled.
  private static let keys = [
    "id", "title", "publishedOn", "language", "source", "sourceURL", "publisher", "translationOf",
    "aliases", "draft", "embargoedUntil",
  ]
  /// Keys whose value may be the date of publication, in small letters and without `_` and `-`, the
  /// most certain first.
  private static let dateKeys = [
    "publishedon", "date", "datum", "published", "publishedat", "publisheddate", "publishdate",
    "publicationdate", "pubdate", "datepublished", "dateissued", "issued", "posted", "postdate",
    "created", "createdat", "createdon", "creationdate", "fecha", "data",
  ]
  private static let languageKeys = ["language", "inlanguage", "lang", "locale"]
  private static let titleKeys = [
    "title", "headline", "titel", "titre", "titolo", "titulo", "subject",
  ]

  /// Takes an entry. Values that are no good are reported; so is a key that is nearly one of ours.
  mutating func take(_ key: String, _ value: YAMLValue, at place: Place) {
    let plain = Self.plain(key)
    if plain == "draft" || (plain == "published" && value.boolean != nil) {
      takeDraft(value, key, at: place)
    } else if plain.hasPrefix("embargo") {
      takeEmbargo(value, key, at: place)
    } else if let rank = Self.dateKeys.firstIndex(of: plain) {
      if let text = value.text { takeDate(text, key, rank, at: place) }
    } else if Self.languageKeys.contains(plain) {
      if let text = value.text, frontMatter.language == nil || key == "language" {
        let tag = text.replacing("_", with: "-").prefix { $0 != "." }
        frontMatter.language = good(
          String(tag), key, at: place, FrontMatterValue.fault(ofLanguage:))
      }
    } else if Self.titleKeys.contains(plain) {
      if let text = value.text, frontMatter.title == nil || plain == "title" {
        frontMatter.title = text
      }
    } else if !takeOwn(key, value, at: place), let meant = Self.nearest(to: key) {
      report(
        Place(line: place.line, column: 1),
        "unknown front matter key `\(key)`; did you mean \(meant)?")
    }
  }

  /// What is not understood is held back: what was served cannot be taken back.
  private mutating func holdBack(_ place: Place, _ reason: String) {
    report(place, "\(reason); the text is held back", .error)
    frontMatter.release = .never
  }

  private mutating func takeDraft(_ value: YAMLValue, _ key: String, at place: Place) {
    guard let boolean = value.boolean else {
      return holdBack(place, "\(key) is neither true nor false")
    }
    if boolean == (key.lowercased() == "draft") { frontMatter.release = .never }
  }

  private mutating func takeEmbargo(_ value: YAMLValue, _ key: String, at place: Place) {
    guard let end = value.text.flatMap({ Instant(rfc3339: $0) }) else {
      return holdBack(place, "\(key) is no time with a zone like 2026-12-09T10:00:00Z")
    }
    if frontMatter.release == .atOnce { frontMatter.release = .from(end) }
  }

  private mutating func takeDate(_ text: String, _ key: String, _ rank: Int, at place: Place) {
    let value = FrontMatter.Value(key: key, text: text, place: place)
    let ranks = frontMatter.dates.map { Self.dateKeys.firstIndex(of: Self.plain($0.key)) ?? 0 }
    frontMatter.dates.insert(value, at: ranks.firstIndex { $0 > rank } ?? ranks.endIndex)
  }

  private static func plain(_ key: String) -> String {
    String(key.lowercased().filter { $0 != "_" && $0 != "-" })
  }

  /// Takes the value of a key that is ours alone; false for any other.
  private mutating func takeOwn(_ key: String, _ value: YAMLValue, at place: Place) -> Bool {
    switch key {
    case "id":
      // An empty one is reported too: it was meant to be something.
      frontMatter.id = good(value.text ?? "", key, at: place, FrontMatterValue.fault(ofID:))
    case "source", "sourceName": frontMatter.sourceName = value.text
    case "sourceURL", "sourceUrl", "url":
      frontMatter.sourceURL = value.text.flatMap {
        // Generators write the path of a page as its url.
        key == "url" && $0.hasPrefix("/")
          ? nil : good($0, key, at: place, FrontMatterValue.fault(ofURL:))
      }
    case "publisher": frontMatter.publisher = value.text
    case "translationOf":
      frontMatter.translationOf = value.text.flatMap {
        good($0, key, at: place, FrontMatterValue.fault(ofID:))
      }
    case "aliases":
      // Generators write paths of pages as aliases.
      frontMatter.aliases = Self.list(value).filter {
        !$0.hasPrefix("/") && good($0, key, at: place, FrontMatterValue.fault(ofID:)) != nil
      }
    default: return false
    }
    return true
  }

  /// The value, unless it has a fault, which is reported.
  private mutating func good(
    _ value: String, _ key: String, at place: Place, _ fault: (String) -> String?
  ) -> String? {
    guard let reason = fault(value) else { return value }
    report(place, "\(key) \(reason); it is left out", .error)
    return nil
  }

  /// `[a, b]`, or `a, b`.
  private static func list(_ value: YAMLValue) -> [String] {
    if case .list(let values) = value { return values.compactMap(\.text) }
    return (value.text ?? "").split(separator: ",").compactMap { YAMLValue.scalar(String($0)).text }
  }

  /// The key of ours that is spelled nearly so.
  private static func nearest(to key: String) -> String? {
    keys.first { key != $0 && $0.count > 3 && plain(key).editDistance(to: $0.lowercased()) <= 2 }
  }
}

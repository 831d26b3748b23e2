package import Bytes

/// What the front matter of a file says of its text. Every value as given.
package struct FrontMatter: Equatable, Sendable {
  package var id: String?
  package var title: String?
  /// What may be the date of publication, the most certain first. Not read yet: dates are words.
  package var dates: [Value] = []
  package var language: String?
  package var sourceName: String?
  package var sourceURL: String?
  package var publisher: String?
  package var translationOf: String?
  package var aliases: [String] = []
  package var release = Release.atOnce

  /// When the text may be served.
  package enum Release: Equatable, Sendable {
    case atOnce
    /// From that second on: until then it is under embargo.
    case from(Instant)
    /// A draft.
    case never
  }

  /// A value, and where its key stands in the file.
  package struct Value: Equatable, Sendable {
    package var key: String
    package var text: String
    package var place: Place

    package init(key: String, text: String, place: Place) {
      self.key = key
      self.text = text
      self.place = place
    }
  }

  package init() {}
}

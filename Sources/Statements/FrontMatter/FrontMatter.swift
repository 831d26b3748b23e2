/// The `key: value` lines between `---` before a text. Every value as given.
package struct FrontMatter: Equatable, Sendable {
  package var id: String?
  package var title: String?
  package var publishedOn: CalendarDate?
  package var language: String?
  package var sourceName: String?
  package var sourceURL: String?
  package var publisher: String?
  package var translationOf: String?
  package var aliases: [String] = []

  package init() {}
}

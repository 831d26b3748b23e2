/// A media type that is offered (RFC 9110 §8.3.1).
package struct MediaType: Sendable {
  /// In small letters, as `application`.
  package let type: StaticString
  /// In small letters, as `json`.
  package let subtype: StaticString
  /// The value of `Content-Type`: type, subtype and parameters.
  package let field: StaticString

  private init(_ type: StaticString, _ subtype: StaticString, _ field: StaticString) {
    self.type = type
    self.subtype = subtype
    self.field = field
  }

  /// Whether rows and columns are written in it.
  package var isTable: Bool { String(describing: subtype) == "csv" }

  package static let json = MediaType("application", "json", "application/json")
  package static let csv = MediaType("text", "csv", "text/csv; charset=utf-8; header=present")
  package static let text = MediaType("text", "plain", "text/plain; charset=utf-8")
  /// Figures for monitoring, as Prometheus has them since 0.0.4, and as OpenMetrics has them.
  package static let metrics = MediaType(
    "text", "plain", "text/plain; version=0.0.4; charset=utf-8")
  package static let openMetrics = MediaType(
    "application", "openmetrics-text",
    "application/openmetrics-text; version=1.0.0; charset=utf-8")
  package static let html = MediaType("text", "html", "text/html; charset=utf-8")
  /// RFC 9264, with the profile of RFC 9727.
  package static let linkset = MediaType(
    "application", "linkset+json",
    "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"")
}

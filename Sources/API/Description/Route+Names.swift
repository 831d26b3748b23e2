/// How the description calls a route.
extension Route {
  /// The names of the template's variables.
  var variables: [String] {
    template.split(separator: "/").filter { $0.hasPrefix("{") }
      .map { String($0.dropFirst().dropLast()) }
  }

  /// The collection it belongs to.
  var tag: String {
    let segments = template.split(separator: "/")
    return segments.first == "v1" && segments.count > 1 ? String(segments[1]) : "service"
  }

  /// As `getStatementsByIdQuotes`.
  func operationID(_ method: String) -> String {
    var segments = template.split { "/-_.".contains($0) }.filter { !$0.isEmpty }
    if segments.first == "v1" && segments.count > 1 { segments.removeFirst() }
    if segments.isEmpty { return method + "Root" }
    return method
      + segments.map { segment in
        let name = segment.hasPrefix("{") ? segment.dropFirst().dropLast() : segment
        let capitalized = name.prefix(1).uppercased() + name.dropFirst()
        return segment.hasPrefix("{") ? "By" + capitalized : capitalized
      }.joined()
  }
}

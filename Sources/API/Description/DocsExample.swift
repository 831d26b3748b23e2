internal import Bytes
internal import Catalog
internal import HTTP
internal import Statements

/// Requests to try, made from what is served.
struct DocsExample {
  let scope: RenderContext

  /// A path and query of the route that is answered; `nil` where nothing there could be asked for.
  func target(_ route: Route) -> String? {
    var path = ""
    var collection: Substring = ""
    for segment in route.template.split(separator: "/") {
      var value = String(segment)
      switch segment {
      case "{id}":
        guard let id = firstID(of: collection) else { return nil }
        var encoded: [UInt8] = []
        PercentEncoding.append(id.span, to: &encoded)
        value = String(decoding: encoded, as: UTF8.self)
      case "{n}":
        guard let first = scope.snapshot.statements.first, !first.statement.paragraphs.isEmpty
        else { return nil }
        value = "1"
      case "random" where scope.snapshot.quotations.isEmpty: return nil
      default: break
      }
      path += "/" + value
      collection = segment
    }
    let query = route.parameters.compactMap { parameter in
      parameter.example.map { "\(parameter.name)=\($0)" }
    }
    return (path.isEmpty ? "/" : path) + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  /// Lines for a shell, each an answer of the route.
  func commands(_ route: Route) -> [String] {
    guard let target = target(route) else { return [] }
    let asked = "curl -s" + (route.answer == .redirect ? "I " : " ")
    guard case .page = route.answer else { return [asked + quoted(target)] }
    let mark = target.contains("?") ? "&" : "?"
    return [asked + quoted(target), asked + quoted(target + mark + "format=csv")]
  }

  /// What the commands need to be told first.
  var preparation: String? {
    scope.url("").isEmpty ? "base=http://127.0.0.1:8080" : nil
  }

  /// The URL as one word of a shell. Targets of ours hold nothing that a shell looks at in quotes.
  private func quoted(_ target: String) -> String {
    if preparation != nil { return "\"$base\(target)\"" }
    let parts = scope.url(target).split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }

  private func firstID(of collection: Substring) -> [UInt8]? {
    let snapshot = scope.snapshot
    switch collection {
    case "statements": return snapshot.statements.first.map { Array($0.id.utf8) }
    case "organizations": return first(snapshot.organizations.ids)
    case "people": return first(snapshot.people.ids)
    case "quotes": return first(snapshot.quotationIDs)
    default: return nil
    }
  }

  private func first(_ ids: ByteTable) -> [UInt8]? { ids.count > 0 ? ids.key(0) : nil }
}

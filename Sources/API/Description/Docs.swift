internal import Bytes
internal import Catalog
internal import HTTP

/// The description for people: one HTML page, made from the route table and the shapes as the
/// OpenAPI document is. It needs no script, and loads nothing.
enum Docs {
  static func content(_ scope: RenderContext, _ routes: [Route]) -> ResponseContent {
    var html = HTMLWriter(reservingCapacity: 96 << 10)
    html.element("html", ["lang": "en"]) { html in
      html.element("head") { writeHead(into: &$0) }
      html.element("body") { writeBody(scope, grouped(routes), into: &$0) }
    }
    var content = ResponseContent(html.bytes)
    content.mediaType = .html
    content.language = "en"
    content.policy = DocsStyle.policy
    return content
  }

  /// The routes by collection, what is about the service itself last.
  private typealias Groups = [(tag: String, routes: [Route])]

  private static func grouped(_ routes: [Route]) -> Groups {
    var tags: [String] = []
    for route in routes where !tags.contains(route.tag) && route.tag != serviceTag {
      tags.append(route.tag)
    }
    return (tags + [serviceTag]).map { tag in (tag, routes.filter { $0.tag == tag }) }
  }

  private static let serviceTag = "service"

  private static func writeHead(into head: inout HTMLWriter) {
    head.void("meta", ["charset": "utf-8"])
    head.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    head.element("title", "Signatory: the API")
    head.style(DocsStyle.sheet)
  }

  private static func writeBody(
    _ scope: RenderContext, _ groups: Groups, into body: inout HTMLWriter
  ) {
    body.element("a", ["class": "skip", "href": "#main"], "Skip to the content")
    body.element("header") { header in
      header.element("h1", "Signatory: the API")
      header.element(
        "p",
        "Joint statements: texts, signatories, quotations and speakers.")
    }
    body.element("nav", ["aria-labelledby": "contents"]) { writeContents(groups, scope, into: &$0) }
    body.element("main", ["id": "main", "tabindex": "-1"]) { main in
      main.element("section", ["aria-labelledby": "basics"]) { writeBasics(scope, into: &$0) }
      for (tag, routes) in groups {
        main.element("section", ["aria-labelledby": tag]) { section in
          section.element("h2", ["id": tag], title(tag))
          for route in routes { write(route, DocsExample(scope: scope), into: &section) }
        }
      }
      main.element("section", ["aria-labelledby": "shapes"]) { writeShapes(into: &$0) }
    }
    body.element("footer") { footer in
      footer.element("p") { line in
        line.text("Signatory \(scope.settings.version). Machine-readable: ")
        line.element("a", ["href": scope.url("/openapi.json")], "openapi.json")
        line.text(".")
      }
    }
  }

  private static func writeContents(
    _ groups: Groups, _ scope: RenderContext, into nav: inout HTMLWriter
  ) {
    nav.element("h2", ["id": "contents"], "Contents")
    nav.element("ul") { list in
      list.element("li") { item in
        item.element("a", ["href": "#basics"], "Basics")
        item.text(" and ")
        item.element("a", ["href": "#shapes"], "shapes")
      }
      for (tag, routes) in groups {
        list.element("li") { item in
          item.element("a", ["href": "#" + tag], title(tag))
          item.element("ul") { routeList in
            for route in routes {
              routeList.element("li") { item in
                item.element("a", ["href": "#" + route.operationID("get")]) {
                  $0.element("code", scope.shown(route.template))
                }
              }
            }
          }
        }
      }
    }
  }

  private static func title(_ tag: String) -> String {
    tag.prefix(1).uppercased() + tag.dropFirst()
  }

  private static func writeBasics(_ scope: RenderContext, into section: inout HTMLWriter) {
    section.element("h2", ["id": "basics"], "Basics")
    if let preparation = DocsExample(scope: scope).preparation {
      section.element(
        "p", "To run the examples, first set this server's address, here the default one:")
      section.element("pre") { $0.element("code", preparation) }
    }
    section.element("ul") { list in
      for point in basics { list.element("li", point) }
    }
  }

  private static let basics = [
    "All resources are read with GET or HEAD, without a key, from any origin (CORS).",
    "Lists are paginated: items, total, limit, self, next and prev. Follow next until it is null.",
    "As CSV, a list is complete unless limit is set.",
    "start and end count Unicode code points of the source text, half-open.",
    "Members that a text does not state are null, never omitted.",
    """
    A parameter that is unknown or malformed is a 400 that names it. Errors are \
    application/problem+json (RFC 9457) with type, title, status, detail and instance.
    """,
    "Responses have an ETag. If-None-Match with it gives 304 while nothing has changed.",
    "Responses are compressed with br or gzip according to Accept-Encoding.",
  ]
}

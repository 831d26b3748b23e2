internal import Bytes
internal import HTTP

/// Each route and each shape of the page for readers.
extension Docs {
  static func write(_ route: Route, _ example: DocsExample, into section: inout HTMLWriter) {
    section.element("article", ["aria-labelledby": route.operationID("get")]) { article in
      article.element("h3", ["id": route.operationID("get")]) { heading in
        heading.element("code", "GET " + example.scope.shown(route.template))
      }
      article.element("p", route.summary + ".")
      if !route.parameters.isEmpty {
        article.element("table") { write(parametersOf: route, example.scope, into: &$0) }
      }
      article.element("p") { write(answerOf: route, into: &$0) }
      let commands = example.commands(route)
      if commands.isEmpty { return }
      article.element("pre") { $0.element("code", commands.joined(separator: "\n")) }
      if let target = example.target(route) {
        article.element("p") { line in
          line.element("a", ["href": example.scope.url(target)]) { link in
            link.text("Try ")
            link.element("code", example.scope.shown(target))
          }
        }
      }
    }
  }

  private static func write(
    parametersOf route: Route, _ scope: RenderContext, into table: inout HTMLWriter
  ) {
    writeHead(
      of: &table, "Parameters of \(scope.shown(route.template))",
      ["Name", "Value", "What it does"])
    table.element("tbody") { body in
      for parameter in route.parameters {
        body.element("tr") { row in
          row.element("th", ["scope": "row"]) { name in
            name.element("code", parameter.name)
            if parameter.isRequired { name.text(" (required)") }
          }
          row.element("td") { writeAllowed(by: parameter, into: &$0) }
          row.element("td", parameter.about)
        }
      }
    }
  }

  /// What `Parameter.allowed` says, with each of several names apart.
  private static func writeAllowed(by parameter: Parameter, into cell: inout HTMLWriter) {
    switch parameter.kind {
    case .choice(let names): write(names, after: "one of ", into: &cell)
    case .choices(let names): write(names, after: "a comma list of ", into: &cell)
    default: cell.text(parameter.allowed)
    }
  }

  private static func write(
    _ names: [String], after words: String, into html: inout HTMLWriter
  ) {
    var words = words
    for name in names {
      html.text(words)
      html.element("code", name)
      words = ", "
    }
  }

  private static func write(answerOf route: Route, into line: inout HTMLWriter) {
    let forms = route.answer.offers.map { "\($0.type)/\($0.subtype)" }.joined(separator: " or ")
    switch route.answer {
    case .one(let shape):
      line.text("Answers ")
      write(.shape(shape), into: &line)
      line.text(": \(forms).")
    case .page(let shape):
      line.text("Answers a page of ")
      write(.shape(shape), into: &line)
      line.text(": \(forms).")
    case .redirect: line.text("Answers with a redirect (308).")
    case .plainText, .html, .description, .linkset: line.text("Answers \(forms).")
    }
  }

  static func writeShapes(into section: inout HTMLWriter) {
    section.element("h2", ["id": "shapes"], "Shapes")
    for outline in ShapeIndex.all {
      section.element("h3", ["id": "shape-" + outline.name], outline.name)
      section.element("p", outline.about)
      section.element("table") { table in
        writeHead(of: &table, "Members of \(outline.name)", ["Name", "Value", "What it is"])
        table.element("tbody") { body in
          for member in outline.members {
            body.element("tr") { row in
              row.element("th", ["scope": "row"]) { $0.element("code", member.name) }
              row.element("td") { write(member.schema, into: &$0) }
              row.element("td", member.about)
            }
          }
        }
      }
    }
  }

  private static func writeHead(
    of table: inout HTMLWriter, _ caption: String, _ columns: [String]
  ) {
    table.element("caption", caption)
    table.element("thead") { head in
      head.element("tr") { row in
        for column in columns { row.element("th", ["scope": "col"], column) }
      }
    }
  }

  private static func write(_ schema: Schema, into html: inout HTMLWriter) {
    switch schema {
    case .string: html.text("string")
    case .formatted(let format): html.text("string (\(format))")
    case .integer(let minimum): html.text("integer from \(minimum) on")
    case .boolean: html.text("boolean")
    case .constant(let value): html.element("code", "\"\(value)\"")
    case .choice(let values): write(values, after: "one of ", into: &html)
    case .shape(let name): html.element("a", ["href": "#shape-" + name], name)
    case .array(let element):
      html.text("list of ")
      write(element, into: &html)
    case .nullable(let inner):
      write(inner, into: &html)
      html.text(" or null")
    }
  }
}
